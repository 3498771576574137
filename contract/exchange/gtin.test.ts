import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gtinProblem } from "./gtin.ts";

const sound = fc.stringMatching(/^\d{12}$/).map((text) => {
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${text}${(10 - (sum % 10)) % 10}`;
});

test("known numbers pass, and numbers of other lengths do not", () => {
  for (const gtin of ["4006381333931", "96385074", "036000291452", "10614141000415"]) {
    assert.equal(gtinProblem(gtin), null);
  }
  assert.equal(gtinProblem("123"), "wrong-length");
  assert.equal(gtinProblem("40063813339 1"), "not-digits");
});

test("one digit changed is always refused", () => {
  fc.assert(
    fc.property(sound, fc.nat(12), fc.integer({ min: 1, max: 9 }), (gtin, at, shift) => {
      const changed = [...gtin];
      changed[at] = String((Number(changed[at]) + shift) % 10);
      return gtinProblem(changed.join("")) === "wrong-check-digit";
    }),
  );
});

test("two neighbours swapped are refused unless they differ by five or not at all", () => {
  fc.assert(
    fc.property(sound, fc.nat(11), (gtin, at) => {
      const [first = "", second = ""] = [gtin[at], gtin[at + 1]];
      const swapped = `${gtin.slice(0, at)}${second}${first}${gtin.slice(at + 2)}`;
      const isBlind = Math.abs(Number(first) - Number(second)) % 5 === 0;
      return (gtinProblem(swapped) === null) === isBlind;
    }),
  );
});

test("a number that lost its leading zeros is told apart", () => {
  assert.equal(gtinProblem("36000291452"), "lost-zeros");
});
