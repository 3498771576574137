import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { purpose } from "../../random/purpose.ts";
import { firstForm } from "./form-lot.ts";

const key = fc.record({ k0: fc.nat(), k1: fc.nat() });
const seats = (count: number) => Array.from({ length: count }, (_, seat) => seat);

test("the two orders differ by one person at most, however many come", () => {
  fc.assert(
    fc.property(key, fc.integer({ min: 0, max: 80 }), (drawn, count) => {
      const firstA = seats(count).filter((seat) => firstForm(seat, drawn) === "a").length;
      assert.ok(Math.abs(2 * firstA - count) <= 1);
    }),
  );
});

test("which of two neighbors begins with which form is drawn by the key", () => {
  // Why: a lot that the key does not reach is an order that somebody could choose.
  const drawn = seats(2_000).filter(
    (at) => firstForm(0, { k0: at, k1: purpose.testForm }) === "a",
  ).length;
  assert.ok(Math.abs(drawn - 1_000) < 4 * Math.sqrt(500), `${drawn} of 2000`);
  const one = { k0: 7, k1: 11 };
  const blocks = seats(2_000).filter((block) => firstForm(2 * block, one) === "a").length;
  assert.ok(Math.abs(blocks - 1_000) < 4 * Math.sqrt(500), `${blocks} of 2000`);
});
