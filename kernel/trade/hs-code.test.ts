import { test } from "node:test";
import assert from "node:assert/strict";
import { hsChapter, hsChapters, hsSubheading, longestPrefix, parseHsCode } from "./hs-code.ts";

const parsed = (text: string) => {
  const outcome = parseHsCode(text);
  return outcome.ok ? outcome.value : outcome.refusal.code;
};

test("a code is read as people write it, with its leading zeros", () => {
  assert.equal(parsed("6109.10.00"), "61091000");
  assert.equal(parsed("0901 21"), "090121");
  assert.equal(hsChapter("090121"), "09");
  assert.equal(hsSubheading("8517620000"), "851762");
});

test("a code that cannot be is refused and named", () => {
  assert.equal(parsed("61.09.10a"), "trade/hs-unknown");
  assert.equal(parsed("61091000001"), "trade/hs-unknown");
  assert.equal(parsed("990000"), "trade/hs-unknown");
  assert.equal(parsed("770110"), "trade/hs-unknown");
  assert.equal(parsed("6109"), "trade/hs-too-short");
  assert.equal(parsed(""), "trade/hs-unknown");
});

test("there are 96 chapters, 77 being reserved", () => {
  assert.equal(hsChapters.length, 96);
  assert.ok(!hsChapters.includes("77"));
});

test("the longest prefix of a table wins", () => {
  const table = { "61": 1, "6109": 2, "610910": 3 };
  assert.equal(longestPrefix(table, "6109100000"), "610910");
  assert.equal(longestPrefix(table, "610990"), "6109");
  assert.equal(longestPrefix(table, "611020"), "61");
  assert.equal(longestPrefix(table, "950300"), null);
});
