/** Reads a workbook of marks in a thread of its own: the file is somebody else's. */
import type { Outcome } from "@echelon/contract/platform/outcome.ts";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import type { TableFile } from "@echelon/connectors/table.ts";

export const run = (bytes: Uint8Array): Outcome<TableFile> => readTable(bytes);
