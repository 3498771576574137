import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normal } from "../../random/normal.ts";
import { address, purpose } from "../../random/purpose.ts";
import { scoreCorrelation } from "./score-correlation.ts";

const near = (a: number, b: number, within = 1e-9) =>
  assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);

const both = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
  minLength: 10,
  maxLength: 40,
});
const columns = (rows: readonly (readonly [number, number])[]) =>
  [rows.map(([x]) => x), rows.map(([, y]) => y)] as const;

/** Pairs of normal numbers that go together by `r`. */
function madePairs(r: number, people: number, seed: number) {
  const key = { k0: seed, k1: purpose.madeAbility };
  const draw = (person: number, what: number) =>
    normal(person, what, 0, address(purpose.madeAbility), key);
  const rest = Math.sqrt(1 - r * r);
  const x = Array.from({ length: people }, (_, at) => draw(at, 0));
  return [x, x.map((one, at) => r * one + rest * draw(at, 1))] as const;
}

test("a known correlation with its bounds", () => {
  // r = 0.5 of 28 people: z = 0.5493, bounds z ± 1.96/5, turned back 0.1555 and 0.7359.
  const [x, y] = columns(
    Array.from({ length: 7 }, () => [
      [-1, -1],
      [1, 1],
      [-1, 1],
      [1, 1],
    ])
      .flat()
      .map(([one, other]) => [one!, other!] as const),
  );
  const { numbers, people } = scoreCorrelation(x, y)!;
  assert.equal(people, 28);
  near(numbers.r, 1 / Math.sqrt(3));
  const z = 0.5 * Math.log((1 + numbers.r) / (1 - numbers.r));
  near(numbers.low, Math.tanh(z - 1.959963984540054 / 5));
  near(numbers.high, Math.tanh(z + 1.959963984540054 / 5));
});

test("which number comes first changes nothing, and turned round it is the opposite", () => {
  fc.assert(
    fc.property(both, (rows) => {
      const [x, y] = columns(rows);
      const found = scoreCorrelation(x, y);
      const swapped = scoreCorrelation(y, x);
      const turned = scoreCorrelation(
        x,
        y.map((one) => -one),
      );
      if (found === null) return assert.ok(swapped === null && turned === null);
      for (const part of ["numbers", "ranks"] as const) {
        near(swapped![part].r, found[part].r);
        near(turned![part].r, -found[part].r);
        near(turned![part].high, -found[part].low, 1e-6);
        assert.ok(found[part].low <= found[part].r && found[part].r <= found[part].high);
        assert.ok(found[part].low >= -1 && found[part].high <= 1);
      }
    }),
  );
});

test("bounds hold the truth 95 times of a hundred", () => {
  const tries = 1_500;
  for (const r of [0, 0.5, 0.8])
    for (const people of [12, 36]) {
      // Spearman's correlation of normal numbers is (6/π)·asin(r/2) (K. Pearson, 1907).
      const ranked = (6 / Math.PI) * Math.asin(r / 2);
      let [numbers, ranks] = [0, 0];
      for (let seed = 1; seed <= tries; seed += 1) {
        const found = scoreCorrelation(...madePairs(r, people, seed))!;
        if (found.numbers.low <= r && r <= found.numbers.high) numbers += 1;
        if (found.ranks.low <= ranked && ranked <= found.ranks.high) ranks += 1;
      }
      assert.ok(Math.abs(numbers / tries - 0.95) < 0.023, `r ${r} of ${people}: ${numbers}`);
      assert.ok(Math.abs(ranks / tries - 0.95) < 0.023, `ranks ${r} of ${people}: ${ranks}`);
    }
});

test("of few people, or where nobody differs, nothing is said", () => {
  const [x, y] = madePairs(0.9, 10, 1);
  assert.notEqual(scoreCorrelation(x, y), null);
  assert.equal(scoreCorrelation(x.slice(1), y.slice(1)), null);
  assert.equal(scoreCorrelation(x, y.fill(3)), null);
});

test("what goes together to the last is told with bounds that end below one", () => {
  const x = Array.from({ length: 12 }, (_, at) => at);
  const { numbers, ranks } = scoreCorrelation(x, x)!;
  near(numbers.r, 1);
  assert.ok(numbers.low > 0.99 && numbers.high <= 1);
  assert.ok(ranks.low > 0.99 && ranks.high <= 1);
});
