/** Reads a file of postings in a thread of its own: the file is somebody else's. */
import { decodeText } from "@echelon/connectors/decode-text.ts";
import { postingLineReader } from "@echelon/connectors/postings/read-postings-lines.ts";
import {
  type PostingsReading,
  readPostingsTable,
} from "@echelon/connectors/postings/read-postings-table.ts";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import { uploadedRowsMax } from "@echelon/contract/planning/posting-limits.ts";
import type {
  PostingMapping,
  PostingRecord,
  RowProblem,
} from "@echelon/contract/planning/posting-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { cityOf } from "../city-names.ts";

export interface PostingsFileInput {
  readonly bytes: Uint8Array;
  readonly mapping: PostingMapping;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export type PostingsFile = PostingsReading & { readonly form: "table" | "lines" };

const brace = 0x7b;
const tooLarge = refuse({
  code: "planning/import-too-large",
  facts: { rowsMax: uploadedRowsMax },
});

/** Lines of JSON begin with a brace; everything else is a table, or refused as none. */
export function run({ bytes, mapping, today }: PostingsFileInput): Outcome<PostingsFile> {
  const reader = { today, cityOf };
  const start = bytes[0] === 0xef ? 3 : 0;
  if (bytes[start] === brace) return readLines(bytes, mapping, today);
  const table = readTable(bytes);
  if (!table.ok) return table;
  const reading = readPostingsTable(table.value, mapping, reader);
  if (reading === null)
    return refuse({ code: "exchange/file-no-header", facts: { wanted: "职位 Title, 城市 City" } });
  if (reading.rows > uploadedRowsMax) return tooLarge;
  return ok({ ...reading, form: "table" });
}

function readLines(bytes: Uint8Array, mapping: PostingMapping, today: string) {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const read = postingLineReader(mapping, { today, cityOf });
  const records: PostingRecord[] = [];
  const problems: RowProblem[] = [];
  let rows = 0;
  let headings: readonly string[] = [];
  for (const [at, line] of decoded.value.text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    rows += 1;
    if (rows > uploadedRowsMax) return tooLarge;
    if (rows === 1) headings = keysOf(line);
    const reading = read(line, at + 1);
    if (reading.ok) records.push(reading.record);
    else problems.push(...reading.problems);
  }
  return ok({ form: "lines" as const, headings, mapping, rows, records, problems });
}

function keysOf(line: string): string[] {
  try {
    return Object.keys(JSON.parse(line) as object).map((key) => key.slice(0, 100));
  } catch {
    return [];
  }
}
