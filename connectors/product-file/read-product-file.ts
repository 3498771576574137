import type {
  CatalogReading,
  CatalogReadingOptions,
  ProductRecord,
  SkuRecord,
} from "@echelon/contract/exchange/product-record.ts";
import {
  sizeMmMax,
  textCharsMax,
  titleCharsMax,
  weightGMax,
} from "@echelon/contract/exchange/shapes.ts";
import { columnsByAlias, findHeader, type FoundHeader, plainHeading } from "../header.ts";
import { batteryWords, type ProductCells, productCells } from "../product-cells.ts";
import { keyOfTitle, newProblemList, type ProductRow, productsOfRows } from "../product-rows.ts";
import { reduceHtml } from "../reduce-html.ts";
import type { Row, TableFile } from "../table.ts";
import { keptOwn, medusaColumns, ownColumns, type OwnColumn, type OwnKey } from "./columns.ts";

interface OwnHeader {
  readonly format: "echelon" | "medusa";
  readonly columns: ReadonlyMap<OwnKey, number>;
  /** Medusa's `Variant Price EUR`, by currency. */
  readonly prices: ReadonlyMap<string, number>;
  readonly variantId: number;
}

const ownAliases = Object.fromEntries(
  Object.entries(ownColumns as Record<OwnKey, OwnColumn>).map(
    ([key, { name, zh, en, aliases }]) => [key, [name, zh, en, ...(aliases ?? [])]],
  ),
) as unknown as Readonly<Record<OwnKey, readonly string[]>>;

/** Whether a heading row is that of our product file, or of Medusa's export. */
function understandProductHeader(headings: readonly string[]): OwnHeader | null {
  const medusa = columnsByAlias(headings, medusaColumns);
  if (medusa.has("key") && medusa.has("sku")) {
    const places = headings.map((heading, at) => [
      /^variant price ([a-z]{3})$/i.exec(heading)?.[1],
      at,
    ]);
    const prices = places.filter((place): place is [string, number] => place[0] !== undefined);
    return {
      format: "medusa",
      columns: medusa,
      prices: new Map(prices.map(([code, at]) => [code.toUpperCase(), at])),
      variantId: headings.findIndex((heading) => plainHeading(heading) === "variantid"),
    };
  }
  const columns = columnsByAlias(headings, ownAliases);
  const hasTitle = columns.has("titleZh") || columns.has("titleEn");
  if (!hasTitle || !columns.has("sku")) return null;
  return { format: "echelon", columns, prices: new Map(), variantId: -1 };
}

export function findProductHeader(file: TableFile): FoundHeader<OwnHeader> | null {
  return findHeader(file, understandProductHeader);
}

/** Reads our own product file, or Medusa's export. One row is one SKU. */
export function readProductFile(
  found: FoundHeader<OwnHeader>,
  options: CatalogReadingOptions,
): CatalogReading {
  const { sheet, at, headings, understood } = found;
  const problems = newProblemList();
  const extraColumns = extrasOf(headings, understood);
  const data = sheet.rows.slice(at + 1);
  const rows = data.map((row) => {
    const cells = productCells<OwnKey>(row, understood.columns, headings, problems.report);
    const extras = Object.fromEntries(
      extraColumns
        .map(({ heading, place }) => [heading, row.cells[place] ?? ""] as const)
        .filter(([, value]) => value !== ""),
    );
    return readRow(cells, row, understood, extras, options);
  });
  const products = productsOfRows(rows, problems);
  return {
    format: understood.format,
    rows: data.length,
    products,
    problems: problems.sorted(),
    unknownColumns: extraColumns.filter(({ isKnown }) => !isKnown).map(({ heading }) => heading),
  };
}

/** Our problems column of a corrected file says nothing about the product. */
export const problemHeadings = { zh: "问题", en: "Problems" } as const;
const dropped: ReadonlySet<string> = new Set(Object.values(problemHeadings).map(plainHeading));

function extrasOf(headings: readonly string[], { columns, prices, format }: OwnHeader) {
  const kept = new Map(keptOwn.map((key) => [columns.get(key), ownColumns[key].en as string]));
  const taken = new Set([...columns.values(), ...prices.values()].filter((at) => !kept.has(at)));
  return headings.flatMap((heading, place) => {
    if (taken.has(place) || heading === "" || dropped.has(plainHeading(heading))) return [];
    const own = kept.get(place);
    const isMedusas = format === "medusa" && /^(product|variant) /i.test(heading);
    return [{ heading: own ?? heading.trim(), place, isKnown: own !== undefined || isMedusas }];
  });
}

