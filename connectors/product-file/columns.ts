/** The columns of our own product file, and of the export of Medusa that was its model. */
import type { SkuRecord } from "@echelon/contract/exchange/product-record.ts";

export interface OwnColumn {
  /** The heading in a file for programs. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: "text" | "number";
  /** Further headings that mean the same. */
  readonly aliases?: readonly string[];
  readonly isRequired?: true;
}

/** In the order of the template. `list_price` and what stands before `stock` may stay empty. */
export const ownColumns = {
  key: { name: "product_key", zh: "产品编号", en: "Product key", kind: "text", aliases: ["spu"] },
  titleZh: {
    name: "title_zh",
    zh: "中文名称",
    en: "Chinese title",
    kind: "text",
    isRequired: true,
  },
  titleEn: {
    name: "title_en",
    zh: "英文名称",
    en: "English title",
    kind: "text",
    isRequired: true,
  },
  textZh: { name: "text_zh", zh: "中文描述", en: "Chinese text", kind: "text" },
  textEn: { name: "text_en", zh: "英文描述", en: "English text", kind: "text" },
  brand: { name: "brand", zh: "品牌", en: "Brand", kind: "text" },
  category: { name: "category", zh: "类目", en: "Category", kind: "text" },
  option1Name: { name: "option1_name", zh: "规格1名称", en: "Option 1 name", kind: "text" },
  option1Value: { name: "option1_value", zh: "规格1值", en: "Option 1 value", kind: "text" },
  option2Name: { name: "option2_name", zh: "规格2名称", en: "Option 2 name", kind: "text" },
  option2Value: { name: "option2_value", zh: "规格2值", en: "Option 2 value", kind: "text" },
  option3Name: { name: "option3_name", zh: "规格3名称", en: "Option 3 name", kind: "text" },
  option3Value: { name: "option3_value", zh: "规格3值", en: "Option 3 value", kind: "text" },
  sku: {
    name: "sku",
    zh: "货号",
    en: "SKU",
    kind: "text",
    isRequired: true,
    aliases: ["单品编码"],
  },
  gtin: {
    name: "gtin",
    zh: "条码",
    en: "GTIN",
    kind: "text",
    aliases: ["条形码", "barcode", "ean"],
  },
  hs: {
    name: "hs_code",
    zh: "HS编码",
    en: "HS code",
    kind: "text",
    aliases: ["海关编码", "税则号"],
  },
  origin: {
    name: "origin_country",
    zh: "原产国",
    en: "Country of origin",
    kind: "text",
    aliases: ["原产地"],
  },
  weightG: {
    name: "weight_g",
    zh: "重量(克)",
    en: "Weight (g)",
    kind: "number",
    aliases: ["毛重(克)"],
  },
  lengthMm: { name: "length_mm", zh: "长(毫米)", en: "Length (mm)", kind: "number" },
  widthMm: { name: "width_mm", zh: "宽(毫米)", en: "Width (mm)", kind: "number" },
  heightMm: { name: "height_mm", zh: "高(毫米)", en: "Height (mm)", kind: "number" },
  battery: { name: "battery", zh: "电池", en: "Battery", kind: "text" },
  material: { name: "material", zh: "材质", en: "Material", kind: "text" },
  cost: {
    name: "unit_cost",
    zh: "单位成本",
    en: "Unit cost",
    kind: "number",
    aliases: ["成本", "供货价"],
  },
  costCurrency: { name: "cost_currency", zh: "成本币种", en: "Cost currency", kind: "text" },
  moq: { name: "moq", zh: "起订量", en: "MOQ", kind: "number", aliases: ["最小起订量"] },
  leadDays: {
    name: "lead_days",
    zh: "供货天数",
    en: "Lead time (days)",
    kind: "number",
    aliases: ["交货期(天)", "lead_time", "lead time"],
  },
  price: {
    name: "list_price",
    zh: "零售价",
    en: "List price",
    kind: "number",
    aliases: ["售价", "价格", "price"],
  },
  priceCurrency: {
    name: "price_currency",
    zh: "零售币种",
    en: "Price currency",
    kind: "text",
    aliases: ["币种", "currency"],
  },
  stock: { name: "stock", zh: "库存", en: "Stock", kind: "number" },
  image1: { name: "image_1", zh: "图片1", en: "Picture 1", kind: "text" },
  image2: { name: "image_2", zh: "图片2", en: "Picture 2", kind: "text" },
  image3: { name: "image_3", zh: "图片3", en: "Picture 3", kind: "text" },
  image4: { name: "image_4", zh: "图片4", en: "Picture 4", kind: "text" },
  image5: { name: "image_5", zh: "图片5", en: "Picture 5", kind: "text" },
  certificates: { name: "certificates", zh: "证书", en: "Certificates", kind: "text" },
  launchDate: { name: "launch_date", zh: "上市日期", en: "Launch date", kind: "text" },
} as const satisfies Readonly<Record<string, OwnColumn>>;

export type OwnKey = keyof typeof ownColumns;

/** Columns without a place in a product's record; kept beside it under their English headings. */
export const keptOwn: readonly OwnKey[] = ["certificates", "launchDate"];

/**
 * Medusa's export, by our keys; the price has one column a currency and is found by its heading.
 */
export const medusaColumns = {
  key: ["Product Handle"],
  titleZh: [],
  titleEn: ["Product Title"],
  textZh: [],
  textEn: ["Product Description"],
  brand: [],
  category: ["Product Category 1"],
  option1Name: ["Variant Option 1 Name"],
  option1Value: ["Variant Option 1 Value"],
  option2Name: ["Variant Option 2 Name"],
  option2Value: ["Variant Option 2 Value"],
  option3Name: ["Variant Option 3 Name"],
  option3Value: ["Variant Option 3 Value"],
  sku: ["Variant Sku"],
  gtin: ["Variant Ean", "Variant Upc", "Variant Barcode"],
  hs: ["Variant Hs Code", "Product Hs Code"],
  origin: ["Variant Origin Country", "Product Origin Country"],
  weightG: ["Variant Weight", "Product Weight"],
  lengthMm: ["Variant Length", "Product Length"],
  widthMm: ["Variant Width", "Product Width"],
  heightMm: ["Variant Height", "Product Height"],
  battery: [],
  material: ["Variant Material", "Product Material"],
  cost: [],
  costCurrency: [],
  moq: [],
  leadDays: [],
  price: [],
  priceCurrency: [],
  stock: ["Variant Inventory Quantity"],
  image1: ["Product Thumbnail"],
  image2: ["Product Image 1"],
  image3: ["Product Image 2"],
  image4: ["Product Image 3"],
  image5: ["Product Image 4"],
  certificates: [],
  launchDate: [],
} as const satisfies Readonly<Record<OwnKey, readonly string[]>>;

/** Words of the battery column, as the template offers them: lithium alone, beside, inside. */
export const batteryChoices: Readonly<
  Record<NonNullable<SkuRecord["battery"]>, { readonly zh: string; readonly en: string }>
> = {
  none: { zh: "无", en: "none" },
  PI965: { zh: "锂电池", en: "lithium" },
  PI966: { zh: "与设备同装", en: "packed with equipment" },
  PI967: { zh: "内置锂电池", en: "built-in" },
};
