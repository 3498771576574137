import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { permutation } from "../random/permutation.ts";
import { address, purpose } from "../random/purpose.ts";
import { uniformBelow } from "../random/uniform.ts";
import { cappedAcceptance } from "./capped-acceptance.ts";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import { loadsOf } from "./lower-quotas.ts";
import { type CapRule, freeRules, type Market, type Rules, unplaced } from "./market.ts";
import { nestCaps } from "./nested-caps.ts";
import { ranksOf } from "./synthetic/enumerate.ts";
import { smallMarket } from "./synthetic/markets.ts";
import { verifyMatching } from "./verify-matching.ts";

const rulesOfCaps: readonly CapRule[] = ["round-robin", "by-priority"];

interface Trial {
  readonly market: Market;
  readonly rules: Rules;
  readonly turn: (free: readonly number[]) => readonly number[];
}

/** Nested caps over up to five places, targets that fit them, an order of turns. */
function trial(seed: number, rule: CapRule): Trial {
  const market = smallMarket(seed, 7, 5);
  const key = { k0: seed, k1: 0xcab };
  let draws = 0;
  const below = (bound: number) =>
    uniformBelow(bound, draws++, 3, 0, address(purpose.madeMarket), key);
  const first = (count: number) =>
    Array.from({ length: Math.min(count, market.places) }, (_, p) => p);
  const caps = [
    { places: first(2), most: below(4) },
    { places: first(3), most: 1 + below(4) },
    { places: Array.from({ length: market.places }, (_, p) => p).slice(3), most: below(3) },
  ];
  const targets = new Int32Array(market.places);
  if (rule === "round-robin") {
    for (let p = 0; p < market.places; p++) {
      const fits = (cap: { places: readonly number[]; most: number }) =>
        !cap.places.includes(p) ||
        cap.places.reduce((sum, one) => sum + targets[one]!, 0) < cap.most;
      while (targets[p]! < market.capacities[p]! && below(2) === 0 && caps.every(fits))
        targets[p]! += 1;
    }
  }
  const order = permutation(market.places, 0, 4, 0, address(purpose.madeMarket), key);
  const turn = (free: readonly number[]) => [free[below(free.length)]!];
  return { market, rules: { ...freeRules(market.places), caps, rule, order, targets }, turn };
}

function matched({ market, rules }: Trial, turn?: Trial["turn"]) {
  const nesting = nestCaps(rules.caps, market.places);
  assert.ok(nesting.isNested);
  return cappedAcceptance(market, rules, nesting.forest, turn);
}

