import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import Papa from "papaparse";
import { csvCell, csvText } from "./csv.ts";

test("a cell that a spreadsheet would run is made plain text", () => {
  for (const evil of ["=1+1", "+1", "-cmd", "@sum", "\t=1"])
    assert.ok(csvCell(evil).replace(/^"/, "").startsWith("'"));
});

test("a negative number stays a number", () => {
  assert.equal(csvCell(-412), "-412");
});

test("quotes, commas and lines inside a cell stay inside it", () => {
  assert.equal(csvCell('a "b", c\nd'), '"a ""b"", c\nd"');
});

test("another reader reads back what was written, whatever stands in the cells", () => {
  const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text) && !text.includes("\uFEFF"));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const { data } = Papa.parse<string[]>(csvText(rows).slice(1), {
        delimiter: ",",
        newline: "\r\n",
      });
      assert.deepEqual(data.slice(0, rows.length), rows);
    }),
  );
});

test("a file begins with the mark by which Excel knows UTF-8", () => {
  assert.equal(csvText([["店铺"]]), "\uFEFF店铺\r\n");
});