type Cells = ProductCells<OwnKey>;

function readRow(
  cells: Cells,
  row: Row,
  header: OwnHeader,
  extras: SkuRecord["extras"],
  { language, currency }: CatalogReadingOptions,
): ProductRow {
  const said = {
    zh: cells.text("titleZh", titleCharsMax),
    en: cells.text("titleEn", titleCharsMax),
  };
  const isMedusa = header.format === "medusa";
  const title = isMedusa && language === "zh" ? { zh: said.en, en: "" } : said;
  const text = { zh: readText(cells, "textZh"), en: readText(cells, "textEn") };
  const sku = readSku(cells, row, header, extras, currency);
  const key = cells.text("key", 255) || sku.sku || keyOfTitle(said.en || said.zh) || null;
  return {
    row: cells.row,
    key,
    facts: {
      title,
      text: isMedusa && language === "zh" ? { zh: text.en, en: "" } : text,
      brand: cells.text("brand", 255),
      type: "",
      category: cells.text("category", 255),
      tags: [],
      state: null,
      material: cells.text("material", 200),
    },
    optionNames: optionNames(cells),
    sku,
    pictures: pictures(cells),
  };
}

function readText(cells: Cells, key: "textZh" | "textEn"): string {
  const html = cells.text(key, textCharsMax);
  const reduced = reduceHtml(html);
  if (reduced !== html.trim()) cells.problem("exchange/csv-html-reduced", key);
  return reduced;
}

function optionNames(cells: Cells): string[] {
  const names = (["option1Name", "option2Name", "option3Name"] as const).map((name) =>
    cells.text(name, 255),
  );
  while (names.at(-1) === "") names.pop();
  return names;
}

function pictures(cells: Cells): ProductRecord["pictures"] {
  const urls = (["image1", "image2", "image3", "image4", "image5"] as const).map((key) =>
    cells.picture(key),
  );
  return [...new Set(urls)].filter((url) => url !== null).map((url) => ({ url, alt: "" }));
}

function readSku(
  cells: Cells,
  row: Row,
  header: OwnHeader,
  extras: SkuRecord["extras"],
  currency: string | null,
): SkuRecord {
  const listed = header.format === "medusa" ? priceByCurrency(row, header.prices, currency) : null;
  const price = listed?.price ?? cells.decimal("price");
  const cost = cells.decimal("cost");
  const isUnpriced = price === null && cost === null;
  if (isUnpriced && !cells.has("price") && !cells.has("cost")) {
    cells.problem("exchange/csv-no-price", "price");
  }
  const fallback = row.cells[header.variantId] ?? "";
  return {
    sku: cells.text("sku", 64) || fallback.slice(0, 64),
    gtin: cells.gtin("gtin"),
    options: (["option1Value", "option2Value", "option3Value"] as const).map((key) =>
      cells.text(key, 255),
    ),
    price,
    compareAt: null,
    priceCurrency: listed?.currency ?? cells.currency("priceCurrency"),
    cost,
    costCurrency: cells.currency("costCurrency"),
    stock: cells.integer("stock", 0, 1_000_000_000),
    sellsBeyondStock: null,
    isTaxable: null,
    ships: null,
    weightG: cells.integer("weightG", 1, weightGMax),
    lengthMm: cells.integer("lengthMm", 1, sizeMmMax),
    widthMm: cells.integer("widthMm", 1, sizeMmMax),
    heightMm: cells.integer("heightMm", 1, sizeMmMax),
    hs: cells.hs("hs"),
    origin: cells.country("origin"),
    battery: cells.word("battery", batteryWords, "exchange/csv-battery-unknown"),
    moq: cells.integer("moq", 1, 1_000_000),
    leadDays: cells.integer("leadDays", 0, 365),
    picture: null,
    extras,
  };
}

/** The price in the wanted currency, else in the first that the row has one in. */
function priceByCurrency(row: Row, prices: ReadonlyMap<string, number>, wanted: string | null) {
  const found = [...prices].filter(([, at]) => /^\d+(\.\d+)?$/.test(row.cells[at] ?? ""));
  const [code, at] = found.find(([each]) => each === wanted) ?? found[0] ?? [];
  return code === undefined || at === undefined
    ? null
    : { currency: code, price: row.cells[at] ?? "" };
}
