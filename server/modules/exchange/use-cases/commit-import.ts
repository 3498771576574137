import { gunzipSync } from "node:zlib";
import type { CommitImportRequest, ImportCommitted } from "@echelon/contract/exchange/imports.ts";
import type { ReadProduct } from "@echelon/contract/exchange/product-record.ts";
import { productsPerCatalogMax } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { ExchangeMeans } from "../means.ts";
import { rowOf } from "../product-row.ts";
import {
  holdImport,
  markCommitted,
  ownersOfSkus,
  readProducts,
  writeProduct,
} from "../store/product-store.ts";
import type { ImportTable } from "../store/schema.ts";
import { keepCatalog } from "./find-catalog.ts";
import { changeOf } from "./preview-import.ts";

/** Takes the products of a previewed file into the catalogue: all of it in one transaction, once. */
export async function commitImport(
  { database, clock, newId }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  id: string,
  wish: CommitImportRequest,
): Promise<Outcome<ImportCommitted>> {
  const kept = await keepCatalog(database, caller, enterprise);
  if (!kept.ok) return kept;
  return database.transaction(async (tx) => {
    const held = await holdImport(tx, enterprise, id);
    if (held === undefined) return refuse({ code: "exchange/no-such-import" });
    if (held.committed_at !== null) return refuse({ code: "exchange/import-committed" });
    const read = readingOf(held);
    const sound = read.filter(
      (product) => !product.isFaulty && rowFor(product, clock.now()).readiness !== "red",
    );
    if (sound.length < read.length && !wish.leavesOutFaulty) {
      return refuse({ code: "exchange/import-faulty", facts: { red: read.length - sound.length } });
    }
    const done = await takeIn(tx, enterprise, sound, wish.publishes, clock.now(), newId);
    if (!done.ok) return done;
    await markCommitted(tx, enterprise, id, clock.now());
    return ok({ ...done.value, leftOut: read.length - sound.length });
  });
}

export const readingOf = (held: ImportTable): readonly ReadProduct[] =>
  JSON.parse(gunzipSync(held.reading).toString("utf8")) as ReadProduct[];

function rowFor({ record }: ReadProduct, now: Date) {
  return rowOf({
    organisation_id: "",
    id: "",
    key: record.key,
    record,
    category_id: null,
    attributes: {},
    state: "draft",
    version: 1,
    changed_at: now,
  });
}

/** Adds and changes products by their key; equal ones are left as they are. */
async function takeIn(
  tx: Tx,
  enterprise: string,
  products: readonly ReadProduct[],
  publishes: boolean,
  now: Date,
  newId: () => string,
): Promise<Outcome<Omit<ImportCommitted, "leftOut">>> {
  const before = new Map((await readProducts(tx, enterprise)).map((row) => [row.key, row]));
  const known = new Map([...before].map(([key, row]) => [key, JSON.stringify(row.record)]));
  const owners = await ownersOfSkus(tx, enterprise);
  const counts = { added: 0, changed: 0, unchanged: 0, published: 0 };
  if (
    before.size + products.filter(({ record }) => !before.has(record.key)).length >
    productsPerCatalogMax
  ) {
    return refuse({ code: "exchange/catalog-full", facts: { max: productsPerCatalogMax } });
  }
  for (const { record } of products) {
    const row = before.get(record.key);
    const foreign = record.skus.find(({ sku }) => owners.has(sku) && owners.get(sku) !== row?.id);
    if (foreign !== undefined)
      return refuse({ code: "exchange/preview-stale", facts: { sku: foreign.sku } });
    const change = changeOf(record, known);
    const isPublished = publishes && row?.state !== "published";
    if (change === "same" && !isPublished) {
      counts.unchanged += 1;
      continue;
    }
    if (change === "add") counts.added += 1;
    else if (change === "change") counts.changed += 1;
    else counts.unchanged += 1;
    if (isPublished) counts.published += 1;
    await writeProduct(
      tx,
      rowOf({
        organisation_id: enterprise,
        id: row?.id ?? newId(),
        key: record.key,
        record,
        category_id: row?.category_id ?? null,
        attributes: row?.attributes ?? materialOf(record.material),
        state: isPublished ? "published" : (row?.state ?? "draft"),
        version: (row?.version ?? 0) + 1,
        changed_at: now,
      }),
    );
  }
  return ok(counts);
}

const materialOf = (material: string): Record<string, string> =>
  material === "" ? {} : { material };
