import { gzipSync } from "node:zlib";
import type { ImportPreview } from "@echelon/contract/exchange/imports.ts";
import { importProblemsMax, importSampleMax } from "@echelon/contract/exchange/imports.ts";
import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import type { AssumableFact } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { CatalogFile, CatalogInput } from "@echelon/connectors/catalog-thread.ts";
import { isCurrencyCode } from "@echelon/kernel/money/currency.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { UploadedFile } from "../../../platform/http/route.ts";
import { appraise, type Appraisal } from "../appraise.ts";
import type { ExchangeMeans } from "../means.ts";
import { insertImport, readImport, readProducts } from "../store/product-store.ts";
import { keepCatalog } from "./find-catalog.ts";

const reader = new URL(import.meta.resolve("@echelon/connectors/catalog-thread.ts"));

/** Where a file names no currency and nobody did. */
const usualCurrency = "CNY";

/** Reads a catalogue's file in a thread and says what a commit would do; nothing is changed. */
export async function previewImport(
  means: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  file: UploadedFile,
  wish: { currency?: string | undefined; language?: "zh" | "en" | undefined },
): Promise<Outcome<ImportPreview>> {
  const { database, desk, clock, newId } = means;
  const kept = await keepCatalog(database, caller, enterprise);
  if (!kept.ok) return kept;
  const currency = wish.currency ?? null;
  if (currency !== null && !isCurrencyCode(currency)) {
    return refuse({ code: "exchange/no-such-currency", facts: { currency } });
  }
  const language = wish.language ?? caller.locale;
  const read = await desk.hand<CatalogInput, CatalogFile>(reader, {
    bytes: file.bytes,
    options: { language, currency },
  });
  if (!read.ok) return read;
  const reading = inCurrency(read.value, currency ?? usualCurrency);
  const before = await readProducts(database, enterprise);
  const known = new Map(before.map((row) => [row.key, JSON.stringify(row.record)]));
  const preview = previewOf(reading, known, {
    id: newId(),
    fileName: file.name,
    madeAt: clock.now(),
  });
  await database.transaction((tx) =>
    insertImport(tx, {
      organisation_id: enterprise,
      id: preview.id,
      file_name: preview.fileName,
      reading: gzipSync(JSON.stringify(reading.products)),
      preview,
      made_by: caller.person,
      made_at: preview.madeAt,
      committed_at: null,
    }),
  );
  return ok(preview);
}

/** Fills in the currency of amounts whose file names none. */
function inCurrency(file: CatalogFile, currency: string): CatalogFile {
  const products = file.products.map((product) => {
    const skus = product.record.skus.map((sku) => ({
      ...sku,
      priceCurrency: sku.price === null ? sku.priceCurrency : (sku.priceCurrency ?? currency),
      costCurrency:
        sku.cost === null ? sku.costCurrency : (sku.costCurrency ?? sku.priceCurrency ?? currency),
    }));
    return { ...product, record: { ...product.record, skus } };
  });
  return { ...file, products };
}

export type Change = "add" | "change" | "same";

/** What a commit does with a product. */
export function changeOf(record: ProductRecord, known: ReadonlyMap<string, string>): Change {
  const before = known.get(record.key);
  if (before === undefined) return "add";
  return before === JSON.stringify(record) ? "same" : "change";
}

type Head = { id: string; fileName: string; madeAt: Date };

function previewOf(
  file: CatalogFile,
  known: ReadonlyMap<string, string>,
  head: Head,
): ImportPreview {
  const judged = file.products.map((product) => {
    const appraisal = appraise(product.record, null);
    const readiness = product.isFaulty ? ("red" as const) : appraisal.readiness;
    return { product, appraisal, readiness, change: changeOf(product.record, known) };
  });
  const count = (is: (one: (typeof judged)[number]) => boolean) => judged.filter(is).length;
  return {
    id: head.id,
    fileName: head.fileName.slice(0, 200),
    format: file.format,
    encoding: file.encoding,
    madeAt: head.madeAt,
    isCommitted: false,
    counts: {
      rows: file.rows,
      products: judged.length,
      skus: judged.reduce((sum, { product }) => sum + product.record.skus.length, 0),
      add: count(({ change }) => change === "add"),
      change: count(({ change }) => change === "change"),
      same: count(({ change }) => change === "same"),
      red: count(({ readiness }) => readiness === "red"),
      amber: count(({ readiness }) => readiness === "amber"),
      green: count(({ readiness }) => readiness === "green"),
    },
    assumed: assumedSkus(judged.map(({ appraisal }) => appraisal)),
    problems: file.problems.slice(0, importProblemsMax),
    problemsLeftOut: Math.max(0, file.problems.length - importProblemsMax),
    unknownColumns: file.unknownColumns.slice(0, 300).map((heading) => heading.slice(0, 100)),
    sample: judged.slice(0, importSampleMax).map(({ product, appraisal, readiness, change }) => ({
      row: product.row,
      key: product.record.key,
      title: { ...product.record.title },
      category: appraisal.category.id,
      skus: product.record.skus.length,
      change,
      readiness,
      assumed: [...factsAssumed(appraisal)],
    })),
  };
}

const factsAssumed = ({ items }: Appraisal): Set<AssumableFact> =>
  new Set(items.flatMap(({ assumed }) => assumed.map(({ fact }) => fact)));

function assumedSkus(appraisals: readonly Appraisal[]): ImportPreview["assumed"] {
  const counts = new Map<AssumableFact, number>();
  for (const { items } of appraisals) {
    for (const { fact } of items.flatMap(({ assumed }) => assumed))
      counts.set(fact, (counts.get(fact) ?? 0) + 1);
  }
  return [...counts].map(([fact, skus]) => ({ fact, skus }));
}

/** A preview that was made before. */
export async function viewImport(
  { database }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  id: string,
): Promise<Outcome<ImportPreview>> {
  const kept = await keepCatalog(database, caller, enterprise);
  if (!kept.ok) return kept;
  const row = await readImport(database, enterprise, id);
  if (row === undefined) return refuse({ code: "exchange/no-such-import" });
  return ok({ ...row.preview, madeAt: row.made_at, isCommitted: row.committed_at !== null });
}
