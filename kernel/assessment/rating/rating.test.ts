import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { agreementBand, isApart, weightedKappa } from "./agreement.ts";
import { connectedParts } from "./connected-parts.ts";
import { fairMarks, raterReports } from "./fair-marks.ts";
import { fitRaters, type Mark } from "./fit-raters.ts";
import { chances, fillChances, powersOf, usualSteps } from "./rating-scale.ts";

const facets = { persons: 12, criteria: 3, raters: 4 };
const marks: fc.Arbitrary<Mark[]> = fc.array(
  fc.record({
    person: fc.nat(facets.persons - 1),
    criterion: fc.nat(facets.criteria - 1),
    rater: fc.nat(facets.raters - 1),
    mark: fc.nat(4),
  }),
  { minLength: 20, maxLength: 120 },
);
const near = (a: number, b: number, by: number) => assert.ok(Math.abs(a - b) <= by, `${a}, ${b}`);

test("the chances of five marks add up to one, as far apart as rater and person may be", () => {
  const powers = powersOf(usualSteps);
  fc.assert(
    fc.property(fc.double({ min: -200, max: 200, noNaN: true }), (distance) => {
      fillChances(distance, powers);
      near(
        chances.reduce((sum, chance) => sum + chance, 0),
        1,
        1e-12,
      );
    }),
  );
});

test("the chances are those of the model's definition", () => {
  const powers = powersOf(usualSteps);
  fillChances(0.7, powers);
  for (let mark = 1; mark <= 4; mark += 1) {
    near(Math.log(chances[mark]! / chances[mark - 1]!), 0.7 - usualSteps[mark - 1]!, 1e-12);
  }
});

test("other numbers for the raters change nothing but the numbers", () => {
  fc.assert(
    fc.property(marks, (all) => {
      const turned = all.map((mark) => ({ ...mark, rater: facets.raters - 1 - mark.rater }));
      const fit = fitRaters(all, facets);
      const other = fitRaters(turned, facets);
      fit.severity.forEach((severity, rater) => {
        near(severity, other.severity[facets.raters - 1 - rater]!, 1e-9);
      });
    }),
    { numRuns: 20 },
  );
});

test("a mark more by one rater throughout moves fair marks by less than raw ones", () => {
  fc.assert(
    fc.property(marks, (all) => {
      const low = all.map((mark) => ({ ...mark, mark: Math.min(3, mark.mark) }));
      const kinder = low.map((mark) =>
        mark.rater === 0 ? { ...mark, mark: mark.mark + 1 } : mark,
      );
      const of = (some: readonly Mark[]) => fairMarks(some, fitRaters(some, facets));
      const [before, after] = [of(low), of(kinder)];
      const own = [...low.keys()].filter((at) => low[at]!.rater === 0);
      const others = low.some(({ rater, person }) => {
        return rater !== 0 && low.some((mark) => mark.rater === 0 && mark.person === person);
      });
      fc.pre(own.length >= 5 && others);
      const moved = own.reduce((sum, at) => sum + after[at]! - before[at]!, 0) / own.length;
      assert.ok(moved < 1, `${moved}`);
    }),
    { numRuns: 20 },
  );
});

test("fair marks stay marks, and a rater of usual severity keeps them", () => {
  fc.assert(
    fc.property(marks, (all) => {
      const fit = fitRaters(all, facets);
      const usual = { ...fit, severity: new Float64Array(facets.raters) };
      fairMarks(all, usual).forEach((fair, at) => assert.equal(fair, all[at]!.mark));
      for (const fair of fairMarks(all, fit)) assert.ok(fair >= 0 && fair <= 4);
    }),
    { numRuns: 20 },
  );
});

test("raters whom no person joins stand apart", () => {
  const mark = (rater: number, person: number): Mark => ({ rater, person, criterion: 0, mark: 2 });
  const chain = [mark(0, 0), mark(1, 0), mark(1, 1), mark(2, 1), mark(3, 5)];
  assert.deepEqual([...connectedParts(chain, facets)], [0, 0, 0, 1]);
  assert.deepEqual([...connectedParts([], facets)], [0, 1, 2, 3]);
  assert.deepEqual([...connectedParts([...chain, mark(3, 1)], facets)], [0, 0, 0, 0]);
});

test("a rater without marks is told nothing", () => {
  const some = [{ person: 0, criterion: 0, rater: 1, mark: 3 }];
  const [none, one] = raterReports(some, fitRaters(some, facets), facets);
  assert.deepEqual([none?.marks, none?.severity, none?.infit], [0, null, null]);
  assert.equal(one?.marks, 1);
});

test("what is no mark is refused", () => {
  for (const mark of [-1, 5, 2.5, Number.NaN]) {
    const some = [{ person: 0, criterion: 0, rater: 0, mark }];
    assert.throws(() => fitRaters(some, facets), RangeError);
  }
});

test("agreement by weighted kappa", () => {
  const first = [0, 1, 2, 3, 4, 4, 2, 1, 0, 3];
  const second = [0, 2, 2, 3, 3, 4, 1, 1, 1, 4];
  const pairs = first.map((mark, at) => ({ first: mark, second: second[at]! }));
  // By hand: five pairs are one apart, where chance alone would give a sum of 37.
  near(weightedKappa(pairs)!, 1 - 5 / 37, 1e-12);
  near(weightedKappa(pairs.map(({ first: mark }) => ({ first: mark, second: mark })))!, 1, 1e-12);
  assert.equal(weightedKappa([]), null);
  assert.equal(weightedKappa([{ first: 2, second: 2 }]), null);
});

test("what is done about a pair of raters follows their agreement", () => {
  const times = (count: number, of: { first: number; second: number }[]) =>
    Array.from({ length: count }).flatMap(() => of);
  const same = [
    { first: 1, second: 1 },
    { first: 3, second: 3 },
  ];
  const crossed = [
    { first: 1, second: 3 },
    { first: 3, second: 1 },
  ];
  assert.equal(agreementBand(times(14, same)), "too-few");
  assert.equal(agreementBand(times(15, same)), "good");
  assert.equal(agreementBand(times(15, crossed)), "retrain");
  assert.equal(agreementBand([...times(15, same), ...times(4, crossed)]), "third-if-apart");
  assert.ok(isApart({ first: 1, second: 3 }) && !isApart({ first: 1, second: 2 }));
});
