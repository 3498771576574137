import assert from "node:assert/strict";
import { test } from "node:test";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { findRosterHeader, readRoster, type RosterReading } from "./read-roster.ts";
import { readTable } from "./read-table.ts";
import { rosterSheet } from "./write-roster.ts";
import { writeXlsx } from "./write-xlsx.ts";

function read(bytes: Uint8Array): RosterReading | null {
  const table = readTable(bytes);
  assert.ok(table.ok);
  const found = findRosterHeader(table.value);
  return found === null ? null : readRoster(found);
}
const readText = (...lines: string[]) => read(new TextEncoder().encode(lines.join("\r\n")));
const told = (reading: RosterReading | null) =>
  reading?.problems.map(
    ({ code, row, column }) => `${code.replace("teaching/roster-", "")} ${row} ${column}`,
  );

test("a list below titles is found, and numbers stay text", () => {
  const reading = readText(
    "之江跨境学院 2026–2027 学年,,,",
    "",
    "序号,学 号*,姓名（必填）,手机",
    "1,0023０１,李  明轩,13800000000",
    "2,2301-02,Ann O'Neil,",
  );
  assert.deepEqual(
    reading?.rows.map(({ number, name, role, isActive }) => [number, name, role, isActive]),
    [
      ["002301", "李 明轩", "student", true],
      ["2301-02", "Ann O'Neil", "student", true],
    ],
  );
  assert.deepEqual(reading?.ignoredColumns, ["序号", "手机"]);
  assert.deepEqual(reading?.problems, []);
});

test("what is wrong is told by cell, and keeps its row out", () => {
  const reading = readText(
    "学号,姓名,角色,状态",
    "1,甲,学生,在读",
    ",乙,,",
    "1,丙,,",
    "学号4,丁,,",
    "5,,校长,云游",
    "6,己,企业导师,离校",
    "7,庚,助教,离校",
  );
  assert.deepEqual(told(reading), [
    "number-missing 3 number",
    "number-twice 4 number",
    "number-malformed 5 number",
    "name-missing 6 name",
    "role-unknown 6 role",
    "status-unknown 6 status",
    "role-not-here 7 role",
  ]);
  assert.deepEqual(
    reading?.rows.map(({ isFaulty }) => isFaulty),
    [false, true, true, true, true, true, false],
  );
  assert.equal(reading?.rows[6]?.isActive, false);
});

test("numbers of a spreadsheet are warned of; zero formats and formulas are read", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("a");
  sheet.addRow(["Student number", "Name"]);
  sheet.addRow([23_010_01, "Ann"]);
  sheet.addRow([42, "Ben"]).getCell(1).numFmt = "000000";
  sheet.addRow([{ formula: "A2+1", result: 2301002 }, "Cem"]);
  sheet.addRow([{ formula: "A2+1" }, "Dan"]);
  const reading = read(new Uint8Array(await book.xlsx.writeBuffer()));
  assert.deepEqual(
    reading?.rows.map(({ number }) => number),
    ["2301001", "000042", "2301002", ""],
  );
  assert.deepEqual(told(reading), [
    "number-was-a-number 2 number",
    "cell-formula 5 number",
    "number-missing 5 number",
  ]);
});

test("a list without numbers or names has no heading", () => {
  assert.equal(readText("姓名,班级", "甲,一班"), null);
});

const line = fc.record({
  number: fc.stringMatching(/^0{0,3}[1-9A-Z]{1,8}$/),
  name: fc.string({
    unit: fc.constantFrom(..."李明轩Ann =+".split("")),
    minLength: 1,
    maxLength: 8,
  }),
  role: fc.constantFrom("student", "teacher", "assistant"),
});
const lines = fc
  .uniqueArray(line, { maxLength: 8, selector: ({ number }) => number })
  .map((all) =>
    all.map((each) => ({ ...each, name: each.name.replace(/\s+/g, " ").trim() || "甲" })),
  );

test("the template is read as it was filled, in either language", async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom("zh", "en"), async (roster, language) => {
      const reading = read(await writeXlsx([rosterSheet(roster, "跨境2301", language)]));
      assert.deepEqual(
        reading?.rows.map(({ number, name, role }) => ({ number, name, role })),
        roster.map(({ number, name, role }) => ({ number, name, role })),
      );
      assert.deepEqual(reading?.problems, []);
    }),
    { numRuns: 10 },
  );
});

test("another program sees numbers as text, lists to choose from, and no formula", async () => {
  const roster = [{ number: "0012", name: "=1+1", role: "student" as const }];
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(
    (await writeXlsx([rosterSheet(roster, "跨境2301", "zh")])).buffer as ArrayBuffer,
  );
  const sheet = book.worksheets[0];
  assert.equal(sheet?.getCell("A2").value, "0012");
  assert.equal(sheet?.getCell("A2").numFmt, "@");
  assert.equal(sheet?.getCell("B2").type, ExcelJS.ValueType.String);
  assert.deepEqual(sheet?.getCell("D3").dataValidation.formulae, ['"学生,教师,助教"']);
  assert.equal(sheet?.getRow(1).font.bold, true);
  assert.equal(sheet?.views[0]?.state, "frozen");
});

test("another program shows as many digits of a number as its column asks for", async () => {
  const columns = [
    { heading: "points", kind: "number", digits: 1 },
    { heading: "money", kind: "number", digits: 2 },
    { heading: "count", kind: "number" },
  ] as const;
  const bytes = await writeXlsx([{ name: "a", columns, rows: [[76.7, -12.5, 3]] }]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const formats = ["A2", "B2", "C2"].map((cell) => book.worksheets[0]?.getCell(cell).numFmt);
  assert.deepEqual(formats, ["0.0", "0.00", "0"]);
});
