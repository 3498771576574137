import assert from "node:assert/strict";
import { test } from "node:test";
import type { RefusalCode } from "@echelon/contract/refusals.ts";
import { RefusalError } from "../../../api/client.ts";
import type { Format } from "../../../text/format.ts";
import { brokenBound, withCurrencies } from "./field-bounds.ts";

const format = {
  money: (minor: number, currency: string) => `${currency} ${minor / 100}`,
  ticks: (ticks: number) => `$${ticks / 10_000}`,
  percent: (bp: number) => `${bp / 100}%`,
  number: String,
} as unknown as Format;
const said = (error: RefusalError) => brokenBound(error, { format, booksCurrency: "USD" });
const refusal = (at: string, bound: object, code: RefusalCode = "platform/malformed-request") =>
  new RefusalError(code, { faults: [{ at, rule: "too_big", origin: "number", ...bound }] }, "");
const currencyOf = (market: string) => (market === "gb" ? "GBP" : "USD");

test("a price above its most is told with the most, in its market's currency", () => {
  const wishes = [
    { kind: "select-product", sku: "A" },
    { kind: "set-price", sku: "A", market: "gb", priceMinor: 99_999_999_999 },
  ];
  const error = refusal("body.wishes.1.priceMinor", { max: 100_000_000 });
  assert.deepEqual(said(withCurrencies(error, wishes, currencyOf)), {
    code: "bound/most",
    facts: { typed: "priceMinor", most: "GBP 1000000" },
  });
});

test("spending is of the books though a market stands beside it", () => {
  const wish = { kind: "buy-display", market: "gb", spendMinor: 9 };
  const error = refusal("body.wishes.0.spendMinor", { max: 500_000 });
  assert.equal(said(withCurrencies(error, [wish], currencyOf))?.facts["most"], "USD 5000");
});

test("advertising money, shares and counts are printed in their own way", () => {
  const most = (field: string, max: number) =>
    said(refusal(`body.wishes.0.${field}`, { max }))?.facts["most"];
  assert.equal(most("dailyBudgetTicks", 2_000_000_000), "$200000");
  assert.equal(most("depthBp", 9_000), "90%");
  assert.equal(most("units", 100_000), "100000");
  assert.equal(most("limitMinor", 100), "USD 1");
});

test("what is below its least is told with the least", () => {
  assert.deepEqual(said(refusal("body.wishes.0.days", { min: 1 })), {
    code: "bound/least",
    facts: { typed: "days", least: "1" },
  });
});

test("other refusals, and faults without a bound, are told elsewhere", () => {
  assert.equal(said(refusal("body.wishes.0.units", { max: 5 }, "practice/day-closed")), null);
  assert.equal(said(refusal("body.wishes.0.market", {})), null);
});

test("a text that is too long is no number, and the number beside it is told", () => {
  const tooLong = { at: "body.wishes.0.name", rule: "too_big", origin: "string", max: 80 };
  assert.equal(said(refusal(tooLong.at, tooLong)), null);
  const tooMany = { at: "body.wishes.1.units", rule: "too_big", origin: "int", max: 5 };
  const both = new RefusalError("platform/malformed-request", { faults: [tooLong, tooMany] }, "");
  assert.deepEqual(said(both)?.facts, { typed: "units", most: "5" });
});
