import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { spreadLabels } from "./spread-labels.ts";

test("labels that do not meet stay where their lines end", () => {
  assert.deepEqual(spreadLabels([100, 50, 0], 1, 14), [0, 0, 0]);
});

test("of two labels at one place the second goes below the first", () => {
  assert.deepEqual(spreadLabels([10, 10], 1, 14), [0, 14]);
});

test("no label covers another, and the order of the lines is kept", () => {
  const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(values, (ends) => {
      const offsets = spreadLabels(ends, 2, 14);
      const shown = ends
        .map((end, index) => ({ end, at: -end / 2 + (offsets[index] ?? 0) }))
        .toSorted((a, b) => a.at - b.at);
      for (const [index, label] of shown.entries()) {
        const next = shown[index + 1];
        if (next === undefined) continue;
        assert.ok(next.at - label.at >= 14 - 1e-9);
        assert.ok(label.end >= next.end);
      }
    }),
  );
});
