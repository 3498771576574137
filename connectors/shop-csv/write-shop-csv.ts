import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import { plainHeading } from "../header.ts";
import { currentHeadings, kept, legacyHeadings, meaningful, type ShopForm } from "./columns.ts";

/**
 * Products as rows of Shopify's product CSV, the headings first.
 *
 * One language goes out: a title that lacks it goes out in the other. Columns that were kept come
 * back; the current form's own columns that the legacy one lacks are left out of it.
 */
export function writeShopCsv(
  products: readonly ProductRecord[],
  form: ShopForm,
  language: "zh" | "en",
): string[][] {
  const own = form === "shopify" ? currentHeadings : legacyHeadings;
  const more = foreignHeadings(products, own);
  const headings = [...own, ...more];
  const rows = products.flatMap((product) => rowsOf(product, form, language));
  return [
    headings,
    ...rows.map((row) => headings.map((heading) => row.get(plainHeading(heading)) ?? "")),
  ];
}

/** Headings of kept cells that belong to neither form. */
function foreignHeadings(products: readonly ProductRecord[], own: readonly string[]): string[] {
  const known = new Set([...own, ...kept.flat().filter((each) => each !== null)].map(plainHeading));
  const more = new Map<string, string>();
  for (const { extras } of products.flatMap(({ skus }) => skus)) {
    for (const heading of Object.keys(extras)) {
      const plain = plainHeading(heading);
      if (!known.has(plain) && !more.has(plain)) more.set(plain, heading);
    }
  }
  return [...more.values()];
}

type Cells = Map<string, string>;

function rowsOf(product: ProductRecord, form: ShopForm, language: "zh" | "en"): Cells[] {
  const heading = (key: keyof typeof meaningful): string =>
    plainHeading((form === "shopify" ? meaningful[key].current : meaningful[key].legacy) ?? key);
  const count = Math.max(product.skus.length, product.pictures.length, 1);
  return Array.from({ length: count }, (_, at) => {
    const cells: Cells = new Map([[heading("key"), product.key]]);
    const put = (key: keyof typeof meaningful, value: string | null) => {
      if (value !== null && value !== "") cells.set(heading(key), value);
    };
    if (at === 0) putProduct(product, language, put);
    const sku = product.skus[at];
    if (sku !== undefined) {
      putSku(sku, product.optionNames, form, put);
      putExtras(sku, form, cells);
    }
    const picture = product.pictures[at];
    if (picture !== undefined) {
      put("picture", picture.url);
      put("pictureAlt", picture.alt);
      cells.set(plainHeading("Image position"), String(at + 1));
    }
    return cells;
  });
}

type Put = (key: keyof typeof meaningful, value: string | null) => void;

function putProduct(product: ProductRecord, language: "zh" | "en", put: Put): void {
  const other = language === "zh" ? "en" : "zh";
  put("title", product.title[language] || product.title[other]);
  put("text", product.text[language] || product.text[other]);
  put("brand", product.brand);
  put("category", product.category);
  put("type", product.type);
  put("tags", product.tags.join(", "));
  if (product.state !== null) {
    put("state", `${product.state[0]?.toUpperCase()}${product.state.slice(1)}`);
    put("published", flag(product.state === "active"));
  }
  for (const [at, name] of product.optionNames.entries()) put(optionName(at), name);
  if (product.optionNames.length === 0) put("option1Name", "Title");
}

function putSku(sku: SkuRecord, names: readonly string[], form: ShopForm, put: Put): void {
  put("sku", sku.sku);
  put("gtin", sku.gtin);
  for (const [at, value] of sku.options.entries()) put(optionValue(at), value);
  if (names.length === 0) put("option1Value", "Default Title");
  put("price", sku.price);
  put("compareAt", sku.compareAt);
  put("cost", sku.cost);
  put("isTaxable", flag(sku.isTaxable));
  put("stock", sku.stock === null ? null : String(sku.stock));
  put("sellsBeyondStock", policy(sku.sellsBeyondStock, form));
  put("weightG", sku.weightG === null ? null : String(sku.weightG));
  put("ships", flag(sku.ships));
  put("skuPicture", sku.picture);
}

function putExtras(sku: SkuRecord, form: ShopForm, cells: Cells): void {
  for (const [name, value] of Object.entries(sku.extras)) {
    const pair = kept.find(([current, legacy]) => (current ?? legacy) === name);
    const heading = pair === undefined ? name : form === "shopify" ? pair[0] : pair[1];
    if (heading !== null) cells.set(plainHeading(heading), value);
  }
}

function optionName(at: number): keyof typeof meaningful {
  return (["option1Name", "option2Name", "option3Name"] as const)[at] ?? "option1Name";
}

function optionValue(at: number): keyof typeof meaningful {
  return (["option1Value", "option2Value", "option3Value"] as const)[at] ?? "option1Value";
}

function flag(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? "TRUE" : "FALSE";
}

function policy(value: boolean | null, form: ShopForm): string | null {
  if (value === null) return null;
  if (form === "shopify-legacy") return value ? "continue" : "deny";
  return value ? "CONTINUE" : "DENY";
}
