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
import { categoryByName, guessCategory, type TitleGuess } from "../atlas.ts";

/** What is kept of a file between preview and commit. */
export interface KeptReading extends CatalogReading {
  /** What the titles of products without a known category speak for, by the products' keys. */
  readonly guesses: Readonly<Record<string, TitleGuess>>;
}

export interface CatalogFile {
  readonly encoding: Encoding;
  readonly reading: KeptReading;
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
    return refuse({ code: "exchange/file-no-header", facts: { wanted: "名称 Title, 货号 SKU" } });
  }
  return ok({ encoding: table.value.encoding, reading: { ...reading, guesses: guess(reading) } });
}

function guess({ products }: CatalogReading): KeptReading["guesses"] {
  const unsorted = products.filter(({ record }) => categoryByName(record.category) === undefined);
  return Object.fromEntries(
    unsorted.map(({ record }) => [record.key, guessCategory(record.title)]),
  );
}

/** The first form whose heading is there; null when none is. */
function understand(table: TableFile, options: CatalogReadingOptions): CatalogReading | null {
  const shop = findShopHeader(table);
  if (shop !== null) return readShopCsv(shop, options);
  const own = findProductHeader(table);
  return own === null ? null : readProductFile(own, options);
}
