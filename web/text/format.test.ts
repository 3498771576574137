import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsOf, formats } from "./format.ts";

const { zh, en } = formats;

test("an amount of minor units is shown with as many digits as its currency has", () => {
  assert.equal(en.money(123_456, "USD"), "$1,234.56");
  assert.equal(en.money(123_456, "JPY"), "¥123,456");
  assert.equal(digitsOf("KRW"), 0);
});

test("a change of money carries its sign, and none where nothing changed", () => {
  assert.equal(en.money(500, "USD", { sign: true }), "+$5.00");
  assert.equal(en.money(-500, "USD", { sign: true }), "−$5.00");
  assert.equal(en.money(0, "USD", { sign: true }), "$0.00");
});

test("large amounts are shortened in the reader's own way of counting", () => {
  assert.equal(en.money(3_894_000_00, "USD", { short: true }), "$3.9M");
  assert.equal(zh.money(389_400_00, "CNY", { short: true }), "¥38.9万");
  assert.equal(zh.money(624_060, "USD", { short: true }), "US$6,240.6");
});

test("basis points are read as percent", () => {
  assert.equal(en.percent(1_250), "12.5%");
  assert.equal(zh.percent(-300), "−3%");
});

test("ten thousand ticks of advertising are one dollar", () => {
  assert.equal(en.ticks(12_500), "$1.25");
});

test("a day of the market is the same day in every time zone", () => {
  assert.equal(en.date("2026-10-12"), "Oct 12, 2026");
  assert.equal(zh.date("2026-10-12"), "2026年10月12日");
});

test("a name in both languages is shown in the reader's", () => {
  const name = { zh: "德国", en: "Germany" };
  assert.equal(zh.name(name), "德国");
  assert.equal(en.name(name), "Germany");
});
