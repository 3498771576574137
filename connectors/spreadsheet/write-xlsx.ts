import ExcelJS from "exceljs";

/** A cell to be written. Text stays text, also where it begins with `=`; a date is `YYYY-MM-DD`. */
export type WrittenCell = string | number | null;

export interface WrittenColumn {
  readonly heading: string;
  readonly kind: "text" | "number" | "date";
  readonly width?: number;
  /** Digits after the point of a number. */
  readonly digits?: number;
  /** What may be chosen; offered as a list in each row. */
  readonly choices?: readonly string[];
  /** Said when the cell is entered. */
  readonly hint?: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Rows below the last that carry formats and lists, for a form that is to be filled in. */
  readonly emptyRows?: number;
}

/** Excel takes a list of choices of at most 255 characters. */
const choiceCharsMax = 255;
const listedRowsMax = 2_000;

/**
 * Writes a workbook: bold frozen headings, identifiers as text, dates as dates, and no formula.
 *
 * Costs seconds for thousands of rows, so run `xlsx-thread.ts` in a thread.
 */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) writeSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(workbook: ExcelJS.Workbook, sheet: WrittenSheet): void {
  const page = workbook.addWorksheet(sheet.name.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31), {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  page.columns = sheet.columns.map((column) => ({
    width: column.width ?? Math.max(10, columnWidth(column.heading)),
    style: { numFmt: formatOf(column) },
  }));
  const header = page.addRow(sheet.columns.map(({ heading }) => heading));
  header.font = { bold: true };
  header.numFmt = "@";
  for (const row of sheet.rows) {
    page.addRow(row.map((cell, at) => valueOf(cell, sheet.columns[at]?.kind ?? "text")));
  }
  const last = 1 + Math.min(listedRowsMax, sheet.rows.length + (sheet.emptyRows ?? 0));
  for (const [at, column] of sheet.columns.entries()) offerChoices(page, at + 1, last, column);
}

function formatOf({ kind, digits = 0 }: WrittenColumn): string {
  if (kind === "text") return "@";
  if (kind === "date") return "yyyy-mm-dd";
  return digits === 0 ? "0" : `0.${"0".repeat(digits)}`;
}

/** Chinese characters are twice as wide. */
function columnWidth(heading: string): number {
  return [...heading].reduce((sum, character) => sum + (character > "\u2E7F" ? 2 : 1), 2);
}

function valueOf(cell: WrittenCell, kind: WrittenColumn["kind"]): ExcelJS.CellValue {
  if (cell === null || cell === "") return null;
  if (kind === "date" && typeof cell === "string") return new Date(`${cell}T00:00:00Z`);
  return cell;
}

function offerChoices(
  page: ExcelJS.Worksheet,
  at: number,
  last: number,
  column: WrittenColumn,
): void {
  const list = column.choices?.join(",") ?? "";
  const hasList = list !== "" && list.length <= choiceCharsMax;
  if (!hasList && column.hint === undefined) return;
  for (let row = 2; row <= last; row += 1) {
    page.getCell(row, at).dataValidation = {
      ...(hasList
        ? { type: "list", formulae: [`"${list}"`], allowBlank: true }
        : { type: "custom", formulae: ["TRUE"], allowBlank: true }),
      ...(column.hint === undefined
        ? {}
        : {
            showInputMessage: true,
            prompt: column.hint,
            promptTitle: column.heading.slice(0, 32),
          }),
    };
  }
}
