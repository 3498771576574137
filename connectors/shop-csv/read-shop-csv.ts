import type {
  CatalogReading,
  CatalogReadingOptions,
  SkuRecord,
} from "@echelon/contract/exchange/product-record.ts";
import { titleCharsMax, textCharsMax, weightGMax } from "@echelon/contract/exchange/shapes.ts";
import { columnsByAlias, findHeader, type FoundHeader, plainHeading } from "../header.ts";
import { type ProductCells, productCells } from "../product-cells.ts";
import { keyOfTitle, newProblemList, type ProductRow, productsOfRows } from "../product-rows.ts";
import { reduceHtml } from "../reduce-html.ts";
import type { TableFile } from "../table.ts";
import { kept, meaningful, type ShopForm, type ShopKey } from "./columns.ts";

const aliases = Object.fromEntries(
  Object.entries(meaningful).map(([key, { current, legacy, chinese }]) => [
    key,
    [...[current, legacy].filter((heading) => heading !== null), ...chinese],
  ]),
) as unknown as Readonly<Record<ShopKey, readonly string[]>>;

interface ShopHeader {
  readonly form: ShopForm;
  readonly columns: ReadonlyMap<ShopKey, number>;
}

/** Whether a heading row is that of a shop's product export. */
function understandShopHeader(headings: readonly string[]): ShopHeader | null {
  const columns = columnsByAlias(headings, aliases);
  const names = new Set(headings.map(plainHeading));
  if (!columns.has("key") || !columns.has("title") || !columns.has("price")) return null;
  const isLegacy = names.has(plainHeading("Handle"));
  return { form: isLegacy ? "shopify-legacy" : "shopify", columns };
}

export function findShopHeader(file: TableFile): FoundHeader<ShopHeader> | null {
  return findHeader(file, understandShopHeader);
}

/** Reads Shopify's product CSV in either form. Prices stay decimals in the file's currency. */
export function readShopCsv(
  found: FoundHeader<ShopHeader>,
  options: CatalogReadingOptions,
): CatalogReading {
  const { sheet, at, headings, understood } = found;
  const { columns, form } = understood;
  const problems = newProblemList();
  const extraColumns = extrasOf(headings, columns);
  const data = sheet.rows.slice(at + 1);
  const seen = new Set<string>();
  const rows = data.map((row) => {
    const cells = productCells<ShopKey>(row, columns, headings, problems.report);
    const extras = Object.fromEntries(
      extraColumns
        .map(({ heading, place }) => [heading, row.cells[place] ?? ""] as const)
        .filter(([, value]) => value !== ""),
    );
    return readRow(cells, extras, seen, options);
  });
  const products = productsOfRows(rows, problems);
  return {
    format: form,
    rows: data.length,
    products,
    problems: problems.sorted(),
    unknownColumns: extraColumns.filter(({ isKnown }) => !isKnown).map(({ heading }) => heading),
  };
}

const keptHeadings = new Map(
  kept.flatMap(([current, legacy]) => {
    const name = current ?? legacy ?? "";
    return [current, legacy]
      .filter((each) => each !== null)
      .map((each) => [plainHeading(each), name]);
  }),
);
/** A picture's place is told by the order of the rows. */
const dropped = plainHeading("Image position");

function extrasOf(headings: readonly string[], columns: ReadonlyMap<ShopKey, number>) {
  const taken = new Set(columns.values());
  return headings.flatMap((heading, place) => {
    const plain = plainHeading(heading);
    if (taken.has(place) || plain === "" || plain === dropped) return [];
    const known = keptHeadings.get(plain);
    const isKnown = known !== undefined || plain.startsWith(plainHeading("Google Shopping /"));
    return [{ heading: known ?? heading.trim(), place, isKnown }];
  });
}

type Cells = ProductCells<ShopKey>;

