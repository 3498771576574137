import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { newRankScratch, rankedValues, selectNth } from "./order-statistics.ts";

const lists = fc.oneof(
  fc.array(fc.integer(), { minLength: 1, maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 300 }),
  fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 300 }),
);

test("values at ranks are those of the sorted list, whatever was in the scratch before", () => {
  const scratch = newRankScratch(300);
  const into = new Float64Array(3);
  fc.assert(
    fc.property(lists, fc.tuple(fc.nat(), fc.nat(), fc.nat()), (list, wanted) => {
      const values = Float64Array.from(list);
      const sorted = values.toSorted();
      const ranks = Int32Array.from(wanted, (rank) => rank % list.length);
      rankedValues(values, list.length, ranks, into, scratch);
      ranks.forEach((rank, i) => assert.ok(into[i] === sorted[rank]));
      assert.deepEqual([...values], list);
    }),
  );
});

test("a rank is selected from a part of a list without touching the rest", () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.nat(), (list, a, b) => {
      const from = Math.min(a % list.length, b % list.length);
      const rank = Math.max(a % list.length, b % list.length);
      const values = Float64Array.from(list);
      const sorted = values.slice(from).sort();
      assert.ok(selectNth(values, from, list.length, rank) === sorted[rank - from]);
      assert.deepEqual([...values.subarray(0, from)], list.slice(0, from));
    }),
  );
});
