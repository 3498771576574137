import { problemWords } from "@echelon/connectors/product-file/problem-words.ts";
import { productSheet, type Remarks } from "@echelon/connectors/product-file/write-product-file.ts";
import { writeShopCsv } from "@echelon/connectors/shop-csv/write-shop-csv.ts";
import { looksLikeFormula, writeCsv } from "@echelon/connectors/spreadsheet/write-csv.ts";
import type { WrittenSheet } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { ImportProblem } from "@echelon/contract/exchange/imports.ts";
import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import type { ExchangeMeans } from "../means.ts";
import { isOurs } from "../picture-address.ts";
import { readAll } from "../store/catalog-store.ts";
import { readImport } from "../store/import-store.ts";
import { findCatalog, findOwnCatalog } from "./find-catalog.ts";
import { planImport } from "./plan-import.ts";

const thread = new URL(import.meta.resolve("@echelon/connectors/spreadsheet/xlsx-thread.ts"));
const emptyRows = 200;

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Our own product file without products, to be filled in. */
export async function writeTemplate(
  means: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  language: Locale,
): Promise<Outcome<NamedFile>> {
  const found = await findOwnCatalog(means.database, caller, enterprise);
  if (!found.ok) return found;
  const name = language === "zh" ? "产品表.xlsx" : "products.xlsx";
  return writeSheets(means, name, [{ ...productSheet([], language), emptyRows }]);
}

/** A file as it was understood, in our own form, with what is wrong beside each row. */
export async function writeCorrected(
  means: ExchangeMeans,
  caller: Caller,
  { enterprise, import: id }: { readonly enterprise: string; readonly import: string },
  language: Locale,
): Promise<Outcome<NamedFile>> {
  const { database, clock, config } = means;
  const found = await findOwnCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  const row = await readImport(database, enterprise, id);
  if (row === undefined) return refuse({ code: "exchange/no-such-import" });
  const plan = await planImport(database, enterprise, row.reading, clock.now());
  const rows = new Map(plan.products.map(({ product, row: first }) => [product.key, first]));
  const problems = [...row.reading.problems, ...plan.problems];
  const records = plan.products.map(({ product }) =>
    withWholeAddresses(product.record, config.url),
  );
  const sheet = productSheet(records, language, remarksOf(problems, rows, language));
  const name = language === "zh" ? "产品表（待更正）.xlsx" : "products-to-correct.xlsx";
  return writeSheets(means, name, [sheet]);
}

/** Problems of the file's rows, at the rows that the products have in the new file. */
function remarksOf(
  problems: readonly ImportProblem[],
  firstRows: ReadonlyMap<string, number>,
  language: Locale,
): Remarks {
  const byRow = new Map<number, string[]>();
  for (const { row, column, code } of problems) {
    const words = problemWords[code][language];
    const told = column === "" ? words : `${column}: ${words}`;
    byRow.set(row, [...(byRow.get(row) ?? []), told]);
  }
  return (key, place) => (byRow.get((firstRows.get(key) ?? 0) + place) ?? []).join("; ");
}

async function writeSheets(
  means: ExchangeMeans,
  name: string,
  sheets: readonly WrittenSheet[],
): Promise<Outcome<NamedFile>> {
  const written = await means.fileDesk.hand<readonly WrittenSheet[], Uint8Array>(thread, sheets);
  return written.ok ? ok({ name, bytes: written.value }) : written;
}

const namedFaultsMax = 50;

/**
 * The catalogue as Shopify's product CSV. Texts that a spreadsheet would run as formulas are named
 * and refused, never changed: a shop would show the protecting apostrophe.
 */
export async function exportProducts(
  { database, config }: Means,
  caller: Caller,
  enterprise: string,
  form: "shopify" | "shopify-legacy",
  language: Locale,
): Promise<Outcome<NamedFile>> {
  const found = await findCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  const all = await readAll(database, enterprise);
  const shown = found.value.mayEdit ? all : all.filter(({ state }) => state === "published");
  if (shown.length === 0) return refuse({ code: "exchange/nothing-to-export" });
  const records = shown.map(({ record }) => withWholeAddresses(record, config.url));
  const rows = writeShopCsv(records, form, language);
  const [headings = []] = rows;
  const faults = rows
    .slice(1)
    .flatMap((row, at) =>
      row.flatMap((cell, column) =>
        looksLikeFormula(cell)
          ? [{ row: at + 2, column: headings[column] ?? "", value: cell.slice(0, 60) }]
          : [],
      ),
    );
  if (faults.length > 0) {
    const facts = { cells: faults.length, first: faults.slice(0, namedFaultsMax) };
    return refuse({ code: "exchange/text-like-formula", facts });
  }
  const bytes = writeCsv(rows, { guardsFormulas: false });
  return ok({ name: `${found.value.enterprise.slug}-${form}.csv`, bytes });
}

/** A picture of ours under the address that another program can fetch. */
function withWholeAddresses(record: ProductRecord, origin: string): ProductRecord {
  const whole = (url: string) => (isOurs(url) ? `${origin}${url}` : url);
  return { ...record, pictures: record.pictures.map(({ url, alt }) => ({ url: whole(url), alt })) };
}
