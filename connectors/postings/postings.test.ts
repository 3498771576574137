import assert from "node:assert/strict";
import { test } from "node:test";
import type { PostingMapping } from "@echelon/contract/planning/posting-record.ts";
import type { TableFile } from "../table.ts";
import { readDate, readEducation, readOpenings, readYears } from "./posting-cells.ts";
import { postingLineReader } from "./read-postings-lines.ts";
import { readPostingsTable } from "./read-postings-table.ts";

const reader = {
  today: "2026-11-30",
  cityOf: (said: string) => (said === "杭州" ? "330100" : null),
};

const tableOf = (...rows: readonly string[][]): TableFile => ({
  encoding: "utf-8",
  sheets: [{ name: "", rows: rows.map((cells, at) => ({ number: at + 1, cells, kinds: "" })) }],
});
const read = (mapping: PostingMapping, ...rows: readonly string[][]) =>
  readPostingsTable(tableOf(...rows), mapping, reader);

test("dates are read where they can mean one day only", () => {
  const said: readonly [string, string | null][] = [
    ["2026-11-05", "2026-11-05"],
    ["2024-11-15 11:06:13", "2024-11-15"],
    ["2026/1/5", "2026-01-05"],
    ["２０２６年１月５日", "2026-01-05"],
    ["20260105", "2026-01-05"],
    ["15/4/2026", "2026-04-15"],
    ["4/15/2026", "2026-04-15"],
    ["4/4/2026", "2026-04-04"],
    ["", null],
  ];
  for (const [cell, value] of said) assert.deepEqual(readDate(cell), { ok: true, value }, cell);
  const fault = (cell: string) => {
    const reading = readDate(cell);
    return reading.ok ? null : reading.fault;
  };
  assert.equal(fault("03/04/2026"), "date-ambiguous");
  assert.equal(fault("11-15"), "date-ambiguous");
  for (const cell of ["2026-02-30", "31/31/2026", "3天前", "1899-01-01"])
    assert.equal(fault(cell), "date-unreadable", cell);
});

test("openings are whole and positive, in any width, and counted up to twenty", () => {
  assert.deepEqual(readOpenings("２人"), { ok: true, value: 2 });
  assert.deepEqual(readOpenings(""), { ok: true, value: 1 });
  assert.deepEqual(readOpenings("若干"), { ok: true, value: 1, flag: "openings-assumed" });
  assert.deepEqual(readOpenings("99"), { ok: true, value: 20, flag: "openings-many" });
  for (const cell of ["-3", "0", "1.5", "999999999", "many", "1e9"])
    assert.deepEqual(readOpenings(cell), { ok: false, fault: "openings-unreadable" }, cell);
});

test("years and education are the least that is asked for", () => {
  const years = ["3-5年", "1年以下", "经验不限", "10年以上", "5+ years", "面谈"].map(readYears);
  assert.deepEqual(years, [3, 0, 0, 10, 5, null]);
  const educations = ["大专", "本科及以上", "学历不限", "中专/中技", "PhD", ""].map(readEducation);
  assert.deepEqual(educations, ["diploma", "bachelor", "none", "secondary", "doctor", "unsaid"]);
});

test("a merged title above the heading is no heading", () => {
  const reading = read(
    {},
    ["跨境电商岗位表", "", ""],
    ["职位", "城市", "薪资"],
    ["亚马逊运营", "杭州", "６千－１万"],
  );
  assert.equal(reading?.rows, 1);
  const [record] = reading?.records ?? [];
  assert.deepEqual([record?.city, record?.salaryMinMinor], ["330100", 600_000]);
  assert.deepEqual(record?.flags, ["date-missing"]);
});

test("a mapping goes before what is known, and may leave a field out", () => {
  const rows = [
    ["职位", "岗位", "城市", "薪资"],
    ["甲", "乙", "杭州", "1万"],
  ] as const;
  const known = read({}, ...rows.map((row) => [...row]));
  assert.equal(known?.records[0]?.title, "甲");
  const said = read({ title: "岗位", salary: "" }, ...rows.map((row) => [...row]));
  assert.equal(said?.records[0]?.title, "乙");
  assert.equal(said?.records[0]?.salarySaid, "");
  const gone = read({ title: "nothing" }, ...rows.map((row) => [...row]));
  assert.deepEqual([gone?.rows, gone?.headings.length], [0, 4]);
});

test("all that is wrong with a row is told at once", () => {
  const reading = read(
    {},
    ["职位", "人数", "发布日期", "截止日期"],
    ["", "-1", "1/2/2026", ""],
    ["甲", "1", "2027-01-01", "2026-12-01"],
  );
  assert.deepEqual(
    reading?.problems.map(({ row, column, code }) => [row, column, code]),
    [
      [2, "职位", "title-missing"],
      [2, "人数", "openings-unreadable"],
      [2, "发布日期", "date-ambiguous"],
    ],
  );
  assert.deepEqual(reading?.records[0]?.flags, [
    "date-future",
    "closed-before-posted",
    "city-missing",
    "pay-none",
  ]);
});

test("lines of JSON are read one by one, by our names or by those of a table", () => {
  const line = postingLineReader({}, reader);
  const own = line(JSON.stringify({ title: "甲\u0000", city: "杭州", openings: 3 }), 1);
  const table = line(JSON.stringify({ 职位名称: "甲", 工作城市: "杭州", 招聘人数: "3" }), 1);
  assert.ok(own.ok && table.ok);
  assert.deepEqual(own.record, table.record);
  for (const odd of ["", "[]", "1", "{", "null"]) {
    const reading = line(odd, 7);
    assert.ok(!reading.ok);
    assert.deepEqual([reading.problems[0]?.row, reading.problems[0]?.code], [7, "line-unreadable"]);
  }
});
