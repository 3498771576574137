/** How the bytes said what they say. */
export type Encoding = "xlsx" | "utf-8" | "utf-8-bom" | "utf-16" | "gb18030";

/**
 * What a cell was before it became text, one letter each: text, number, date, boolean, formula with
 * its last value, formula without one (x), error.
 */
export type CellKind = "t" | "n" | "d" | "b" | "f" | "x" | "e";

export interface Row {
  /** As the file numbers it; the first row is 1. Empty rows may be left out. */
  readonly number: number;
  /** As a person reads them: a number without exponent, a date as `YYYY-MM-DD`. Trimmed. */
  readonly cells: readonly string[];
  /** One `CellKind` a cell; empty when every cell is text. */
  readonly kinds: string;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A file of rows, whatever it was packed in. */
export interface TableFile {
  readonly encoding: Encoding;
  readonly sheets: readonly Sheet[];
}

export function kindAt(row: Row, column: number): CellKind {
  return (row.kinds[column] ?? "t") as CellKind;
}
