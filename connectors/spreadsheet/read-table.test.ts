import assert from "node:assert/strict";
import { test } from "node:test";
import type { Outcome } from "@echelon/contract/platform/outcome.ts";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { readTable } from "./read-table.ts";
import { sniffSeparator } from "./read-csv.ts";
import { kindAt, type TableFile } from "../table.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

function tableOf(outcome: Outcome<TableFile>): TableFile {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

function codeOf(outcome: Outcome<TableFile>): string {
  assert.ok(!outcome.ok);
  return outcome.refusal.code;
}

const cellsOf = (file: TableFile, sheet = 0) => file.sheets[sheet]?.rows.map(({ cells }) => cells);

/** A workbook as another program writes it: exceljs knows nothing of our reader. */
async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("名单"), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The least a workbook can be, around a sheet written by hand. */
function bareWorkbook(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": sheet,
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    { level: 0 },
  );
}

test("a workbook's cells are read as a person sees them", async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(["学号", "入学", "数", "公式", "富文本", "是"]);
    const rich = { richText: [{ text: "甲" }, { text: "乙" }] };
    const formula = { formula: "1+1", result: 2 };
    sheet.addRow(["0012", new Date(Date.UTC(2026, 8, 1)), 7, formula, rich, true]);
    sheet.getCell("C2").numFmt = "0000";
    sheet.getCell("A5").value = 20230101;
    sheet.getCell("B5").value = { error: "#N/A" };
    sheet.getCell("C5").value = { formula: "A1" };
    sheet.getCell("D5").value = 0.1 + 0.2;
    sheet.getCell("E5").value = 1e-7;
  });
  const { encoding, sheets } = tableOf(readTable(bytes));
  assert.equal(encoding, "xlsx");
  assert.equal(sheets[0]?.name, "名单");
  const [, second, fifth] = sheets[0]?.rows ?? [];
  assert.deepEqual(second?.cells, ["0012", "2026-09-01", "0007", "2", "甲乙", "TRUE"]);
  assert.equal(second?.kinds, "tdnftb");
  assert.equal(fifth?.number, 5);
  assert.deepEqual(fifth?.cells, ["20230101", "#N/A", "", "0.3", "0.0000001"]);
  assert.deepEqual(
    [1, 2, 3].map((at) => fifth && kindAt(fifth, at)),
    ["e", "x", "n"],
  );
});