function readRow(
  cells: Cells,
  extras: SkuRecord["extras"],
  seen: Set<string>,
  { language }: CatalogReadingOptions,
): ProductRow {
  const title = cells.text("title", titleCharsMax);
  const key = cells.text("key", 255) || (title === "" ? null : keyOfTitle(title));
  const isFirst = key !== null && !seen.has(key);
  if (key !== null) seen.add(key);
  const isOrphan = isFirst && title === "" && isVariant(cells);
  if (isOrphan) cells.problem("exchange/csv-orphan-variant", "key");
  const inLanguage = (text: string) =>
    language === "zh" ? { zh: text, en: "" } : { zh: "", en: text };
  const picture = cells.picture("picture");
  return {
    row: cells.row,
    key,
    facts: {
      title: inLanguage(title),
      text: inLanguage(isFirst ? readText(cells) : ""),
      brand: cells.text("brand", 255),
      type: cells.text("type", 255),
      category: cells.text("category", 255),
      tags: tagsOf(cells.text("tags", 10_000)),
      state: isFirst ? stateOf(cells) : null,
      material: "",
    },
    optionNames: optionNames(cells, isFirst),
    sku: isFirst || isVariant(cells) ? readSku(cells, extras) : null,
    pictures: picture === null ? [] : [{ url: picture, alt: cells.text("pictureAlt", 500) }],
  };
}

/** A row that only adds a picture has neither SKU nor price nor option value. */
function isVariant(cells: Cells): boolean {
  return (["sku", "price", "option1Value", "title"] as const).some((key) => cells.has(key));
}

function readText(cells: Cells): string {
  const html = cells.text("text", textCharsMax);
  const reduced = reduceHtml(html);
  if (reduced !== html.trim()) cells.problem("exchange/csv-html-reduced", "text");
  return reduced;
}

function tagsOf(text: string): string[] {
  const tags = text.split(",").map((tag) => tag.trim().slice(0, 255));
  return [...new Set(tags.filter((tag) => tag !== ""))].slice(0, 250);
}

const states = new Map([
  ...["active", "已上架", "在售", "启用"].map((word) => [word, "active"] as const),
  ...["draft", "草稿"].map((word) => [word, "draft"] as const),
  ...["archived", "unlisted", "已归档", "下架", "已下架"].map(
    (word) => [word, "archived"] as const,
  ),
]);

/** `Status` decides; older files have only whether the product is published. */
function stateOf(cells: Cells) {
  const state = cells.word("state", states);
  if (state !== null) return state;
  const isPublished = cells.flag("published");
  if (isPublished === null) return null;
  return isPublished ? "active" : "draft";
}

const optionKeys = [
  ["option1Name", "option1Value"],
  ["option2Name", "option2Value"],
  ["option3Name", "option3Value"],
] as const;

function optionNames(cells: Cells, isFirst: boolean): string[] {
  const names = optionKeys.map(([name, value]) => {
    const said = cells.text(name, 255);
    return said === "" && isFirst && cells.has(value) ? name.replace("Name", "") : said;
  });
  if (isFirst && cells.has("option4Value")) {
    cells.problem("exchange/csv-too-many-options", "option4Value", { optionsMax: 3 });
  }
  while (names.at(-1) === "") names.pop();
  return names;
}

const beyondStock = new Map([
  ["continue", true],
  ["deny", false],
  ...["true", "yes", "是", "1"].map((word) => [word, true] as const),
  ...["false", "no", "否", "0"].map((word) => [word, false] as const),
]);

function readSku(cells: Cells, extras: SkuRecord["extras"]): SkuRecord {
  const price = cells.decimal("price");
  const cost = cells.decimal("cost");
  if (price === null && cost === null && !cells.has("price")) {
    cells.problem("exchange/csv-no-price", "price");
  }
  return {
    sku: cells.text("sku", 64),
    gtin: cells.gtin("gtin"),
    options: optionKeys.map(([, value]) => cells.text(value, 255)),
    price,
    compareAt: cells.decimal("compareAt"),
    priceCurrency: null,
    cost,
    costCurrency: null,
    stock: cells.integer("stock", -1_000_000_000, 1_000_000_000),
    sellsBeyondStock: cells.word("sellsBeyondStock", beyondStock),
    isTaxable: cells.flag("isTaxable"),
    ships: cells.flag("ships"),
    weightG: positive(cells.integer("weightG", 0, weightGMax)),
    lengthMm: null,
    widthMm: null,
    heightMm: null,
    hs: null,
    origin: null,
    battery: null,
    moq: null,
    leadDays: null,
    picture: cells.picture("skuPicture"),
    extras,
  };
}

/** Exports write 0 for a weight that nobody entered. */
function positive(value: number | null): number | null {
  return value === 0 ? null : value;
}
