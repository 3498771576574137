import { setImmediate as nextTurn } from "node:timers/promises";
import type { ImportPreview, ImportProblem } from "@echelon/contract/exchange/imports.ts";
import type { ReadProduct } from "@echelon/contract/exchange/product-record.ts";
import type { AssumableFact } from "@echelon/contract/exchange/shapes.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { categoryByName } from "../atlas.ts";
import { isSameRecord, mergeProduct } from "../merge-product.ts";
import { type ProductCore, productRow } from "../product-row.ts";
import { readByKeys, skuOwners } from "../store/catalog-store.ts";
import type { ProductTable } from "../store/schema.ts";
import type { KeptReading } from "../threads/read-catalog-file.ts";
import { importedAttributes } from "../imported-attributes.ts";

/** One product of a file with what taking it in would do. */
export interface PlannedProduct {
  readonly row: number;
  readonly change: "add" | "change" | "same";
  /** Red products are left out of a commit. */
  readonly isRed: boolean;
  /** As it would be written; its id is empty while it is new. */
  readonly product: ProductTable;
}

export interface ImportPlan {
  readonly products: readonly PlannedProduct[];
  /** What only the catalogue knows to be wrong, and what is weak about each product. */
  readonly problems: readonly ImportProblem[];
}

/** How many products are planned before other requests get their turn. */
const productsAtOnce = 250;

/** What a file would change in the catalogue as it is now. */
export async function planImport(
  sql: Sql,
  enterprise: string,
  reading: KeptReading,
  now: Date,
): Promise<ImportPlan> {
  const keys = reading.products.map(({ record }) => record.key);
  const known = await readByKeys(sql, enterprise, keys);
  const skus = reading.products.flatMap(({ record }) => record.skus.map(({ sku }) => sku));
  const owners = await skuOwners(sql, enterprise, skus);
  const problems: ImportProblem[] = [];
  const products: PlannedProduct[] = [];
  for (const [at, read] of reading.products.entries()) {
    if (at % productsAtOnce === productsAtOnce - 1) await nextTurn();
    const before = known.get(read.record.key);
    const product = planned(enterprise, before, read, reading, now);
    const foreign = read.record.skus.find(({ sku }) => {
      const owner = owners.get(sku);
      return owner !== undefined && owner !== read.record.key;
    });
    if (foreign !== undefined) problems.push(ownedElsewhere(read, foreign.sku, owners));
    if (isUnknownCategory(read, reading)) problems.push(unknownCategory(read));
    problems.push(...weaknessProblems(read.row, product));
    const isRed = read.isFaulty || foreign !== undefined || product.readiness === "red";
    products.push({ row: read.row, change: changeOf(before, product), isRed, product });
  }
  return { products, problems };
}

function planned(
  enterprise: string,
  before: ProductTable | undefined,
  { record }: ReadProduct,
  { guesses }: KeptReading,
  now: Date,
): ProductTable {
  const guess = guesses[record.key];
  if (before === undefined) {
    const core: ProductCore = {
      organisation_id: enterprise,
      id: "",
      record,
      state: "draft",
      chosen_category: null,
      attributes: {},
      defect_ppm: null,
      version: 1,
      changed_at: now,
    };
    const row = productRow(core, guess);
    return { ...row, attributes: importedAttributes(row.category, record) };
  }
  const merged = mergeProduct(before.record, record);
  const attributes = { ...importedAttributes(before.category, merged), ...before.attributes };
  const version = before.version + 1;
  const core = { ...before, record: merged, attributes, version, changed_at: now };
  // The guess is of the file's titles; where others were kept, they are guessed anew.
  return productRow(core, isSameRecord(merged.title, record.title) ? guess : undefined);
}

function changeOf(before: ProductTable | undefined, after: ProductTable): PlannedProduct["change"] {
  if (before === undefined) return "add";
  return isSameRecord(before.record, after.record) ? "same" : "change";
}

function ownedElsewhere(
  { row }: ReadProduct,
  sku: string,
  owners: ReadonlyMap<string, string>,
): ImportProblem {
  const facts = { product: (owners.get(sku) ?? "").slice(0, 100) };
  return { code: "exchange/csv-duplicate-sku", level: "red", row, column: "", value: sku, facts };
}

/**
 * A shop's own taxonomy is foreign as a rule; our own file's category is meant to be one of ours.
 */
function isUnknownCategory({ record }: ReadProduct, { format }: KeptReading): boolean {
  return (
    format === "echelon" && record.category !== "" && categoryByName(record.category) === undefined
  );
}

function unknownCategory({ row, record }: ReadProduct): ImportProblem {
  const value = record.category.slice(0, 100);
  return {
    code: "exchange/csv-category-unknown",
    level: "amber",
    row,
    column: "",
    value,
    facts: {},
  };
}

function weaknessProblems(row: number, product: ProductTable): ImportProblem[] {
  return product.weaknesses
    .filter((code) => code.startsWith("exchange/weak-"))
    .map((code) => ({
      code: code as ImportProblem["code"],
      level: "amber",
      row,
      column: "",
      value: product.key.slice(0, 100),
      facts: {},
    }));
}

export function countsOf({ rows }: KeptReading, { products }: ImportPlan): ImportPreview["counts"] {
  const count = (holds: (planned: PlannedProduct) => boolean) => products.filter(holds).length;
  const ready = (level: "amber" | "green") =>
    count(({ isRed, product }) => !isRed && product.readiness === level);
  return {
    rows,
    products: products.length,
    skus: products.reduce((sum, { product }) => sum + product.skus, 0),
    add: count(({ change }) => change === "add"),
    change: count(({ change }) => change === "change"),
    same: count(({ change }) => change === "same"),
    red: count(({ isRed }) => isRed),
    amber: ready("amber"),
    green: ready("green"),
  };
}

/** How many SKUs would be sold on each assumption. */
export function assumptionsOf({ products }: ImportPlan): ImportPreview["assumed"] {
  const skus = new Map<AssumableFact, number>();
  for (const { product } of products) {
    for (const fact of product.assumed) skus.set(fact, (skus.get(fact) ?? 0) + product.skus);
  }
  return [...skus].map(([fact, count]) => ({ fact, skus: count }));
}
