import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type AppealFinding,
  findTogether,
  lastDayAfter,
  panelSize,
  voidedPieces,
} from "./appeal.ts";

const some = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 });
const finding: fc.Arbitrary<AppealFinding> = fc.oneof(
  fc.record(
    { outcome: fc.constant("upheld" as const), voids: some, barred: some },
    { noNullPrototype: true },
  ),
  fc.constant<AppealFinding>({ outcome: "dismissed", voids: [], barred: [] }),
);
const panel = fc.array(finding, { minLength: panelSize, maxLength: panelSize });
const sorted = ({ outcome, voids, barred }: AppealFinding) => ({
  outcome,
  voids: voids.toSorted(),
  barred: barred.toSorted(),
});

test("what one person finds alone is what is found", () => {
  fc.assert(fc.property(finding, (one) => assert.deepEqual(findTogether([one]), one)));
});

test("it does not matter in which order a panel answers", () => {
  fc.assert(
    fc.property(panel, fc.integer({ min: 1, max: 2 }), (given, by) => {
      const turned = [...given.slice(by), ...given.slice(0, by)];
      assert.deepEqual(sorted(findTogether(turned)), sorted(findTogether(given)));
    }),
  );
});

test("nobody of a panel decides alone, neither an appeal nor a piece of it", () => {
  fc.assert(
    fc.property(panel, (given) => {
      const { outcome, voids, barred } = findTogether(given);
      const upholding = given.filter((one) => one.outcome === "upheld");
      assert.equal(outcome === "upheld", upholding.length >= 2);
      for (const id of voids)
        assert.ok(upholding.filter((one) => one.voids.includes(id)).length >= 2);
      for (const id of barred)
        assert.ok(upholding.filter((one) => one.barred.includes(id)).length >= 2);
    }),
  );
});

test("a piece goes by its name or with its rater, and no other one does", () => {
  const pieces = [
    { id: "a", rater_id: null },
    { id: "b", rater_id: "x" },
    { id: "c", rater_id: "y" },
    { id: "d", rater_id: null },
  ];
  const found = { outcome: "upheld", voids: ["a"], barred: ["x"] } as const;
  assert.deepEqual(
    voidedPieces(pieces, found).map(({ id }) => id),
    ["a", "b"],
  );
  const nothing = { outcome: "dismissed", voids: [], barred: [] } as const;
  assert.deepEqual(voidedPieces(pieces, nothing), []);
});

test("fifteen days from notice end with the fifteenth day after it", () => {
  assert.equal(lastDayAfter(20_000, 15), 20_015);
});
