/** Postings as JSON Lines: an object a line, its keys named as a table's headings are. */
import { type PostingField, postingFields } from "@echelon/contract/planning/posting-limits.ts";
import type { PostingMapping, RowProblem } from "@echelon/contract/planning/posting-record.ts";
import { plainHeading } from "../header.ts";
import { postingAliases } from "./posting-columns.ts";
import { type PostingReader, readPosting, type RowReading } from "./read-posting.ts";

/** A line weighs at most this many characters. */
export const lineCharsMax = 200_000;

export type LineReader = (line: string, number: number) => RowReading;

/** Reads single lines, so that a million of them need no more memory than one. */
export function postingLineReader(mapping: PostingMapping, reader: PostingReader): LineReader {
  const fieldOfKey = new Map<string, PostingField>();
  for (const field of postingFields) {
    const names = [field, ...postingAliases[field]];
    const said = mapping[field];
    for (const name of said === undefined ? names : [said])
      if (name !== "" && !fieldOfKey.has(plainHeading(name)))
        fieldOfKey.set(plainHeading(name), field);
  }
  return (line, number) => {
    const said = objectIn(line);
    if (said === null) return { ok: false, problems: [unreadable(line, number)] };
    return readObject(said, number, fieldOfKey, reader);
  };
}

/** The same for an object that came by itself. */
export function postingObjectReader(
  reader: PostingReader,
): (said: Readonly<Record<string, unknown>>, number: number) => RowReading {
  const fieldOfKey = new Map<string, PostingField>();
  for (const field of postingFields)
    for (const name of [field, ...postingAliases[field]])
      if (!fieldOfKey.has(plainHeading(name))) fieldOfKey.set(plainHeading(name), field);
  return (said, number) => readObject(said, number, fieldOfKey, reader);
}

function readObject(
  said: Readonly<Record<string, unknown>>,
  number: number,
  fieldOfKey: ReadonlyMap<string, PostingField>,
  reader: PostingReader,
): RowReading {
  const cells = new Map<PostingField, { key: string; value: string }>();
  for (const [key, value] of Object.entries(said)) {
    const field = fieldOfKey.get(plainHeading(key));
    if (field !== undefined && !cells.has(field)) cells.set(field, { key, value: textOf(value) });
  }
  const row = {
    number,
    cell: (field: PostingField) => cells.get(field)?.value ?? "",
    kind: () => "t" as const,
    heading: (field: PostingField) => cells.get(field)?.key ?? field,
  };
  return readPosting(row, reader);
}

function objectIn(line: string): Readonly<Record<string, unknown>> | null {
  if (line.length > lineCharsMax) return null;
  try {
    const said: unknown = JSON.parse(line);
    const isObject = typeof said === "object" && said !== null && !Array.isArray(said);
    return isObject ? (said as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Lists are read as their words; what is neither is as good as empty. */
function textOf(value: unknown): string {
  // A NUL can be written in JSON, and no database keeps it.
  if (typeof value === "string") return value.replaceAll("\u0000", "").trim();
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(" ");
  return "";
}

function unreadable(line: string, row: number): RowProblem {
  return { row, column: "", code: "line-unreadable", value: line.slice(0, 60) };
}