test("a sheet with prefixed names, inline strings and missing references is read", () => {
  const sheet = `<x:worksheet><x:sheetData>
    <x:row><x:c t="inlineStr"><x:is><x:t>a &amp; b</x:t></x:is></x:c>
    <x:c t="str"><x:v>_x4E2D_</x:v></x:c></x:row>
    <x:row r="7"><x:c r="C7"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const file = tableOf(readTable(bareWorkbook(sheet)));
  assert.deepEqual(cellsOf(file), [
    ["a & b", "中"],
    ["", "", "5"],
  ]);
  assert.deepEqual(
    file.sheets[0]?.rows.map(({ number }) => number),
    [1, 7],
  );
});

test("hidden sheets are not read, and readings above characters are not text", () => {
  const strings = "<sst><si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si></sst>";
  const bytes = bareWorkbook(
    '<worksheet><row r="1"><c r="A1" t="s"><v>0</v></c></row></worksheet>',
    {
      "xl/sharedStrings.xml": strings,
      "xl/workbook.xml":
        '<workbook><sheets><sheet name="lists" state="hidden" r:id="r2"/>' +
        '<sheet name="a" r:id="r1"/></sheets></workbook>',
    },
  );
  const file = tableOf(readTable(bytes));
  assert.equal(file.sheets.length, 1);
  assert.deepEqual(cellsOf(file), [["東京"]]);
});

test("macros, links to other files, old Excel and what is no table are refused", async () => {
  const sheet = "<worksheet/>";
  const plainBytes = await workbook((page) => page.addRow(["a"]));
  assert.ok(readTable(plainBytes).ok);
  const macros = bareWorkbook(sheet, { "xl/vbaProject.bin": "x" });
  assert.equal(codeOf(readTable(macros)), "exchange/file-has-macros");
  const enabled = bareWorkbook(sheet, {
    "[Content_Types].xml": '<Types><Override ContentType="…sheet.macroEnabled.main+xml"/></Types>',
  });
  assert.equal(codeOf(readTable(enabled)), "exchange/file-has-macros");
  const links = bareWorkbook(sheet, { "xl/externalLinks/externalLink1.xml": "<a/>" });
  assert.equal(codeOf(readTable(links)), "exchange/file-links-outside");
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  assert.equal(codeOf(readTable(old)), "exchange/file-is-old-excel");
  for (const text of ["", "%PDF-1.7", "PK\u0003\u0004 broken", "a\0b"]) {
    assert.equal(codeOf(readTable(strToU8(text))), "exchange/file-not-a-table");
  }
  assert.equal(codeOf(readTable(zipSync({ "a.txt": strToU8("a") }))), "exchange/file-not-a-table");
});

test("a document type is refused before any entity is read", () => {
  const lol =
    '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><row><c t="str"><v>&b;</v></c></row></worksheet>';
  assert.equal(codeOf(readTable(bareWorkbook(lol))), "exchange/file-not-a-table");
});

test("a bomb is refused by what its directory says, and a lie gains it nothing", () => {
  const zeros = new Uint8Array(101 * 2 ** 20);
  const bomb = zipSync({ "xl/workbook.xml": zeros }, { level: 9 });
  assert.equal(codeOf(readTable(bomb)), "exchange/file-is-bomb");
  const dense = zipSync({ "xl/workbook.xml": zeros.subarray(0, 2 ** 21) }, { level: 9 });
  assert.equal(codeOf(readTable(dense)), "exchange/file-is-bomb");
  const lying = understate(bomb, 1_000);
  assert.equal(codeOf(readTable(lying)), "exchange/file-not-a-table");
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`${at}`, strToU8("")]));
  assert.equal(codeOf(readTable(zipSync(many))), "exchange/file-is-bomb");
});

/** Writes a smaller unpacked size into the archive's one directory entry and local header. */
function understate(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  view.setUint32(view.getUint32(end + 16, true) + 24, size, true);
  view.setUint32(22, size, true);
  return bytes;
}

test("rows, columns and cells beyond the caps are refused and named", () => {
  const row = '<row><c t="str"><v>a</v></c></row>';
  const long = bareWorkbook(`<worksheet>${row.repeat(50_001)}</worksheet>`);
  const outcome = readTable(long);
  assert.equal(codeOf(outcome), "exchange/file-too-large");
  assert.ok(!outcome.ok && outcome.refusal.facts["rowsMax"] === 50_000);
  const wide = bareWorkbook(`<row><c r="GS1" t="str"><v>a</v></c></row>`);
  assert.equal(codeOf(readTable(wide)), "exchange/file-too-large");
  const fat = bareWorkbook(`<row><c t="str"><v>${"中".repeat(32_768)}</v></c></row>`);
  assert.equal(codeOf(readTable(fat)), "exchange/file-too-large");
  assert.equal(codeOf(readTable(strToU8("a,b\n".repeat(100_001)))), "exchange/file-too-large");
  assert.equal(codeOf(readTable(strToU8(",".repeat(300)))), "exchange/file-too-large");
  assert.equal(codeOf(readTable(strToU8(`a,${"b".repeat(65_537)}`))), "exchange/file-too-large");
});

test("UTF-8 with and without mark, UTF-16 and GB18030 give the same rows", () => {
  const text = "学号,姓名\r\n0012,李明\r\n";
  const expected = [
    ["学号", "姓名"],
    ["0012", "李明"],
  ];
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
  // 学号,姓名 CRLF 0012,李明 CRLF in GB18030, written out: Node can read it and cannot write it.
  const gb = Buffer.from("d1a7bac52cd0d5c3fb0d0a303031322cc0eec3f70d0a", "hex");
  for (const [encoding, bytes] of [
    ["utf-8", strToU8(text)],
    ["utf-8-bom", strToU8(`\uFEFF${text}`)],
    ["utf-16", utf16],
    ["gb18030", new Uint8Array(gb)],
  ] as const) {
    const file = tableOf(readTable(bytes));
    assert.equal(file.encoding, encoding);
    assert.deepEqual(cellsOf(file), expected);
  }
  assert.equal(
    codeOf(readTable(Uint8Array.from([0x61, 0xff, 0x2c, 0xff]))),
    "exchange/file-encoding",
  );
});

test("the separator is found, also where a rarer one stands in the texts", () => {
  assert.equal(sniffSeparator("a,b,c\n1,2,3\n"), ",");
  assert.equal(sniffSeparator("a;b;c\n1,5;2,5;3,5\n"), ";");
  assert.equal(sniffSeparator("a\tb\n1, 2, 3\tx\n"), "\t");
  assert.equal(sniffSeparator('"a,b,c,d";e\n"1,2,3,4";f\n'), ";");
  const declared = tableOf(readTable(strToU8("sep=;\r\na;b\r\n")));
  assert.deepEqual(cellsOf(declared), [["a", "b"]]);
});

test("a quote that never ends is refused; empty lines keep the numbers of the others", () => {
  assert.equal(codeOf(readTable(strToU8('a,b\n"c,d\n'))), "exchange/file-not-a-table");
  const file = tableOf(readTable(strToU8("a,b\n\n1,2\n")));
  assert.deepEqual(
    file.sheets[0]?.rows.map(({ number }) => number),
    [1, 3],
  );
});

// A cell as a spreadsheet keeps it: trimmed, and no control characters but line breaks.
const cellText = fc
  .string({ unit: fc.constantFrom(..."abc ,;\"'\n=+-@中文é0".split("")), maxLength: 12 })
  .map((text) => text.trim());
const grid = fc
  .array(fc.tuple(cellText, cellText, cellText), { minLength: 1, maxLength: 8 })
  .map((rows) => [["h1", "h2", "h3"], ...rows.filter((row) => row.some((cell) => cell !== ""))]);
const padded = (rows: readonly (readonly string[])[] | undefined) =>
  rows?.map((row) => [...row, "", "", ""].slice(0, 3));

test("what is written as CSV is read again as it was", () => {
  fc.assert(
    fc.property(grid, (rows) => {
      const file = tableOf(readTable(writeCsv(rows, { guardsFormulas: false })));
      assert.deepEqual(padded(cellsOf(file)), rows);
    }),
  );
});

test("what is written as XLSX is read again as it was", async () => {
  await fc.assert(
    fc.asyncProperty(grid, async ([, ...rows]) => {
      const columns = ["h1", "h2", "h3"].map((heading) => ({ heading, kind: "text" as const }));
      const file = tableOf(readTable(await writeXlsx([{ name: "a", columns, rows }])));
      assert.deepEqual(padded(cellsOf(file)), [["h1", "h2", "h3"], ...rows]);
    }),
    { numRuns: 20 },
  );
});

test("reading never throws, whatever the bytes", () => {
  const marks = [[], [0x50, 0x4b, 0x03, 0x04], [0xef, 0xbb, 0xbf]];
  fc.assert(
    fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 300 }), (mark, bytes) => {
      const outcome = readTable(Uint8Array.from([...mark, ...bytes]));
      return outcome.ok || outcome.refusal.code.startsWith("exchange/file-");
    }),
  );
});

test("a workbook with flipped bytes is read or refused, never thrown at", async () => {
  const sound = await workbook((sheet) => sheet.addRow(["学号", "姓名"]));
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.nat(255), (at, byte) => {
      const bytes = sound.slice();
      bytes[at] = byte;
      readTable(bytes);
    }),
  );
});
