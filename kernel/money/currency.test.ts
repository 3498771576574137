import { test } from "node:test";
import assert from "node:assert/strict";
import * as published from "dinero.js/currencies";
import { currencyCodes, isCurrencyCode, minorDigits, minorPerMajor } from "./currency.ts";

const byCode = new Map(
  Object.values(published).map((currency) => [currency.code as string, currency.exponent]),
);

test("every currency has the minor digits of ISO 4217", () => {
  for (const code of currencyCodes) assert.equal(minorDigits(code), byCode.get(code), code);
});

test("the currencies of the season's markets are known", () => {
  const needed = "USD CAD GBP EUR PLN JPY KRW AUD CNY HKD MXN BRL SGD SEK CHF".split(" ");
  for (const code of needed) assert.ok(isCurrencyCode(code), code);
});

test("what is no currency is not taken for one", () => {
  for (const text of ["", "usd", "XXX", "toString", "__proto__"]) assert.ok(!isCurrencyCode(text));
});

test("a yen is one minor unit, a dollar a hundred, a dinar a thousand", () => {
  assert.deepEqual(
    [minorPerMajor("JPY"), minorPerMajor("USD"), minorPerMajor("KWD")],
    [1, 100, 1000],
  );
});
