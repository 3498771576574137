import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { coverTone, nextBreak, proposedUnits, unitPriceAt } from "./supply-price.ts";

const breaks = [
  { units: 100, unitMinor: 342 },
  { units: 200, unitMinor: 329 },
  { units: 400, unitMinor: 315 },
];

test("a unit costs what the highest break reached says", () => {
  assert.deepEqual(
    [1, 100, 199, 200, 5_000].map((units) => unitPriceAt(breaks, units)),
    [342, 342, 342, 329, 315],
  );
  assert.equal(unitPriceAt([], 10), 0);
});

test("the next break is the first that is cheaper, and none follows the last", () => {
  assert.equal(nextBreak(breaks, 150)?.units, 200);
  assert.equal(nextBreak(breaks, 400), undefined);
});

test("more units never cost more each", () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(1_000), (units, more) => {
      assert.ok(unitPriceAt(breaks, units + more) <= unitPriceAt(breaks, units));
    }),
  );
});

test("stock is short when it ends before new stock could come and none is on its way", () => {
  assert.equal(coverTone(null, 0, 0, 9), "out");
  assert.equal(coverTone(4, 20, 0, 9), "short");
  assert.equal(coverTone(4, 20, 50, 9), "well");
  assert.equal(coverTone(9, 20, 0, 9), "well");
  assert.equal(coverTone(null, 20, 0, 9), "unsold");
});

test("a proposed purchase is whole minimum orders and covers lead time and a week", () => {
  const supply = { moq: 40, leadDays: 14 };
  assert.equal(proposedUnits({ onHand: 10, inbound: 0, soldWeek: 70 }, supply), 200);
  assert.equal(proposedUnits({ onHand: 500, inbound: 0, soldWeek: 7 }, supply), 40);
  assert.equal(proposedUnits({ onHand: 0, inbound: 0, soldWeek: 0 }, supply), 40);
});

test("a proposed purchase is no more than its supplier makes in a day", () => {
  const supply = { moq: 40, leadDays: 14, outputUnits: 150 };
  assert.equal(proposedUnits({ onHand: 10, inbound: 0, soldWeek: 70 }, supply), 120);
});
