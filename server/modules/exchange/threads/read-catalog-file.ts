/** Reads a catalogue in a thread of its own: the file is somebody else's. */
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type {
  CatalogReading,
  CatalogReadingOptions,
} from "@echelon/contract/exchange/product-record.ts";
import {
  findProductHeader,
  readProductFile,
} from "@echelon/connectors/product-file/read-product-file.ts";
import { findShopHeader, readShopCsv } from "@echelon/connectors/shop-csv/read-shop-csv.ts";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import type { Encoding, TableFile } from "@echelon/connectors/table.ts";

export interface CatalogFile {
  readonly encoding: Encoding;
  readonly reading: CatalogReading;
}

export interface CatalogFileInput {
  readonly bytes: Uint8Array;
  readonly options: CatalogReadingOptions;
}

export function run({ bytes, options }: CatalogFileInput): Outcome<CatalogFile> {
  const table = readTable(bytes);
  if (!table.ok) return table;
  const reading = understand(table.value, options);
  if (reading === null) {
    return refuse({ code: "exchange/file-no-header", facts: { wanted: "title, sku" } });
  }
  return ok({ encoding: table.value.encoding, reading });
}

/** The first form whose heading is there; null when none is. */
function understand(table: TableFile, options: CatalogReadingOptions): CatalogReading | null {
  const shop = findShopHeader(table);
  if (shop !== null) return readShopCsv(shop, options);
  const own = findProductHeader(table);
  return own === null ? null : readProductFile(own, options);
}
