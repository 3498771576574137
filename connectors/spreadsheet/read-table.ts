import { type Outcome, refuse } from "@echelon/contract/platform/outcome.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import type { TableFile } from "../table.ts";

const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** Old Excel, and new Excel behind a password: both are packed in Microsoft's compound file. */
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0];
const otherMarks = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
];

/**
 * Reads a file of rows by what it is, not by its name. Never throws on bad input.
 *
 * Costs up to the caps of `limits.ts`, so run it in a thread.
 */
export function readTable(bytes: Uint8Array): Outcome<TableFile> {
  if (begins(bytes, zipMark)) return readXlsx(bytes);
  if (begins(bytes, compoundMark)) return refuse({ code: "exchange/file-is-old-excel" });
  const isOther = otherMarks.some((mark) => begins(bytes, mark));
  if (isOther || bytes.length === 0) return refuse({ code: "exchange/file-not-a-table" });
  return readCsv(bytes);
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
