import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { permutation } from "../random/permutation.ts";
import { address, purpose } from "../random/purpose.ts";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import { freeRules, type Market, unplaced } from "./market.ts";
import { ranksOf, stableMatchings } from "./synthetic/enumerate.ts";
import { madeMarket, smallMarket } from "./synthetic/markets.ts";
import { verifyMatching } from "./verify-matching.ts";

suite("deferred acceptance", () => {
  test("gives every student the best of all stable matchings, by trying them all", () => {
    let several = 0;
    for (let seed = 0; seed < 1_000; seed++) {
      const market = smallMarket(seed);
      const stable = stableMatchings(market);
      const ours = deferredAcceptance(market);
      const ranks = ranksOf(market, ours);
      assert.ok(
        stable.some((one) => one.join() === ours.join()),
        `seed ${seed}`,
      );
      for (const one of stable) {
        assert.ok(
          ranksOf(market, one).every((rank, s) => ranks[s]! <= rank),
          `seed ${seed}`,
        );
      }
      if (stable.length > 1) several += 1;
    }
    // Markets with one stable matching could not tell the best from the worst.
    assert.ok(several > 20, `${several} markets with several stable matchings`);
  });

  test("leaves the same people without a place as any stable matching does", () => {
    for (let seed = 0; seed < 500; seed++) {
      const market = smallMarket(seed);
      const without = (placeOf: Int32Array) =>
        [...placeOf.keys()].filter((s) => placeOf[s] === unplaced).join();
      const ours = without(deferredAcceptance(market));
      for (const one of stableMatchings(market)) assert.equal(without(one), ours);
    }
  });

  test("does not depend on who asks first", () => {
    for (let seed = 0; seed < 300; seed++) {
      const market = smallMarket(seed, 12, 6);
      const key = { k0: seed, k1: 1 };
      const from = permutation(market.students, 0, 2, 0, address(purpose.madeMarket), key);
      assert.deepEqual(deferredAcceptance(market, from), deferredAcceptance(market));
    }
  });

  test("lets nobody gain by any other list of the same or fewer places", () => {
    for (let seed = 0; seed < 150; seed++) {
      const market = completed(smallMarket(seed, 5, 4));
      const truth = ranksOf(market, deferredAcceptance(market));
      for (let s = 0; s < market.students; s++) {
        const list = [...market.choices.subarray(market.starts[s], market.starts[s + 1])];
        for (const lie of arrangements(list)) {
          const got = deferredAcceptance(withList(market, s, lie))[s]!;
          const rank = got === unplaced ? list.length : list.indexOf(got);
          assert.ok(rank >= truth[s]!, `seed ${seed}: student ${s} gains by ${lie.join()}`);
        }
      }
    }
  });

  test("a large market is found stable, and so does each second one with scarce seats", () => {
    for (const seats of [0.7, 1.1]) {
      const market = madeMarket({ students: 20_000, places: 1_500, choices: 10, seats, seed: 5 });
      const placeOf = deferredAcceptance(market);
      const verdict = verifyMatching(market, freeRules(market.places), placeOf);
      assert.deepEqual([verdict.isStable, verdict.blockingCount], [true, 0]);
      assert.ok(placeOf.some((place) => place === unplaced));
    }
  });

  test("a place that says more seats than there are people takes those that ask", () => {
    const starts = Int32Array.of(0, 1, 2);
    const columns = { starts, choices: Int32Array.of(0, 0), scores: Int32Array.of(3, 3) };
    const capacities = Int32Array.of(2_000_000_000);
    const market = { students: 2, places: 1, ...columns, capacities, lottery: Int32Array.of(1, 0) };
    assert.deepEqual(deferredAcceptance(market), Int32Array.of(0, 0));
  });
});

/** The market with every list made complete: unlisted places follow, so that lies have room. */
function completed(market: Market): Market {
  const { students, places, starts, choices, scores } = market;
  const lists = Array.from({ length: students }, (_, s) => {
    const list = [...choices.subarray(starts[s], starts[s + 1])];
    const told = [...scores.subarray(starts[s], starts[s + 1])];
    for (let p = 0; p < places; p++) {
      if (list.includes(p)) continue;
      list.push(p);
      told.push((s * 7 + p * 3) % 5);
    }
    return { list, told };
  });
  return {
    ...market,
    starts: Int32Array.from({ length: students + 1 }, (_, s) => s * places),
    choices: Int32Array.from(lists.flatMap(({ list }) => list)),
    scores: Int32Array.from(lists.flatMap(({ told }) => told)),
  };
}

/** The market in which one student hands in another list of the same places. */
function withList(market: Market, student: number, list: readonly number[]): Market {
  const { students, starts, choices, scores } = market;
  const rows = Array.from({ length: students }, (_, s) => {
    const own = [...choices.subarray(starts[s], starts[s + 1])];
    const of = new Map(own.map((p, at) => [p, scores[starts[s]! + at]!]));
    return (s === student ? list : own).map((p) => ({ place: p, score: of.get(p)! }));
  });
  const ends = new Int32Array(students + 1);
  for (const [s, row] of rows.entries()) ends[s + 1] = ends[s]! + row.length;
  return {
    ...market,
    starts: ends,
    choices: Int32Array.from(rows.flat(), ({ place }) => place),
    scores: Int32Array.from(rows.flat(), ({ score }) => score),
  };
}

/** Every order of every part of a list, the empty one too. */
function arrangements(of: readonly number[]): readonly (readonly number[])[] {
  return [
    [],
    ...of.flatMap((first) =>
      arrangements(of.filter((one) => one !== first)).map((rest) => [first, ...rest]),
    ),
  ];
}
