import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allocateRaters, anchorCount, type Rater } from "./allocate-raters.ts";

const worksOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `w${at}`, person: `p${at}` }));
const side = (name: string, count: number, conflicts: readonly string[] = []): Rater[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${name}${at}`,
    conflicts: new Set(at === 0 ? conflicts : []),
  }));

test("every work is marked by one of each side, and anchors by all", () => {
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      (count, teachers, mentors) => {
        const sides = [side("t", teachers), side("m", mentors)];
        const dealt = allocateRaters(worksOf(count), sides);
        const byWork = Map.groupBy(dealt, ({ work }) => work);
        worksOf(count).forEach(({ id }, at) => {
          const raters = byWork.get(id)!.map(({ rater }) => rater);
          const isAnchor = at < anchorCount(count);
          assert.equal(new Set(raters).size, isAnchor ? teachers + mentors : 2);
          assert.ok(byWork.get(id)!.every((one) => one.isAnchor === isAnchor));
        });
      },
    ),
  );
});

test("of one side nobody has more than one work more than another", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 5 }), (count, mentors) => {
      const dealt = allocateRaters(worksOf(count), [side("m", mentors)]);
      const loads = side("m", mentors).map(
        ({ id }) => dealt.filter(({ rater }) => rater === id).length,
      );
      assert.ok(Math.max(...loads) - Math.min(...loads) <= 1);
    }),
  );
});

test("nobody marks whom they must not, though a side be left without a rater", () => {
  const works = worksOf(12);
  const conflicts = works.map(({ person }) => person);
  const dealt = allocateRaters(works, [side("t", 1), side("m", 1, conflicts)]);
  assert.ok(dealt.every(({ rater }) => rater === "t0"));
  assert.equal(dealt.length, works.length);
});

test("a tenth of the works are anchors, two at least, and never more than there are", () => {
  assert.deepEqual([0, 1, 5, 20, 45].map(anchorCount), [0, 1, 2, 2, 5]);
});
