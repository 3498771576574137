/**
 * The columns of Shopify's product CSV, current and legacy, and what Chinese sellers head them
 * with.
 *
 * Source: help.shopify.com, manual/products/import-export/using-csv (the current 43 columns), and
 * the legacy header as older exports and third-party tools still write it; read 2026-11.
 */
export interface ShopColumn {
  /** Heading in the current form; null where it has no such column. */
  readonly current: string | null;
  readonly legacy: string | null;
  readonly chinese: readonly string[];
}

/** Columns that mean something here. In the order of the current form. */
export const meaningful = {
  title: { current: "Title", legacy: "Title", chinese: ["标题", "商品名称", "商品标题"] },
  key: { current: "URL handle", legacy: "Handle", chinese: ["商品链接", "商品编号"] },
  text: { current: "Description", legacy: "Body (HTML)", chinese: ["描述", "商品描述"] },
  brand: { current: "Vendor", legacy: "Vendor", chinese: ["品牌", "供应商"] },
  category: { current: "Product category", legacy: null, chinese: ["类目", "商品类目"] },
  type: { current: "Type", legacy: "Type", chinese: ["类型", "商品类型"] },
  tags: { current: "Tags", legacy: "Tags", chinese: ["标签"] },
  published: { current: "Published on online store", legacy: "Published", chinese: ["上架"] },
  state: { current: "Status", legacy: "Status", chinese: ["状态"] },
  sku: { current: "SKU", legacy: "Variant SKU", chinese: ["货号", "商家编码"] },
  gtin: { current: "Barcode", legacy: "Variant Barcode", chinese: ["条码", "条形码"] },
  option1Name: { current: "Option1 name", legacy: "Option1 Name", chinese: ["规格1名称"] },
  option1Value: {
    current: "Option1 value",
    legacy: "Option1 Value",
    chinese: ["规格1值", "规格1"],
  },
  option2Name: { current: "Option2 name", legacy: "Option2 Name", chinese: ["规格2名称"] },
  option2Value: {
    current: "Option2 value",
    legacy: "Option2 Value",
    chinese: ["规格2值", "规格2"],
  },
  option3Name: { current: "Option3 name", legacy: "Option3 Name", chinese: ["规格3名称"] },
  option3Value: {
    current: "Option3 value",
    legacy: "Option3 Value",
    chinese: ["规格3值", "规格3"],
  },
  option4Value: { current: null, legacy: null, chinese: ["规格4值", "规格4", "Option4 value"] },
  price: { current: "Price", legacy: "Variant Price", chinese: ["价格", "售价"] },
  compareAt: {
    current: "Compare-at price",
    legacy: "Variant Compare At Price",
    chinese: ["原价", "划线价"],
  },
  cost: { current: "Cost per item", legacy: "Cost per item", chinese: ["成本", "成本价"] },
  isTaxable: { current: "Charge tax", legacy: "Variant Taxable", chinese: ["是否征税"] },
  stock: { current: "Inventory quantity", legacy: "Variant Inventory Qty", chinese: ["库存"] },
  sellsBeyondStock: {
    current: "Continue selling when out of stock",
    legacy: "Variant Inventory Policy",
    chinese: ["缺货可售"],
  },
  weightG: {
    current: "Weight value (grams)",
    legacy: "Variant Grams",
    chinese: ["重量(克)", "重量"],
  },
  ships: {
    current: "Requires shipping",
    legacy: "Variant Requires Shipping",
    chinese: ["需要运输"],
  },
  picture: { current: "Product image URL", legacy: "Image Src", chinese: ["图片", "商品图片"] },
  pictureAlt: { current: "Image alt text", legacy: "Image Alt Text", chinese: ["图片说明"] },
  skuPicture: { current: "Variant image URL", legacy: "Variant Image", chinese: ["规格图片"] },
} as const satisfies Readonly<Record<string, ShopColumn>>;

export type ShopKey = keyof typeof meaningful;

/** Columns that are kept and written back: pairs of the current and the legacy heading. */
export const kept: readonly (readonly [current: string | null, legacy: string | null])[] = [
  ["Option1 Linked To", null],
  ["Option2 Linked To", null],
  ["Option3 Linked To", null],
  ["Tax code", "Variant Tax Code"],
  ["Unit price total measure", null],
  ["Unit price total measure unit", null],
  ["Unit price base measure", null],
  ["Unit price base measure unit", null],
  ["Inventory tracker", "Variant Inventory Tracker"],
  ["Weight unit for display", "Variant Weight Unit"],
  ["Fulfillment service", "Variant Fulfillment Service"],
  ["Gift card", "Gift Card"],
  ["SEO title", "SEO Title"],
  ["SEO description", "SEO Description"],
];

/** The current form's headings in their order; forty-three of them. */
export const currentHeadings: readonly string[] = [
  "Title",
  "URL handle",
  "Description",
  "Vendor",
  "Product category",
  "Type",
  "Tags",
  "Published on online store",
  "Status",
  "SKU",
  "Barcode",
  "Option1 name",
  "Option1 value",
  "Option1 Linked To",
  "Option2 name",
  "Option2 value",
  "Option2 Linked To",
  "Option3 name",
  "Option3 value",
  "Option3 Linked To",
  "Price",
  "Compare-at price",
  "Cost per item",
  "Charge tax",
  "Tax code",
  "Unit price total measure",
  "Unit price total measure unit",
  "Unit price base measure",
  "Unit price base measure unit",
  "Inventory tracker",
  "Inventory quantity",
  "Continue selling when out of stock",
  "Weight value (grams)",
  "Weight unit for display",
  "Requires shipping",
  "Fulfillment service",
  "Product image URL",
  "Image position",
  "Image alt text",
  "Variant image URL",
  "Gift card",
  "SEO title",
  "SEO description",
];

/** The legacy form's headings in their order, with the two that newer exports add behind. */
export const legacyHeadings: readonly string[] = [
  "Handle",
  "Title",
  "Body (HTML)",
  "Vendor",
  "Type",
  "Tags",
  "Published",
  "Option1 Name",
  "Option1 Value",
  "Option2 Name",
  "Option2 Value",
  "Option3 Name",
  "Option3 Value",
  "Variant SKU",
  "Variant Grams",
  "Variant Inventory Tracker",
  "Variant Inventory Qty",
  "Variant Inventory Policy",
  "Variant Fulfillment Service",
  "Variant Price",
  "Variant Compare At Price",
  "Variant Requires Shipping",
  "Variant Taxable",
  "Variant Barcode",
  "Image Src",
  "Image Position",
  "Image Alt Text",
  "Gift Card",
  "SEO Title",
  "SEO Description",
  "Google Shopping / Google Product Category",
  "Google Shopping / Gender",
  "Google Shopping / Age Group",
  "Google Shopping / MPN",
  "Google Shopping / AdWords Grouping",
  "Google Shopping / AdWords Labels",
  "Google Shopping / Condition",
  "Google Shopping / Custom Product",
  "Google Shopping / Custom Label 0",
  "Google Shopping / Custom Label 1",
  "Google Shopping / Custom Label 2",
  "Google Shopping / Custom Label 3",
  "Google Shopping / Custom Label 4",
  "Variant Image",
  "Variant Weight Unit",
  "Variant Tax Code",
  "Cost per item",
  "Status",
];

export type ShopForm = "shopify" | "shopify-legacy";
