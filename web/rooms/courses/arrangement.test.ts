import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { byTimetable, changed, datedFrom, moved, type Planned } from "./arrangement.ts";

const planned = (lesson: string, more: Partial<Planned> = {}): Planned => ({
  lesson,
  isHidden: false,
  week: null,
  dueOn: null,
  ...more,
});
const three = [planned("a"), planned("b"), planned("c")];
const named = (plan: readonly Planned[]) => plan.map(({ lesson }) => lesson).join("");

test("a lesson moves one place, and never out of the course", () => {
  assert.equal(named(moved(three, 0, 1)), "bac");
  assert.equal(named(moved(three, 2, -1)), "acb");
  assert.equal(named(moved(three, 0, -1)), "abc");
  assert.equal(named(moved(three, 2, 1)), "abc");
  fc.assert(
    fc.property(fc.nat(2), fc.constantFrom(-1 as const, 1 as const), (at, by) => {
      assert.equal([...named(moved(three, at, by))].toSorted().join(""), "abc");
    }),
  );
});

test("a timetable gives each lesson the first week that teaches it, and leaves own lessons", () => {
  const weeks = [
    { week: 1, lessons: ["a"] },
    { week: 2, lessons: ["a", "b"] },
  ];
  assert.deepEqual(
    byTimetable(three, weeks).map(({ week }) => week),
    [1, 2, null],
  );
});

test("dates are the Sundays of the weeks", () => {
  const plan = changed(changed(three, 0, { week: 1 }), 1, { week: 3 });
  assert.deepEqual(
    datedFrom(plan, "2026-09-07").map(({ dueOn }) => dueOn),
    ["2026-09-13", "2026-09-27", null],
  );
  assert.deepEqual(datedFrom(plan, "soon"), plan);
});
