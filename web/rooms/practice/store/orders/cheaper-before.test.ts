import assert from "node:assert/strict";
import { test } from "node:test";
import { cheaperBefore } from "./cheaper-before.ts";

const at = (priceMinor: number, feeMinor: number, isBought = false) => ({
  priceMinor,
  feeMinor,
  isBought,
});

test("counts cheaper offers before the bought one with their shipping, and none after it", () => {
  const places = [at(900, 0), at(900, 200), at(1_000, 0, true), at(100, 0)];
  assert.equal(cheaperBefore(places), 1);
  assert.equal(cheaperBefore(places.slice(1)), 0);
  assert.equal(cheaperBefore([at(1, 0)]), 0);
});
