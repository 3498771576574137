import {
  type ImportPreview,
  importProblemsMax,
  type ImportRequest,
  importSampleMax,
} from "@echelon/contract/exchange/imports.ts";
import type { ReadProduct } from "@echelon/contract/exchange/product-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { UploadedFile } from "../../../platform/http/route.ts";
import type { Means } from "../../../platform/module.ts";
import { currencies } from "../currencies.ts";
import type { ExchangeMeans } from "../means.ts";
import { hashIn, pictureAddress } from "../picture-address.ts";
import { readCatalog } from "../store/catalog-store.ts";
import { insertImport, knownPictures, readImport } from "../store/import-store.ts";
import type { CatalogImportTable } from "../store/schema.ts";
import type { CatalogFile, CatalogFileInput, KeptReading } from "../threads/read-catalog-file.ts";
import { findOwnCatalog } from "./find-catalog.ts";
import { assumptionsOf, countsOf, planImport } from "./plan-import.ts";

const thread = new URL("../threads/read-catalog-file.ts", import.meta.url);
const currencyUsual = "CNY";
/** What a catalogue has before anything was taken in. */
const firstVersion = 1;

/** Reads a catalogue file and says by row and column what a commit would do; changes nothing. */
export async function previewImport(
  means: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  file: UploadedFile,
  { currency = currencyUsual, language = "en" }: ImportRequest,
): Promise<Outcome<ImportPreview>> {
  const { database, fileDesk, newId, clock } = means;
  const found = await findOwnCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  if (!currencies.has(currency)) {
    return refuse({ code: "exchange/no-such-currency", facts: { currency } });
  }
  const options = { language, currency };
  const read = await fileDesk.hand<CatalogFileInput, CatalogFile>(thread, {
    bytes: file.bytes,
    options,
  });
  if (!read.ok) return read;
  return database.transaction(async (tx) => {
    const reading = await withOwnPictures(tx, withCurrency(read.value.reading, currency));
    const catalog = await readCatalog(tx, enterprise);
    const row = {
      organisation_id: enterprise,
      id: newId(),
      by_id: caller.person,
      file_name: file.name.slice(0, 200),
      encoding: read.value.encoding,
      made_at: clock.now(),
      catalog_version: catalog?.version ?? firstVersion,
      reading,
    };
    await insertImport(tx, row);
    return ok(await previewOf(tx, { ...row, committed_at: null }, clock.now()));
  });
}

/** The preview again, against the catalogue as it is now. */
export async function viewImport(
  { database, clock }: Means,
  caller: Caller,
  { enterprise, import: id }: { readonly enterprise: string; readonly import: string },
): Promise<Outcome<ImportPreview>> {
  const found = await findOwnCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  const row = await readImport(database, enterprise, id);
  if (row === undefined) return refuse({ code: "exchange/no-such-import" });
  return ok(await previewOf(database, row, clock.now()));
}

/** Amounts without a currency are of the one that the person named; unknown ones are left out. */
function withCurrency(reading: KeptReading, currency: string): KeptReading {
  const known = (code: string | null) => (code !== null && currencies.has(code) ? code : currency);
  const products = reading.products.map((read): ReadProduct => {
    const skus = read.record.skus.map((sku) => ({
      ...sku,
      priceCurrency: sku.price === null ? null : known(sku.priceCurrency),
      costCurrency: sku.cost === null ? null : known(sku.costCurrency ?? sku.priceCurrency),
    }));
    return { ...read, record: { ...read.record, skus } };
  });
  return { ...reading, products };
}

/** A file that once went out from here names our pictures by whole addresses. */
async function withOwnPictures(sql: Sql, reading: KeptReading): Promise<KeptReading> {
  const urls = reading.products.flatMap(({ record }) => record.pictures.map(({ url }) => url));
  const hashes = new Set(urls.map(hashIn).filter((hash) => hash !== null));
  if (hashes.size === 0) return reading;
  const known = await knownPictures(sql, [...hashes]);
  const own = (url: string) => {
    const hash = hashIn(url);
    return hash !== null && known.has(hash) ? pictureAddress(hash) : url;
  };
  const products = reading.products.map((read): ReadProduct => {
    const pictures = read.record.pictures.map(({ url, alt }) => ({ url: own(url), alt }));
    return { ...read, record: { ...read.record, pictures } };
  });
  return { ...reading, products };
}

async function previewOf(sql: Sql, row: CatalogImportTable, now: Date): Promise<ImportPreview> {
  const { reading } = row;
  const plan = await planImport(sql, row.organisation_id, reading, now);
  const problems = [...reading.problems, ...plan.problems].toSorted(
    (a, b) => rank(a.level) - rank(b.level) || a.row - b.row,
  );
  return {
    id: row.id,
    fileName: row.file_name,
    format: reading.format,
    encoding: row.encoding,
    madeAt: row.made_at,
    isCommitted: row.committed_at !== null,
    counts: countsOf(reading, plan),
    assumed: assumptionsOf(plan),
    problems: problems.slice(0, importProblemsMax),
    problemsLeftOut: Math.max(0, problems.length - importProblemsMax),
    unknownColumns: reading.unknownColumns.slice(0, 300).map((heading) => heading.slice(0, 100)),
    sample: plan.products
      .slice(0, importSampleMax)
      .map(({ row: place, change, isRed, product }) => ({
        row: place,
        key: product.key,
        title: { zh: product.title_zh, en: product.title_en },
        category: product.category,
        skus: product.skus,
        change,
        readiness: isRed ? "red" : product.readiness,
        assumed: [...product.assumed],
      })),
  };
}

/** What keeps products out is told first. */
function rank(level: "red" | "amber"): number {
  return level === "red" ? 0 : 1;
}
