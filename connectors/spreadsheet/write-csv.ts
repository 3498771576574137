export interface CsvOptions {
  /**
   * Puts `'` before cells that a spreadsheet would run as a formula. For lists that people open; a
   * file for another program is written as it is.
   */
  readonly guardsFormulas: boolean;
}

/** A text that a spreadsheet would take for a formula. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** UTF-8 with byte order mark, RFC 4180, CRLF: what Excel opens without asking. */
export function writeCsv(rows: readonly (readonly string[])[], options: CsvOptions): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => csvCell(cell, options)).join(","));
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`);
}

function csvCell(cell: string, { guardsFormulas }: CsvOptions): string {
  const text = guardsFormulas && looksLikeFormula(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
