import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emptyDraft, listsOf, type RaisedRow, rowsOf } from "./overlay-rules.ts";

const value = fc.option(fc.integer({ min: 1, max: 9 }));
const rows = fc.uniqueArray(
  fc.record({
    competency: fc.constantFrom("A01", "B02", "C03", "nb:A01"),
    threshold: value,
    minCount: value,
    weight: value,
  }),
  { selector: ({ competency }) => competency },
);

test("what is asked of competencies is the same in rows and in lists", () => {
  fc.assert(
    fc.property(rows, (asked) => {
      const byId = (list: readonly RaisedRow[]) =>
        list.toSorted((a, b) => (a.competency < b.competency ? -1 : 1));
      const some = asked.filter((one) => one.threshold ?? one.minCount ?? one.weight);
      const again = rowsOf({ ...emptyDraft, ...listsOf(asked) });
      assert.deepEqual(byId(again), byId(some.map((one) => ({ ...one }))));
    }),
  );
});
