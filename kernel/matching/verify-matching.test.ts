import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import { freeRules, type Market, type Rules, unplaced } from "./market.ts";
import { stableMatchings } from "./synthetic/enumerate.ts";
import { madeMarket, smallMarket } from "./synthetic/markets.ts";
import { verifyMatching } from "./verify-matching.ts";

/** Two places of one seat; An and Bo want place 0 first, place 0 wants Bo. */
const market: Market = {
  students: 2,
  places: 3,
  starts: Int32Array.of(0, 2, 4),
  choices: Int32Array.of(0, 1, 0, 1),
  scores: Int32Array.of(5, 5, 7, -1),
  capacities: Int32Array.of(1, 1, 1),
  lottery: Int32Array.of(0, 1),
};
const rules = freeRules(3);
const faultsOf = (placeOf: number[], under: Rules = rules) =>
  verifyMatching(market, under, Int32Array.from(placeOf)).faults;

suite("the verifier", () => {
  test("finds the sound matching stable", () => {
    const { isStable, faults, blocking } = verifyMatching(market, rules, Int32Array.of(1, 0));
    assert.deepEqual([isStable, faults, blocking], [true, [], []]);
  });

  test("finds a planted blocking pair, by a seat left free and by a worse student inside", () => {
    const free = verifyMatching(market, rules, Int32Array.of(1, unplaced));
    assert.deepEqual(
      [free.isStable, free.blocking],
      [
        false,
        [
          { student: 0, place: 0 },
          { student: 1, place: 0 },
        ],
      ],
    );
    const worse = verifyMatching(market, rules, Int32Array.of(0, unplaced));
    assert.deepEqual([worse.isStable, worse.blocking], [false, [{ student: 1, place: 0 }]]);
  });

  test("finds a place over its capacity, one not ranked, one that does not take them", () => {
    assert.deepEqual(faultsOf([0, 0]), [{ kind: "over-capacity", place: 0 }]);
    assert.deepEqual(faultsOf([2, 0]), [{ kind: "unranked", student: 0, place: 2 }]);
    assert.deepEqual(faultsOf([0, 1]), [{ kind: "unacceptable", student: 1, place: 1 }]);
    assert.deepEqual(faultsOf([7, 0]), [{ kind: "unknown-place", student: 0 }]);
  });

  test("finds a broken cap and a broken bound on seats above target", () => {
    const caps = [{ places: [0, 1], most: 1 }];
    assert.deepEqual(faultsOf([1, 0], { ...rules, caps }), [{ kind: "over-cap", cap: 0 }]);
    assert.deepEqual(faultsOf([1, 0], { ...rules, spare: 1 }), [{ kind: "over-spare" }]);
  });

  test("tells who a cap stops, and calls it no blocking pair", () => {
    const caps = [{ places: [0, 1], most: 1 }];
    const found = verifyMatching(market, { ...rules, caps }, Int32Array.of(unplaced, 0));
    assert.deepEqual([found.isStable, found.stopped], [true, [{ student: 0, place: 1, cap: 0 }]]);
  });

  test("by priority, a worse student under the cap gives way to a better one", () => {
    const caps = [{ places: [0, 1], most: 1 }];
    const under: Rules = { ...rules, caps, rule: "by-priority" };
    const found = verifyMatching(market, under, Int32Array.of(1, unplaced));
    assert.ok(found.blocking.some(({ student }) => student === 1));
  });

  test("says stable of exactly the matchings that enumeration says it of", () => {
    for (let seed = 0; seed < 400; seed++) {
      const one = smallMarket(seed, 4, 3);
      const stable = new Set(stableMatchings(one).map((placeOf) => placeOf.join()));
      for (const placeOf of allOf(one)) {
        const { isStable } = verifyMatching(one, freeRules(one.places), placeOf);
        assert.equal(isStable, stable.has(placeOf.join()), `seed ${seed}: ${placeOf.join()}`);
      }
    }
  });

  test("two people swapped in a large matching are seen", () => {
    const large = madeMarket({ students: 2_000, places: 150, choices: 8, seats: 0.9, seed: 3 });
    const placeOf = deferredAcceptance(large);
    const placed = [...placeOf.keys()].filter((s) => placeOf[s] !== unplaced);
    const one = placed[0]!;
    const other = placed.find((s) => placeOf[s] !== placeOf[one])!;
    [placeOf[one], placeOf[other]] = [placeOf[other]!, placeOf[one]!];
    assert.equal(verifyMatching(large, freeRules(large.places), placeOf).isStable, false);
  });
});

/** Every assignment of people to places or to none. */
function* allOf({ students, places }: Market): Generator<Int32Array> {
  const placeOf = new Int32Array(students).fill(unplaced);
  for (;;) {
    yield placeOf;
    let s = 0;
    while (s < students && placeOf[s] === places - 1) placeOf[s++] = unplaced;
    if (s === students) return;
    placeOf[s]! += 1;
  }
}
