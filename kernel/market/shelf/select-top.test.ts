import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { offerScore, sortHeap } from "./select-top.ts";

/** Few different values, so that ties are common. */
const scores = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 });

test("the best few are those of a full sort, the lower index first among equals", () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 60 }), (values, limit) => {
      const heapScore = new Float64Array(limit);
      const heapIndex = new Int32Array(limit);
      let kept = 0;
      values.forEach((score, index) => {
        kept = offerScore(heapScore, heapIndex, kept, limit, score, index);
      });
      sortHeap(heapScore, heapIndex, kept);
      const sorted = values
        .map((score, index) => ({ score, index }))
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, limit);
      assert.deepEqual(
        [...heapIndex.subarray(0, kept)],
        sorted.map(({ index }) => index),
      );
      assert.deepEqual(
        [...heapScore.subarray(0, kept)],
        sorted.map(({ score }) => score),
      );
    }),
  );
});
