/** Postings of a table: .xlsx or .csv, titles and merged cells above its heading included. */
import { type PostingField, postingFields } from "@echelon/contract/planning/posting-limits.ts";
import type {
  PostingMapping,
  PostingRecord,
  RowProblem,
} from "@echelon/contract/planning/posting-record.ts";
import { findHeader } from "../header.ts";
import { kindAt, type TableFile } from "../table.ts";
import { type PostingColumns, postingColumns } from "./posting-columns.ts";
import { type PostingReader, readPosting } from "./read-posting.ts";

export interface PostingsReading {
  readonly headings: readonly string[];
  /** The heading that each field was read from. */
  readonly mapping: PostingMapping;
  readonly rows: number;
  readonly records: readonly PostingRecord[];
  readonly problems: readonly RowProblem[];
}

/** Columns that a row must name to be a heading: one alone may be a title above the table. */
const headingColumnsMin = 2;

/**
 * Reads row by row; a row with a fault is left out and told.
 *
 * @returns null where no row is a heading; without a title in the mapping nothing is read
 */
export function readPostingsTable(
  file: TableFile,
  mapping: PostingMapping,
  reader: PostingReader,
): PostingsReading | null {
  const found = findHeader(file, (headings) => understood(headings, mapping)) ?? firstRow(file);
  if (found === null) return null;
  const { headings, understood: columns, sheet } = found;
  const records: PostingRecord[] = [];
  const problems: RowProblem[] = [];
  const rows = columns.has("title")
    ? sheet.rows.slice(found.at + 1).filter(({ cells }) => cells.some((cell) => cell !== ""))
    : [];
  const heading = (field: PostingField) => headings[columns.get(field) ?? -1] ?? "";
  for (const row of rows) {
    const at = (field: PostingField) => columns.get(field) ?? -1;
    const reading = readPosting(
      {
        number: row.number,
        cell: (field) => row.cells[at(field)] ?? "",
        kind: (field) => (at(field) === -1 ? "t" : kindAt(row, at(field))),
        heading,
      },
      reader,
    );
    if (reading.ok) records.push(reading.record);
    else problems.push(...reading.problems);
  }
  return {
    headings,
    mapping: mappingOf(columns, headings),
    rows: rows.length,
    records,
    problems,
  };
}

function understood(headings: readonly string[], mapping: PostingMapping): PostingColumns | null {
  const columns = postingColumns(headings, mapping);
  return columns.has("title") && columns.size >= headingColumnsMin ? columns : null;
}

/** Where nothing is understood, the first row with several cells is shown as the heading. */
function firstRow(file: TableFile) {
  for (const sheet of file.sheets) {
    const at = sheet.rows.findIndex(
      ({ cells }) => cells.filter((cell) => cell !== "").length >= headingColumnsMin,
    );
    const row = sheet.rows[at];
    if (row !== undefined)
      return { sheet, at, headings: row.cells, understood: new Map<PostingField, number>() };
  }
  return null;
}

function mappingOf(columns: PostingColumns, headings: readonly string[]): PostingMapping {
  const mapping: PostingMapping = {};
  for (const field of postingFields) {
    const at = columns.get(field);
    if (at !== undefined) mapping[field] = (headings[at] ?? "").slice(0, 100);
  }
  return mapping;
}
