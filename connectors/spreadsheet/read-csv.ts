import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "../decode-text.ts";
import { csvLimits } from "./limits.ts";
import type { Row, TableFile } from "../table.ts";

const separators = [",", ";", "\t"] as const;
const sniffedChars = 64 * 1024;
const sniffedRows = 20;

/** Reads a text of separated values; rows are numbered as a spreadsheet would show them. */
export function readCsv(bytes: Uint8Array): Outcome<TableFile> {
  if (bytes.length > csvLimits.bytesMax) return tooLarge({ bytesMax: csvLimits.bytesMax });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { encoding } = decoded.value;
  const { text, separator } = takeSeparator(decoded.value.text);
  const parsed = records(text, separator ?? sniffSeparator(text), csvLimits.rowsMax + 1);
  if (!parsed.ok) return parsed;
  const all = parsed.value;
  if (all.length > csvLimits.rowsMax) return tooLarge({ rowsMax: csvLimits.rowsMax });
  const rows: Row[] = [];
  for (const [at, cells] of all.entries()) {
    if (cells.length > csvLimits.columnsMax) return tooLarge({ columnsMax: csvLimits.columnsMax });
    if (cells.some((cell) => cell.length > csvLimits.cellCharsMax)) {
      return tooLarge({ cellCharsMax: csvLimits.cellCharsMax });
    }
    if (cells.some((cell) => cell !== "")) rows.push({ number: at + 1, cells, kinds: "" });
  }
  return ok({ encoding, sheets: [{ name: "", rows }] });
}

/** Excel's first line `sep=;` names the separator and is no row. */
function takeSeparator(text: string): { text: string; separator: string | null } {
  const line = /^sep=(.)\r?\n/i.exec(text);
  if (line === null) return { text, separator: null };
  return { text: text.slice(line[0].length), separator: line[1] ?? "," };
}

/** The separator that cuts the first rows into the most columns, the same number in most rows. */
export function sniffSeparator(text: string): string {
  const sample = text.slice(0, sniffedChars);
  let best: { separator: string; score: number } = { separator: ",", score: 0 };
  for (const separator of separators) {
    const parsed = records(sample, separator, sniffedRows);
    if (!parsed.ok) continue;
    const widths = parsed.value.map((cells) => cells.length).filter((width) => width > 1);
    const usual = mostFrequent(widths);
    const score = widths.filter((width) => width === usual).length * usual;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function records(text: string, delimiter: string, rowsMax: number): Outcome<string[][]> {
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
      to: rowsMax,
      max_record_size: csvLimits.cellCharsMax * 8,
    });
    return ok(rows as string[][]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_MAX_RECORD_SIZE")
      return tooLarge({ cellCharsMax: csvLimits.cellCharsMax });
    return refuse({
      code: "exchange/file-not-a-table",
      facts: { line: Number(error["lines"] ?? 0) },
    });
  }
}

function tooLarge(facts: Readonly<Record<string, number>>) {
  return refuse({ code: "exchange/file-too-large", facts });
}