suite("deferred acceptance under nested caps", () => {
  for (const rule of rulesOfCaps) {
    test(`${rule}: no cap is broken, nobody blocks, and some are stopped by a cap`, () => {
      let stopped = 0;
      for (let seed = 0; seed < 2_000; seed++) {
        const one = trial(seed, rule);
        const placeOf = matched(one);
        const verdict = verifyMatching(one.market, one.rules, placeOf);
        assert.deepEqual([seed, verdict.faults, verdict.blocking], [seed, [], []]);
        const loads = loadsOf(placeOf, one.market.places);
        for (const { places, most } of one.rules.caps) {
          assert.ok(places.reduce((sum, p) => sum + loads[p]!, 0) <= most);
        }
        stopped += verdict.stoppedCount;
      }
      assert.ok(stopped > 100, `${stopped} pairs were stopped`);
    });

    test(`${rule}: it does not matter who asks first`, () => {
      for (let seed = 0; seed < 600; seed++) {
        const one = trial(seed, rule);
        for (let again = 0; again < 3; again++) {
          assert.deepEqual(matched(one, one.turn), matched(one), `seed ${seed}`);
        }
      }
    });

    test(`${rule}: nobody gains by swapping or leaving out choices`, () => {
      for (let seed = 0; seed < 600; seed++) {
        const one = trial(seed, rule);
        const truth = ranksOf(one.market, matched(one));
        for (let s = 0; s < one.market.students; s++) {
          for (const market of liesOf(one.market, s)) {
            const got = matched({ ...one, market })[s]!;
            const { choices, starts } = one.market;
            const list = choices.subarray(starts[s], starts[s + 1]);
            const rank = got === unplaced ? list.length : list.indexOf(got);
            assert.ok(rank >= truth[s]!, `seed ${seed}: student ${s}`);
          }
        }
      }
    });
  }

  test("without caps both rules give what plain deferred acceptance gives", () => {
    for (let seed = 0; seed < 300; seed++) {
      const market = smallMarket(seed, 12, 6);
      const plain = deferredAcceptance(market);
      for (const rule of rulesOfCaps) {
        const rules = { ...freeRules(market.places), rule };
        assert.deepEqual(matched({ market, rules, turn: (free) => free }), plain);
      }
    }
  });

  test("turns fill a target before any place gets more, then go round", () => {
    // Six ask place 0, six ask place 1; the region takes five, place 1 is promised three of them.
    const students = 12;
    const market: Market = {
      students,
      places: 2,
      starts: Int32Array.from({ length: students + 1 }, (_, s) => s),
      choices: Int32Array.from({ length: students }, (_, s) => (s < 6 ? 0 : 1)),
      scores: new Int32Array(students),
      capacities: Int32Array.of(6, 6),
      lottery: Int32Array.from({ length: students }, (_, s) => s),
    };
    const caps = [{ places: [0, 1], most: 5 }];
    const loads = (targets: Int32Array) => {
      const rules = { ...freeRules(2), caps, targets };
      return [...loadsOf(matched({ market, rules, turn: (free) => free }), 2)];
    };
    assert.deepEqual(loads(Int32Array.of(0, 0)), [3, 2]);
    assert.deepEqual(loads(Int32Array.of(0, 3)), [1, 4]);
  });
});

/** The market with a student's neighbors in the list swapped, or a choice made unwanted. */
function* liesOf(market: Market, s: number): Generator<Market> {
  const [from, to] = [market.starts[s]!, market.starts[s + 1]!];
  for (let slot = from; slot < to; slot++) {
    const scores = market.scores.slice();
    scores[slot] = -1; // Unwanted by the place counts as left out by the student.
    yield { ...market, scores };
    for (let other = slot + 1; other < to; other++) {
      const [choices, told] = [market.choices.slice(), market.scores.slice()];
      [choices[slot], choices[other]] = [choices[other]!, choices[slot]!];
      [told[slot], told[other]] = [told[other]!, told[slot]!];
      yield { ...market, choices, scores: told };
    }
  }
}

suite("caps over sets of places", () => {
  const cap = (...places: number[]) => ({ places, most: 1 });

  test("nested and disjoint sets are taken, whatever their order", () => {
    const all = [cap(0, 1), cap(0, 1, 2, 3), cap(2), cap(4, 5), cap(0, 1)];
    for (const caps of [all, all.toReversed()]) assert.ok(nestCaps(caps, 6).isNested);
    const nesting = nestCaps(all, 6);
    assert.ok(nesting.isNested);
    assert.deepEqual([...nesting.forest.parents], [1, -1, 1, -1, 0]);
    assert.deepEqual([...nesting.forest.smallest], [4, 4, 2, 1, 3, 3]);
  });

  test("overlapping sets are told by both and a place they share", () => {
    for (const caps of [
      [cap(0, 1), cap(1, 2)],
      [cap(0, 1, 2, 3), cap(1, 2), cap(2, 3)],
      [cap(3, 0), cap(0, 1, 2)],
    ]) {
      const nesting = nestCaps(caps, 5);
      assert.ok(!nesting.isNested);
      const [one, other] = nesting.caps.map((at) => caps[at]!.places);
      assert.ok(one!.includes(nesting.place) && other!.includes(nesting.place));
      assert.ok(one!.some((p) => !other!.includes(p)) && other!.some((p) => !one!.includes(p)));
    }
  });
});
