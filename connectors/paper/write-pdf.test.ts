import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PaperBlock, PaperDocument } from "./paper-document.ts";
import { printable } from "./printable.ts";
import { readText } from "./testing/read-text.ts";
import { writePdf } from "./write-pdf.ts";

const paper = (blocks: readonly PaperBlock[], title = "课程成绩单"): PaperDocument => ({
  language: "zh",
  title,
  subtitle: "李明轩",
  author: "周岚",
  madeAt: new Date("2026-11-30T08:00:00Z"),
  blocks,
  foot: "Echelon",
});

const table = (rows: number): PaperBlock => ({
  kind: "table",
  columns: [
    { heading: "Part", parts: 3 },
    { heading: "Points", parts: 1, isNumber: true },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`row-${at}`, String(at)]),
});

test("what a paper says can be searched, in Chinese and in English", async () => {
  const [page = ""] = readText(
    await writePdf(
      paper([
        { kind: "heading", text: "成绩构成" },
        { kind: "facts", facts: [["总评", "86.4"]] },
        { kind: "note", text: "A late work counts half." },
      ]),
    ),
  );
  for (const words of [
    "课程成绩单",
    "李明轩",
    "成绩构成",
    "总评",
    "86.4",
    "A late work counts half.",
  ])
    assert.ok(page.includes(words), words);
});

test("the same document gives the same bytes, and another one others", async () => {
  const bytes = async (rows: number) => Buffer.from(await writePdf(paper([table(rows)])));
  assert.deepEqual(await bytes(3), await bytes(3));
  assert.notDeepEqual(await bytes(3), await bytes(4));
});

test("a table goes on over pages with its head, and no row is lost", async () => {
  const pages = readText(await writePdf(paper([table(200)])));
  assert.ok(pages.length > 3);
  for (const [at, page] of pages.entries()) {
    assert.ok(page.includes("PartPoints"), `page ${at + 1} has the head`);
    assert.ok(page.includes(`${at + 1} / ${pages.length}`), `page ${at + 1} says which it is`);
  }
  const all = pages.join("");
  for (let row = 0; row < 200; row += 1) assert.ok(all.includes(`row-${row}`), `row ${row}`);
});

test("a heading at a page's foot goes along with what it heads", async () => {
  for (let rows = 20; rows < 40; rows += 1) {
    const blocks: PaperBlock[] = [table(rows), { kind: "heading", text: "后记" }, table(1)];
    const pages = readText(await writePdf(paper(blocks)));
    const at = pages.findIndex((page) => page.includes("后记"));
    assert.match(pages[at] ?? "", /后记Part/, `${rows} rows before it`);
  }
});

test("a character that the font lacks is written out, and no control gets through", async () => {
  const [page = ""] = readText(await writePdf(paper([], "𪚥先生\u0007")));
  assert.ok(page.includes("〔U+2A6A5〕先生"));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const has = (point: number) => point >= 0x20 && point < 0x7f;
      assert.match(printable(text, has), /^[\u0020-\u007e\n〔〕]*$/u);
    }),
  );
});

test("a paper beyond the limits is refused before anything is drawn", async () => {
  await assert.rejects(writePdf(paper([table(5_001)])), RangeError);
});
