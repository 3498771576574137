/** Rows of a product file, put together into products. */
import { type ImportProblem, importProblemsMax } from "@echelon/contract/exchange/imports.ts";
import type {
  ProductRecord,
  ReadProduct,
  SkuRecord,
} from "@echelon/contract/exchange/product-record.ts";
import { skusPerProductMax } from "@echelon/contract/exchange/shapes.ts";

/** What a product is beside its variants and pictures. */
export type ProductFacts = Omit<ProductRecord, "key" | "optionNames" | "pictures" | "skus">;

/** What one row says; of a product's facts its first row's count. */
export interface ProductRow {
  readonly row: number;
  /** Null for a row that names no product. */
  readonly key: string | null;
  readonly facts: ProductFacts;
  readonly optionNames: readonly string[];
  /** Values beside the names, as many as the form has columns for. */
  readonly sku: SkuRecord | null;
  readonly pictures: ProductRecord["pictures"];
}

export interface ProblemList {
  report(problem: ImportProblem): void;
  /** By row. */
  sorted(): ImportProblem[];
  /** Rows with a problem that keeps their product out. */
  readonly redRows: Set<number>;
}

export function newProblemList(): ProblemList {
  const all: ImportProblem[] = [];
  const redRows = new Set<number>();
  return {
    redRows,
    sorted: () => all.toSorted((a, b) => a.row - b.row),
    report(problem) {
      if (problem.level === "red") redRows.add(problem.row);
      if (all.length < importProblemsMax * 10) all.push(problem);
    },
  };
}

interface Growing {
  readonly row: number;
  readonly rows: number[];
  readonly first: ProductRow;
  readonly optionNames: readonly string[];
  readonly skus: SkuRecord[];
  readonly pictures: Map<string, string>;
}

/**
 * Puts rows of one key together. Red: a first row without title, a row without key, a SKU that the
 * file has twice, option names that change, more variants than a product may have.
 */
export function productsOfRows(rows: readonly ProductRow[], problems: ProblemList): ReadProduct[] {
  const red = (code: ImportProblem["code"], row: number, value: string, facts = {}) =>
    problems.report({ code, level: "red", row, column: "", value: value.slice(0, 100), facts });
  const products = new Map<string, Growing>();
  const skuRows = new Map<string, number>();
  for (const row of rows) {
    if (row.key === null) {
      red("exchange/csv-no-key", row.row, "");
      continue;
    }
    const known = products.get(row.key);
    const product = known ?? begin(row);
    if (known === undefined) {
      products.set(row.key, product);
      if (!hasTitle(row)) red("exchange/csv-no-title", row.row, row.key);
    } else {
      product.rows.push(row.row);
      const differs = row.optionNames.some((name, at) => name !== known.optionNames[at]);
      if (differs) red("exchange/csv-options-differ", row.row, row.optionNames.join(" / "));
    }
    for (const { url, alt } of row.pictures) {
      if (!product.pictures.has(url)) product.pictures.set(url, alt);
    }
    if (row.sku === null) continue;
    const { sku } = row.sku;
    const other = skuRows.get(sku);
    if (sku === "") red("exchange/csv-no-sku", row.row, row.key);
    else if (other !== undefined) red("exchange/csv-duplicate-sku", row.row, sku, { other });
    else skuRows.set(sku, row.row);
    product.skus.push({ ...row.sku, options: valuesFor(product.optionNames, row.sku.options) });
    if (product.skus.length === skusPerProductMax + 1) {
      red("exchange/csv-too-many-variants", row.row, row.key, { skusMax: skusPerProductMax });
    }
  }
  return [...products].map(([key, product]) => finish(key, product, problems.redRows));
}

function hasTitle({ facts }: ProductRow): boolean {
  return facts.title.zh !== "" || facts.title.en !== "";
}

function begin(row: ProductRow): Growing {
  const isPlain = row.optionNames.length === 1 && isDefaultOption(row);
  return {
    row: row.row,
    rows: [row.row],
    first: row,
    optionNames: isPlain ? [] : row.optionNames.filter((name) => name !== ""),
    skus: [],
    pictures: new Map(),
  };
}

/** A product without options is written with the option Title and the value Default Title. */
function isDefaultOption({ optionNames, sku }: ProductRow): boolean {
  return optionNames[0] === "Title" && sku?.options[0] === "Default Title";
}

function valuesFor(names: readonly string[], values: readonly string[]): string[] {
  return names.map((_, at) => values[at] ?? "");
}

function finish(key: string, product: Growing, redRows: ReadonlySet<number>): ReadProduct {
  const { row, first, optionNames, skus } = product;
  const pictures = [...product.pictures].map(([url, alt]) => ({ url, alt }));
  return {
    row,
    record: { key, ...first.facts, optionNames, pictures, skus: skus.slice(0, skusPerProductMax) },
    isFaulty: product.rows.some((each) => redRows.has(each)),
  };
}

/** A title as a key: what shops do with a product that comes without one. */
export function keyOfTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 200);
}
