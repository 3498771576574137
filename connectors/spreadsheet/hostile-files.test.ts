import assert from "node:assert/strict";
import { test } from "node:test";
import type { Outcome } from "@echelon/contract/platform/outcome.ts";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import type { TableFile } from "../table.ts";
import { readTable } from "./read-table.ts";

/** A workbook around the rows of one sheet, and entries beside it. */
function workbook(rows: string, beside: readonly string[] = []): Uint8Array {
  const parts: Record<string, string> = {
    "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet>${rows}</worksheet>`,
  };
  for (const name of beside) parts[name] = "x";
  const packed = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(packed));
}

const rowOf = (cell: string, attributes = "") =>
  `<row${attributes}><c t="str"><v>${cell}</v></c></row>`;

const rowsOf = (outcome: Outcome<TableFile>) => {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value.sheets.flatMap(({ rows }) => rows);
};
const codeOf = (outcome: Outcome<TableFile>) => (outcome.ok ? "" : outcome.refusal.code);

test("no cell holds what a database cannot keep", () => {
  // Why: a NUL or half a surrogate pair in a name would be a fault of ours only when it is written.
  for (const written of ["&#0;", "_x0000_", "&#xD800;", "_xDFFF_", "\u0000"]) {
    const [row] = rowsOf(readTable(workbook(rowOf(`A${written}`))));
    const [cell = ""] = row?.cells ?? [];
    assert.ok(!cell.includes("\u0000") && cell.isWellFormed(), written);
    assert.equal(cell[0], "A");
  }
  const [whole] = rowsOf(readTable(workbook(rowOf("&#xD83D;&#xDE00; _xD83D__xDE00_"))));
  assert.deepEqual(whole?.cells, ["😀 😀"], "two halves that belong together are one character");
});

test("a text with NULs in it is no table, however it is encoded", () => {
  const text = "a,b\n1,2\u0000\n";
  const encoded = [
    strToU8(text),
    strToU8(`\uFEFF${text}`),
    new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")),
    new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le").swap16()),
  ];
  for (const bytes of encoded) assert.equal(codeOf(readTable(bytes)), "exchange/file-not-a-table");
});

test("rows are numbered from one upwards, whatever the file says", () => {
  const stated = fc.oneof(
    fc.constantFrom("", "x", "-5", "0", "1.5", "1e300", "4294967296999", "NaN"),
    fc.nat(9).map(String),
  );
  fc.assert(
    fc.property(fc.array(stated, { minLength: 1, maxLength: 6 }), (numbers) => {
      const rows = numbers.map((number) => rowOf("a", ` r="${number}"`)).join("");
      const read = rowsOf(readTable(workbook(rows))).map(({ number }) => number);
      assert.equal(read.length, numbers.length);
      for (const [at, number] of read.entries())
        assert.ok(Number.isInteger(number) && number > (read[at - 1] ?? 0), String(read));
    }),
  );
  const [first] = rowsOf(readTable(workbook(rowOf("a", ' r="7"'))));
  assert.equal(first?.number, 7, "a number that can be one is believed");
});

test("a text in Latin-1 is refused instead of being read as Chinese", () => {
  const western = ["Müller,Jürgen", "Peña,José", "Größer & Söhne", "Bär;Gärtner"];
  for (const text of western) {
    const bytes = new Uint8Array(Buffer.from(`Number,Name\r\n1,${text}\r\n`, "latin1"));
    assert.equal(codeOf(readTable(bytes)), "exchange/file-encoding", text);
  }
  // 朱镕基 in GBK: the second byte of the rare middle character is an ASCII letter.
  const rare = Buffer.concat([Buffer.from("Name\n"), Buffer.from("d6ece946bbf9", "hex")]);
  assert.deepEqual(rowsOf(readTable(new Uint8Array(rare)))[1]?.cells, ["朱镕基"]);
});

test("an archive with a path that leads out of it is no workbook", () => {
  for (const name of ["../../evil.txt", "/etc/passwd", "xl/../../evil", "..\\evil", "C:\\evil"]) {
    const outcome = readTable(workbook(rowOf("a"), [name]));
    assert.equal(codeOf(outcome), "exchange/file-not-a-table", name);
  }
  assert.ok(readTable(workbook(rowOf("a"), ["docProps/a..b.xml"])).ok);
});
