/** Comma-separated values after RFC 4180: quoted cells, doubled quotes, line ends in quotes. */

/**
 * The rows of a file as records by its header.
 *
 * @throws Error when a row has another number of cells than the header, or a quote is left open
 */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = cellsOf(text.replace(/^\uFEFF/, ""));
  if (header === undefined) throw new Error("the file is empty");
  return rows.map((cells, index) => {
    if (cells.length !== header.length) {
      throw new Error(`row ${index + 2} has ${cells.length} cells, the header ${header.length}`);
    }
    return Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ""]));
  });
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || cell !== "") rows.push(row);
    row = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") {
      row.push(cell);
      cell = "";
    } else if (char === "\n") endRow();
    else if (char !== "\r") cell += char;
  }
  if (isQuoted) throw new Error("a quote is left open");
  endRow();
  return rows;
}
