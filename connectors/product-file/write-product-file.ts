import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import { batteryChoices, keptOwn, ownColumns, type OwnColumn, type OwnKey } from "./columns.ts";
import { problemHeadings } from "./read-product-file.ts";

type Language = "zh" | "en";

/** One column of a sheet that is to be written, as the writer of workbooks takes it. */
export interface SheetColumn {
  readonly heading: string;
  readonly kind: "text" | "number";
  readonly digits?: number;
  readonly choices?: readonly string[];
}

export interface ProductSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Row sentences for a corrected file: by product key and place of the SKU in it. */
export type Remarks = (key: string, place: number) => string;

const names: Readonly<Record<Language, string>> = { zh: "产品", en: "Products" };
const moneyDigits = 2;
const moneyKeys: ReadonlySet<OwnKey> = new Set<OwnKey>(["cost", "price"]);

/**
 * Products in our own form, one row a SKU; without products it is the template to fill in.
 *
 * @param remarks adds a last column that says what is wrong with each row
 */
export function productSheet(
  products: readonly ProductRecord[],
  language: Language,
  remarks?: Remarks,
): ProductSheet {
  const keys = Object.keys(ownColumns) as OwnKey[];
  const columns: SheetColumn[] = keys.map((key) => columnOf(key, language));
  const rows = products.flatMap((product) =>
    product.skus.map((sku, place) => {
      const cells = keys.map((key) => cellOf(product, sku, key, language));
      return remarks === undefined ? cells : [...cells, remarks(product.key, place)];
    }),
  );
  const last = { heading: problemHeadings[language], kind: "text" as const };
  return {
    name: names[language],
    columns: remarks === undefined ? columns : [...columns, last],
    rows,
  };
}

function columnOf(key: OwnKey, language: Language): SheetColumn {
  const column: OwnColumn = ownColumns[key];
  const choices =
    key === "battery" ? Object.values(batteryChoices).map((words) => words[language]) : undefined;
  return {
    heading: column.isRequired === true ? `${column[language]}*` : column[language],
    kind: column.kind,
    ...(moneyKeys.has(key) ? { digits: moneyDigits } : {}),
    ...(choices === undefined ? {} : { choices }),
  };
}

const optionPlaces: Partial<Record<OwnKey, number>> = {
  option1Name: 0,
  option1Value: 0,
  option2Name: 1,
  option2Value: 1,
  option3Name: 2,
  option3Value: 2,
};
const imageKeys: readonly OwnKey[] = ["image1", "image2", "image3", "image4", "image5"];

function cellOf(
  product: ProductRecord,
  sku: SkuRecord,
  key: OwnKey,
  language: Language,
): string | number | null {
  const place = optionPlaces[key];
  if (place !== undefined) {
    return (key.endsWith("Name") ? product.optionNames[place] : sku.options[place]) ?? null;
  }
  const image = imageKeys.indexOf(key);
  if (image >= 0) return product.pictures[image]?.url ?? null;
  if (keptOwn.includes(key)) return sku.extras[ownColumns[key].en] ?? null;
  switch (key) {
    case "key":
      return product.key;
    case "titleZh":
      return product.title.zh;
    case "titleEn":
      return product.title.en;
    case "textZh":
      return product.text.zh;
    case "textEn":
      return product.text.en;
    case "brand":
    case "category":
    case "material":
      return product[key];
    case "cost":
    case "price":
      return sku[key] === null ? null : Number(sku[key]);
    case "battery":
      return sku.battery === null ? null : batteryChoices[sku.battery][language];
    default:
      return sku[key as keyof SkuRecord] as string | number | null;
  }
}
