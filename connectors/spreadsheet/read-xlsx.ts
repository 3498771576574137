import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { xlsxLimits } from "./limits.ts";
import { dateText, type NumberStyle, numberText, styleOf } from "./number-format.ts";
import type { CellKind, Row, Sheet, TableFile } from "../table.ts";
import { type Parts, unpackXlsx } from "./unpack-xlsx.ts";
import { attribute, elementsOf, plain, XmlForbidden, XmlTooLarge } from "./xml.ts";

/** What the sheets share: strings, formats, and the calendar that dates are counted in. */
interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly is1904: boolean;
}

class TooManyCells extends Error {
  readonly facts: Readonly<Record<string, number>>;
  constructor(facts: Readonly<Record<string, number>>) {
    super("too many cells");
    this.facts = facts;
  }
}

/**
 * Reads the visible sheets of a workbook. Formulas are never evaluated: their last value counts.
 */
export function readXlsx(bytes: Uint8Array): Outcome<TableFile> {
  const unpacked = unpackXlsx(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  try {
    if (isMacroEnabled(parts)) return refuse({ code: "exchange/file-has-macros" });
    const places = sheetPlaces(parts);
    if (places.length === 0) return refuse({ code: "exchange/file-not-a-table" });
    const book = readBook(parts);
    const sheets: Sheet[] = [];
    let rowsLeft: number = xlsxLimits.rowsMax;
    for (const { name, path } of places.slice(0, xlsxLimits.sheetsMax)) {
      const part = parts[path];
      if (part === undefined) continue;
      const rows = readSheet(part, book, rowsLeft);
      rowsLeft -= rows.length;
      sheets.push({ name, rows });
    }
    return ok({ encoding: "xlsx", sheets });
  } catch (error) {
    if (error instanceof TooManyCells) {
      return refuse({ code: "exchange/file-too-large", facts: error.facts });
    }
    if (error instanceof XmlTooLarge) return refuse({ code: "exchange/file-is-bomb" });
    if (error instanceof XmlForbidden) return refuse({ code: "exchange/file-not-a-table" });
    throw error;
  }
}

function isMacroEnabled(parts: Parts): boolean {
  const types = parts["[Content_Types].xml"];
  return types !== undefined && /macroEnabled/i.test(new TextDecoder().decode(types));
}

function sheetPlaces(parts: Parts): { name: string; path: string }[] {
  const workbook = parts["xl/workbook.xml"];
  const relations = parts["xl/_rels/workbook.xml.rels"];
  if (workbook === undefined || relations === undefined) return [];
  const targets = new Map<string, string>();
  for (const { attributes } of elementsOf(relations, "Relationship")) {
    const target = attribute(attributes, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
    targets.set(attribute(attributes, "Id") ?? "", path);
  }
  const places: { name: string; path: string }[] = [];
  for (const { attributes } of elementsOf(workbook, "sheet")) {
    const path = targets.get(attribute(attributes, "id") ?? "");
    const isHidden = (attribute(attributes, "state") ?? "visible") !== "visible";
    if (path !== undefined && !isHidden)
      places.push({ name: attribute(attributes, "name") ?? "", path });
  }
  return places;
}

function readBook(parts: Parts): Book {
  const strings: string[] = [];
  const shared = parts["xl/sharedStrings.xml"];
  if (shared !== undefined) {
    for (const { inner } of elementsOf(shared, "si")) strings.push(runsText(inner));
  }
  const [properties] = elementsOf(parts["xl/workbook.xml"] ?? new Uint8Array(), "workbookPr");
  const flag = attribute(properties?.attributes ?? "", "date1904");
  return {
    strings,
    styles: readStyles(parts["xl/styles.xml"]),
    is1904: flag === "1" || flag === "true",
  };
}

function readStyles(part: Uint8Array | undefined): NumberStyle[] {
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  for (const { attributes } of elementsOf(part, "numFmt")) {
    codes.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
  }
  const [cells] = elementsOf(part, "cellXfs");
  const formats = new TextEncoder().encode(cells?.inner ?? "");
  return [...elementsOf(formats, "xf")].map(({ attributes }) => {
    const id = Number(attribute(attributes, "numFmtId") ?? "0");
    return styleOf(id, codes.get(id));
  });
}

const runs = /<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</g;
const phonetics = /<(?:[\w.-]+:)?rPh[\s>][\s\S]*?<\/(?:[\w.-]+:)?rPh>/g;

/** The text of a rich string: its runs joined, readings above the characters left out. */
function runsText(inner: string): string {
  const spoken = inner.includes("rPh") ? inner.replace(phonetics, "") : inner;
  let text = "";
  for (const [, run = ""] of spoken.matchAll(runs)) text += plain(run);
  return text;
}

/** The last row that Excel has. */
const rowNumberMax = 1_048_576;

function readSheet(part: Uint8Array, book: Book, rowsMax: number): Row[] {
  const rows: Row[] = [];
  let last = 0;
  for (const { attributes, inner } of elementsOf(part, "row")) {
    const stated = Number(attribute(attributes, "r"));
    const isBelieved = Number.isInteger(stated) && stated > last && stated <= rowNumberMax;
    const number = isBelieved ? stated : last + 1;
    last = number;
    const row = readRow(number, inner, book);
    if (row.cells.every((cell) => cell === "") && row.kinds === "") continue;
    rows.push(row);
    if (rows.length > rowsMax) throw new TooManyCells({ rowsMax: xlsxLimits.rowsMax });
  }
  return rows;
}

const cellElements = /<(?:[\w.-]+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?c\s*>)/g;

function readRow(number: number, inner: string, book: Book): Row {
  const cells: string[] = [];
  const kinds: CellKind[] = [];
  for (const [, attributes = "", content = ""] of inner.matchAll(cellElements)) {
    const column = columnOf(attribute(attributes, "r")) ?? cells.length;
    if (column >= xlsxLimits.columnsMax) {
      if (content === "") continue;
      throw new TooManyCells({ columnsMax: xlsxLimits.columnsMax });
    }
    while (cells.length < column) {
      cells.push("");
      kinds.push("t");
    }
    const { text, kind } = readCell(attributes, content, book);
    if (text.length > xlsxLimits.cellCharsMax) {
      throw new TooManyCells({ cellCharsMax: xlsxLimits.cellCharsMax });
    }
    cells[column] = text.trim();
    kinds[column] = kind;
  }
  const letters = kinds.join("");
  return { number, cells, kinds: /^t*$/.test(letters) ? "" : letters };
}

/** `B3` stands in column 1. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const storedValue = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)</;
const formula = /<(?:[\w.-]+:)?f[\s/>]/;

function readCell(
  attributes: string,
  content: string,
  book: Book,
): { text: string; kind: CellKind } {
  const type = attribute(attributes, "t") ?? "n";
  const stored = plain(storedValue.exec(content)?.[1] ?? "");
  const isFormula = formula.test(content);
  if (isFormula && stored === "" && type !== "str") return { text: "", kind: "x" };
  const kind = (usual: CellKind): CellKind => (isFormula ? "f" : usual);
  if (type === "s") return { text: book.strings[Number(stored)] ?? "", kind: kind("t") };
  if (type === "inlineStr") return { text: runsText(content), kind: kind("t") };
  if (type === "str") return { text: stored, kind: kind("t") };
  if (type === "b") return { text: stored === "1" ? "TRUE" : "FALSE", kind: kind("b") };
  if (type === "e") return { text: stored, kind: "e" };
  if (type === "d") return { text: stored.slice(0, 10), kind: kind("d") };
  if (stored === "") return { text: "", kind: "t" };
  const style = book.styles[Number(attribute(attributes, "s") ?? "0")];
  const date = style?.isDate === true ? dateText(stored, book.is1904) : null;
  if (date !== null) return { text: date, kind: kind("d") };
  return { text: numberText(stored, style?.zeros ?? 0), kind: kind("n") };
}
