import { problemWords } from "@echelon/connectors/product-file/problem-words.ts";
import {
  type ProductSheet,
  productSheet,
} from "@echelon/connectors/product-file/write-product-file.ts";
import { writeShopCsv } from "@echelon/connectors/shop-csv/write-shop-csv.ts";
import { looksLikeFormula, writeCsv } from "@echelon/connectors/spreadsheet/write-csv.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { ExchangeMeans } from "../means.ts";
import { readImport, readPicture, readProducts } from "../store/product-store.ts";
import { readingOf } from "./commit-import.ts";
import { findCatalog, keepCatalog } from "./find-catalog.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const writer = new URL(import.meta.resolve("@echelon/connectors/spreadsheet/xlsx-thread.ts"));
const templateRows = 200;

/** An empty product file to fill in, with headings in the reader's language. */
export async function exportTemplate(
  means: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  language: "zh" | "en",
): Promise<Outcome<FileAnswer>> {
  const found = await findCatalog(means.database, caller, enterprise);
  if (!found.ok) return found;
  return workbook(means, productSheet([], language), "products-template.xlsx");
}

/** A previewed file as it was understood, each problem beside its row. */
export async function exportCorrected(
  means: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  id: string,
  language: "zh" | "en",
): Promise<Outcome<FileAnswer>> {
  const kept = await keepCatalog(means.database, caller, enterprise);
  if (!kept.ok) return kept;
  const row = await readImport(means.database, enterprise, id);
  if (row === undefined) return refuse({ code: "exchange/no-such-import" });
  const products = readingOf(row);
  const rowOfKey = new Map(products.map((product) => [product.record.key, product.row]));
  const byRow = Map.groupBy(row.preview.problems, (problem) => problem.row);
  const remarks = (key: string, place: number) =>
    (byRow.get((rowOfKey.get(key) ?? 0) + place) ?? [])
      .map(({ code, column }) => [column, problemWords[code][language]].filter(Boolean).join(": "))
      .join("; ");
  const sheet = productSheet(
    products.map(({ record }) => record),
    language,
    remarks,
  );
  return workbook(means, sheet, "products-corrected.xlsx");
}

async function workbook(
  { desk }: ExchangeMeans,
  sheet: ProductSheet,
  name: string,
): Promise<Outcome<FileAnswer>> {
  const emptyRows = sheet.rows.length === 0 ? templateRows : 0;
  const written = await desk.hand<unknown, Uint8Array>(writer, [{ ...sheet, emptyRows }]);
  return written.ok ? ok({ body: written.value, mediaType: xlsx, name }) : written;
}

/** The catalogue as a shop's product CSV. */
export async function exportProducts(
  { database }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  ask: { format: "shopify" | "shopify-legacy"; language: "zh" | "en" },
): Promise<Outcome<FileAnswer>> {
  const kept = await keepCatalog(database, caller, enterprise);
  if (!kept.ok) return kept;
  const products = (await readProducts(database, enterprise)).map(({ record }) => record);
  if (products.length === 0) return refuse({ code: "exchange/nothing-to-export" });
  const rows = writeShopCsv(products, ask.format, ask.language);
  // A platform would show the protecting apostrophe, so such a text is named instead of changed.
  const formula = rows.slice(1).flat().find(looksLikeFormula);
  if (formula !== undefined) {
    return refuse({ code: "exchange/text-like-formula", facts: { text: formula.slice(0, 60) } });
  }
  const body = writeCsv(rows, { guardsFormulas: false });
  return ok({ body, mediaType: "text/csv; charset=utf-8", name: "products.csv" });
}

/** A picture by its content; what a drawing could run is forbidden by the answer's headers. */
export async function showPicture(
  { database, files }: ExchangeMeans,
  hash: string,
): Promise<Outcome<FileAnswer>> {
  const row = await readPicture(database, hash);
  if (row === undefined) return refuse({ code: "exchange/no-such-picture" });
  return ok({ body: await files.read(hash), mediaType: row.media_type, isImmutable: true });
}
