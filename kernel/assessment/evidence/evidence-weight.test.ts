import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  batchWeight,
  peerMarkWeight,
  peerWeight,
  repeatFactor,
  shareFactor,
} from "./evidence-weight.ts";

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 0.05, `${a} is not ${b}`);

test("five, ten and a hundred events weigh 4.2, 6.9 and 16.8", () => {
  near(batchWeight(5), 4.2);
  near(batchWeight(10), 6.9);
  near(batchWeight(100), 16.8);
  assert.equal(batchWeight(1), 1);
  assert.throws(() => batchWeight(0), RangeError);
});

test("more events never weigh less, and never more than twenty or than themselves", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (events) => {
      const weight = batchWeight(events);
      assert.ok(weight <= batchWeight(events + 1));
      assert.ok(weight <= Math.min(20, events));
    }),
  );
});

test("the fourth repetition counts half, and each further one half of that", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(repeatFactor), [1, 1, 1, 0.5, 0.25, 0.125]);
});

test("an equal part of a team's work counts whole, less of it less, more no more", () => {
  assert.equal(shareFactor(0.25, 4), 1);
  assert.equal(shareFactor(0.1, 4), 0.4);
  assert.equal(shareFactor(1, 4), 1);
  assert.equal(shareFactor(0, 4), 0);
});

test("a mark far from what the other team-mates gave weighs half", () => {
  assert.equal(peerMarkWeight(5, [2, 3, 3]), peerWeight / 2);
  assert.equal(peerMarkWeight(4, [2, 3, 3]), peerWeight);
  assert.equal(peerMarkWeight(1, []), peerWeight);
  assert.equal(peerMarkWeight(1, [3, 4]), peerWeight / 2);
});
