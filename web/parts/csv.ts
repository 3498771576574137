const runsAsFormula = /^[=+\-@\t\r]/;

/** One cell: what a spreadsheet would run as a formula is made plain, quotes are doubled. */
export function csvCell(value: string | number): string {
  const text = typeof value === "string" && runsAsFormula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole file (RFC 4180) with the mark by which Excel knows UTF-8. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}
