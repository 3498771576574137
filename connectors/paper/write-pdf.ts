import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { type PaperBlock, type PaperDocument, paperLimits } from "./paper-document.ts";
import { printable } from "./printable.ts";

const fontFile = new URL("./fonts/noto-sans-sc.ttf", import.meta.url);

/** Points of 1/72 inch on A4. */
const margin = { top: 56, side: 56, bottom: 64 } as const;
const size = { title: 20, heading: 13, text: 10, small: 8.5 } as const;
const ink = { text: "#1b2430", quiet: "#5b6675", line: "#c9d0d9", band: "#eef1f5" } as const;
const cellPad = 4;

type Sheet = PDFKit.PDFDocument;
type Print = (text: string) => string;

/**
 * A document as a PDF of A4 pages whose text can be searched and copied. The same document gives
 * the same bytes.
 *
 * Costs 50 ms for a page and more for long tables: run `paper-thread.ts` in a thread.
 */
export async function writePdf(document: PaperDocument): Promise<Uint8Array> {
  check(document);
  const sheet = new PDFDocument({
    size: "A4",
    margins: { top: margin.top, left: margin.side, right: margin.side, bottom: margin.bottom },
    bufferPages: true,
    lang: document.language === "zh" ? "zh-CN" : "en",
    displayTitle: true,
    info: {
      Title: document.title,
      Author: document.author,
      Creator: "Echelon",
      Producer: "Echelon",
      CreationDate: document.madeAt,
    },
  });
  sheet.registerFont("paper", readFileSync(fontFile));
  sheet.font("paper");
  const written = collect(sheet);
  const print = printOf(sheet);
  head(sheet, print, document);
  for (const block of document.blocks) draw(sheet, print, block);
  foot(sheet, print, document.foot);
  sheet.end();
  return written;
}

function check({ blocks }: PaperDocument): void {
  const rows = blocks.reduce((sum, one) => sum + (one.kind === "table" ? one.rows.length : 0), 0);
  if (blocks.length > paperLimits.blocksMax || rows > paperLimits.rowsMax)
    throw new RangeError(`a paper of ${blocks.length} blocks and ${rows} rows`);
}

function collect(sheet: Sheet): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const parts: Uint8Array[] = [];
    sheet.on("data", (part: Uint8Array) => parts.push(part));
    sheet.on("end", () => done(new Uint8Array(Buffer.concat(parts))));
    sheet.on("error", fail);
  });
}

/** What the font can show; pdfkit keeps the font that it has open to itself. */
function printOf(sheet: Sheet): Print {
  const { _font } = sheet as unknown as {
    _font: { font: { hasGlyphForCodePoint: (point: number) => boolean } };
  };
  return (text) => printable(text, (point) => _font.font.hasGlyphForCodePoint(point));
}

const widthOf = (sheet: Sheet) => sheet.page.width - 2 * margin.side;
const bottomOf = (sheet: Sheet) => sheet.page.height - margin.bottom;

/** Begins a page where what comes next would not fit. */
function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= bottomOf(sheet)) return false;
  sheet.addPage();
  return true;
}

function head(sheet: Sheet, print: Print, { title, subtitle }: PaperDocument): void {
  sheet.fontSize(size.title).fillColor(ink.text).text(print(title), margin.side, margin.top);
  sheet.fontSize(size.text).fillColor(ink.quiet).text(print(subtitle));
  sheet.moveDown(0.5);
  rule(sheet, sheet.y);
  sheet.y += 10;
}

function rule(sheet: Sheet, y: number): void {
  sheet
    .moveTo(margin.side, y)
    .lineTo(margin.side + widthOf(sheet), y)
    .lineWidth(0.6)
    .strokeColor(ink.line)
    .stroke();
}

function draw(sheet: Sheet, print: Print, block: PaperBlock): void {
  sheet.x = margin.side;
  if (block.kind === "table") table(sheet, print, block);
  else if (block.kind === "facts") facts(sheet, print, block.facts);
  else text(sheet, print, block);
}

