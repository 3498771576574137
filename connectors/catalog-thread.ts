/** Reads a catalogue of any form that is understood; runs in a thread of its own. */
import type {
  CatalogReading,
  CatalogReadingOptions,
} from "@echelon/contract/exchange/product-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { findProductHeader, readProductFile } from "./product-file/read-product-file.ts";
import { findShopHeader, readShopCsv } from "./shop-csv/read-shop-csv.ts";
import { readTable } from "./spreadsheet/read-table.ts";
import type { Encoding } from "./table.ts";

export interface CatalogInput {
  readonly bytes: Uint8Array;
  readonly options: CatalogReadingOptions;
}

export interface CatalogFile extends CatalogReading {
  readonly encoding: Encoding;
}

/** A shop's export is tried first: its headings are the more particular ones. */
export function run({ bytes, options }: CatalogInput): Outcome<CatalogFile> {
  const file = readTable(bytes);
  if (!file.ok) return file;
  const { encoding } = file.value;
  const shop = findShopHeader(file.value);
  if (shop !== null) return ok({ ...readShopCsv(shop, options), encoding });
  const own = findProductHeader(file.value);
  if (own !== null) return ok({ ...readProductFile(own, options), encoding });
  return refuse({ code: "exchange/file-no-header" });
}
