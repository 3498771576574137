import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { madeRegion } from "../synthetic/made-region.ts";
import { boundOfAnyPlan, seatsAsBefore } from "./bounds.ts";
import { brokenLimits } from "./broken-limits.ts";
import { evaluatePlan, peopleOf } from "./evaluate-plan.ts";
import { makeClasses } from "./make-classes.ts";
import { admits, type SeatProblem, seatsAt } from "./problem.ts";
import { brokenByRounding, roundSeats } from "./round-seats.ts";

const small = { schools: 4, cities: 3, scenarios: 3, decisionHalfYears: 6, stockHalfYears: 12 };
const seed = fc.integer({ min: 1, max: 10_000 });

/** Seats of any kind in season, parts of seats among them. */
function anySeats(problem: SeatProblem, wild: number): Float64Array {
  return seatsAsBefore(problem).map((seats, at) => seats * (0.5 + ((at * wild) % 97) / 97));
}

suite("given seats", () => {
  test("make no people and lose none", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 96 }), (of, wild) => {
        const region = madeRegion({ ...small, seed: of });
        // Nobody leaves the field or the region, and everybody finishes.
        const closed: SeatProblem = {
          ...region,
          echelons: region.echelons.map((one) => ({ ...one, attrition: 0 })),
          programmes: region.programmes.map((one) => ({ ...one, out: [0.5, 0.3, 0.2] })),
          move: region.move.map((share) => share / 0.88),
        };
        const seats = anySeats(closed, wild);
        const people = peopleOf(closed, seats);
        for (let halfYear = 0; halfYear < small.stockHalfYears; halfYear += 1) {
          let expected = closed.stock.reduce((sum, count) => sum + count, 0);
          for (const [at, count] of closed.committed.entries()) {
            if (at % small.stockHalfYears <= halfYear) expected += count;
          }
          for (let row = 0; row < seats.length / small.decisionHalfYears; row += 1) {
            const { lag, takes } = closed.programmes[row % closed.programmes.length]!;
            for (let now = 0; now < small.decisionHalfYears; now += 1) {
              const entered = seats[row * small.decisionHalfYears + now]!;
              if (takes !== null && now <= halfYear) expected -= entered;
              if (now + lag <= halfYear) expected += entered;
            }
          }
          const there = people.reduce(
            (sum, count, at) => (at % small.stockHalfYears === halfYear ? sum + count : sum),
            0,
          );
          assert.ok(Math.abs(there - expected) < 1e-6, `${halfYear}: ${there}, not ${expected}`);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("cost at least what no plan can go below", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 96 }), (of, wild) => {
        const region = madeRegion({ ...small, seed: of });
        const { objective } = evaluatePlan(region, anySeats(region, wild));
        assert.ok(objective >= boundOfAnyPlan(region));
      }),
      { numRuns: 30 },
    );
  });

  test("are found to break what they break, and nothing else", () => {
    const region = madeRegion({ ...small, seed: 3 });
    const before = seatsAsBefore(region);
    assert.deepEqual(brokenLimits(region, before), []);
    const spring = seatsAt(region, 1, 0, 1);
    const outOfSeason = before.with(spring, 40);
    const where = { school: 1, programme: 0, halfYear: 1 };
    const found = brokenLimits(region, outOfSeason).map(({ limit }) => limit);
    assert.deepEqual(found[0], { kind: "seats-max", ...where });
    const kinds = (seats: Float64Array, problem = region) =>
      new Set(brokenLimits(problem, seats).map(({ limit }) => limit.kind));
    const doubled = before.map((seats) => seats * 4);
    for (const kind of ["teachers", "base-places", "money", "change"] as const) {
      assert.ok(kinds(doubled).has(kind), kind);
    }
    assert.ok(kinds(before.map(() => 0)).has("floor"));
    const none = region.committed.map(() => 0);
    const few = { ...region, stock: region.stock.map(() => 0), committed: none };
    assert.ok(kinds(before, few).has("people"));
    const announced = { ...region, seatsMin: region.seatsMin.with(0, before[0]! + 1) };
    assert.ok(kinds(before, announced).has("announced"));
  });
});

suite("whole seats", () => {
  test("stay within one of what was planned, over any first half-years, and in season", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 96 }), (of, wild) => {
        const region = madeRegion({ ...small, seed: of });
        const roomy = { ...region, teachers: region.teachers.map(() => 1e6) };
        const open = { ...roomy, basePlaces: region.basePlaces.map(() => 1e6) };
        const seats = anySeats(open, wild);
        const whole = roundSeats(open, seats);
        let behind = 0;
        for (const [at, count] of whole.entries()) {
          const halfYear = at % small.decisionHalfYears;
          if (halfYear === 0) behind = 0;
          assert.ok(Number.isInteger(count) && count >= 0);
          const row = (at - halfYear) / small.decisionHalfYears;
          const programme = row % region.programmes.length;
          if (!admits(region, programme, halfYear)) assert.equal(count, 0);
          behind += seats[at]! - count;
          assert.ok(Math.abs(behind) <= 0.5 + 1e-9, `behind by ${behind}`);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("pass no limit by more than the tolerance where parts of seats passed none", () => {
    for (let of = 1; of <= 20; of += 1) {
      const region = madeRegion({ ...small, seed: of });
      const seats = seatsAsBefore(region);
      assert.deepEqual(brokenLimits(region, seats), []);
      assert.deepEqual(brokenByRounding(region, roundSeats(region, seats)), []);
    }
  });

  test("become classes in the committed half-year, and nowhere else", () => {
    for (let of = 1; of <= 10; of += 1) {
      const region = madeRegion({ ...small, seed: of });
      const whole = roundSeats(region, seatsAsBefore(region));
      const sizes = { seats: region.programmes.map(({ needsBase }) => (needsBase ? 20 : 30)) };
      const made = makeClasses(region, whole, { ...sizes, viable: 15 }, 1);
      for (const [at, count] of made.entries()) {
        const halfYear = at % small.decisionHalfYears;
        if (halfYear > 0) {
          assert.equal(count, whole[at]);
          continue;
        }
        const size = sizes.seats[(at / small.decisionHalfYears) % region.programmes.length]!;
        const isSmall = count >= 15 && count < size && count === whole[at];
        assert.ok(count % size === 0 || count === 15 || isSmall, `${count} of classes of ${size}`);
      }
    }
  });
});