type TextBlock = Extract<PaperBlock, { readonly kind: "heading" | "paragraph" | "note" }>;

function text(sheet: Sheet, print: Print, { kind, text: words }: TextBlock): void {
  const isHeading = kind === "heading";
  // A heading takes the head and a row of a table along: it never stands alone at a foot.
  makeRoom(sheet, isHeading ? size.heading * 6 : size.text * 1.5);
  if (isHeading) sheet.moveDown(0.4);
  sheet
    .fontSize(isHeading ? size.heading : kind === "note" ? size.small : size.text)
    .fillColor(kind === "note" ? ink.quiet : ink.text)
    .text(print(words), margin.side, sheet.y, { width: widthOf(sheet), lineGap: 2 });
  sheet.y += isHeading ? 4 : 6;
}

function facts(sheet: Sheet, print: Print, rows: readonly (readonly [string, string])[]): void {
  const nameWidth = widthOf(sheet) * 0.3;
  const valueWidth = widthOf(sheet) - nameWidth;
  sheet.fontSize(size.text);
  for (const [name, value] of rows) {
    const [left, right] = [print(name), print(value)];
    const height = Math.max(
      sheet.heightOfString(left, { width: nameWidth - cellPad }),
      sheet.heightOfString(right, { width: valueWidth }),
    );
    makeRoom(sheet, height);
    const { y } = sheet;
    sheet.fillColor(ink.quiet).text(left, margin.side, y, { width: nameWidth - cellPad });
    sheet.fillColor(ink.text).text(right, margin.side + nameWidth, y, { width: valueWidth });
    sheet.y = y + height + 3;
  }
  sheet.y += 6;
}

type TableBlock = Extract<PaperBlock, { readonly kind: "table" }>;

/** A table whose head comes again on each page that it goes on to. */
function table(sheet: Sheet, print: Print, { columns, rows }: TableBlock): void {
  const whole = columns.reduce((sum, { parts }) => sum + parts, 0);
  const widths = columns.map(({ parts }) => (widthOf(sheet) * parts) / whole);
  const heads = columns.map(({ heading }) => heading);
  const line = (cells: readonly string[], isHead: boolean) => {
    const texts = cells.map(print);
    sheet.fontSize(size.small);
    const height = Math.max(
      ...texts.map((cell, at) =>
        sheet.heightOfString(cell, { width: (widths[at] ?? 0) - 2 * cellPad }),
      ),
    );
    const full = height + 2 * cellPad;
    if (makeRoom(sheet, isHead ? full * 2 : full) && !isHead) line(heads, true);
    const { y } = sheet;
    if (isHead) sheet.rect(margin.side, y, widthOf(sheet), full).fill(ink.band);
    let x: number = margin.side;
    for (const [at, cell] of texts.entries()) {
      const width = widths[at] ?? 0;
      sheet.fillColor(isHead ? ink.quiet : ink.text).text(cell, x + cellPad, y + cellPad, {
        width: width - 2 * cellPad,
        align: columns[at]?.isNumber === true ? "right" : "left",
      });
      x += width;
    }
    rule(sheet, y + full);
    sheet.y = y + full;
  };
  line(heads, true);
  for (const row of rows) line(row, false);
  sheet.x = margin.side;
  sheet.y += 10;
}

function foot(sheet: Sheet, print: Print, words: string): void {
  const { start, count } = sheet.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    sheet.switchToPage(start + page);
    const y = sheet.page.height - margin.bottom + 24;
    // Below the margin pdfkit would begin another page for it.
    sheet.page.margins.bottom = 0;
    const at = { width: widthOf(sheet), lineBreak: false } as const;
    sheet.fontSize(size.small).fillColor(ink.quiet).text(print(words), margin.side, y, at);
    sheet.text(`${page + 1} / ${count}`, margin.side, y, { ...at, align: "right" });
  }
}
