import { suite, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { icc21 } from "../../number/intraclass.ts";
import { meanColumn, sameQuarter, splitReliability } from "./agreement.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import {
  meanPairwise,
  pearson,
  ranksOf,
  spearman,
  spearmanBrown,
} from "../../number/correlation.ts";
import { labelT, slopeT } from "./fairness.ts";
import { areMeansRising, jonckheere } from "./trend.ts";
import { permutation } from "../../random/permutation.ts";

const near = (found: number, known: number, within: number) =>
  assert.ok(Math.abs(found - known) <= within, `${found} is not ${known}`);

const columnOf = (columns: readonly (readonly number[])[], at: number) =>
  columns.map((row) => row[at]!);

/** Different whole numbers, at least three. */
const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), {
  minLength: 3,
  maxLength: 40,
});

/** The numbers 0 … n-1 in an order by lot. */
const shuffled = (n: number, seed: number) =>
  Array.from(permutation(n, seed, 0, 0, 99 * 65_536, { k0: seed, k1: 1 }));

suite("two lists", () => {
  test("a list goes with every rising map of itself by 1, with every falling one by -1", () => {
    fc.assert(
      fc.property(values, (x) => {
        near(
          spearman(
            x,
            x.map((one) => one * one * one + 7),
          ),
          1,
          1e-12,
        );
        near(
          spearman(
            x,
            x.map((one) => -3 * one),
          ),
          -1,
          1e-12,
        );
      }),
    );
  });

  test("intelligence and hours before a screen: the textbook's rank correlation", () => {
    // The worked example of the Wikipedia article on Spearman's coefficient: -29/165.
    const quotient = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    near(spearman(quotient, hours), -29 / 165, 1e-12);
  });

  test("ties share the mean of their ranks, and ranks always add up the same", () => {
    assert.deepEqual([...ranksOf([5, 1, 5, 9])], [2.5, 1, 2.5, 4]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), (x) => {
        const total = ranksOf(x).reduce((sum, rank) => sum + rank, 0);
        near(total, (x.length * (x.length + 1)) / 2, 1e-9);
      }),
    );
  });

  test("r stays within -1 and 1 and does not mind units", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 2 }), (pairs) => {
        const [x, y] = [columnOf(pairs, 0), columnOf(pairs, 1)];
        const r = pearson(x, y);
        assert.ok(Math.abs(r) <= 1 + 1e-9);
        near(
          pearson(
            x.map((one) => 2 * one + 5),
            y,
          ),
          r,
          1e-6,
        );
      }),
    );
  });

  test("what does not vary goes with nothing", () => {
    assert.equal(pearson([1, 1, 1], [1, 2, 3]), 0);
  });

  test("orders by lot go with nothing, about", () => {
    const columns = Array.from({ length: 40 }, (_, seed) => shuffled(300, seed));
    near(meanPairwise(columns), 0, 0.02);
    near(sameQuarter(columns), 0.25, 0.02);
  });

  test("twice .70 is .82, and longer is never less reliable", () => {
    near(spearmanBrown(0.7, 2), 0.8235, 1e-4);
    near(spearmanBrown(0.778, 3), 0.913, 1e-3);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (r, k) => {
          assert.ok(spearmanBrown(r, k + 1) >= spearmanBrown(r, k) - 1e-12);
        },
      ),
    );
  });
});

suite("several seasons", () => {
  /** Six targets, four judges: Shrout and Fleiss 1979, table 2. */
  const shroutFleiss = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  test("six targets and four judges: ICC(2,1) of the paper is .29", () => {
    const judges = [0, 1, 2, 3].map((judge) => columnOf(shroutFleiss, judge));
    near(icc21(judges), 0.29, 0.005);
  });

  test("equal columns agree fully, however often", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 5 }), (x, count) => {
        const columns = Array.from({ length: count }, () => x);
        near(icc21(columns), 1, 1e-9);
        near(meanPairwise(columns), 1, 1e-9);
        assert.equal(sameQuarter(columns), 1);
        if (count >= 4) near(splitReliability(columns, 2)!, 1, 1e-9);
      }),
    );
  });

  test("a season in which all have more is disagreement for the ICC and none for r", () => {
    const x = [1, 2, 3, 4, 5, 6];
    const more = x.map((one) => one + 3);
    near(meanPairwise([x, more]), 1, 1e-12);
    assert.ok(icc21([x, more]) < 0.5);
  });

  test("means of seasons are of each store, and too few seasons have no halves", () => {
    assert.deepEqual(
      meanColumn(
        [
          [1, 2],
          [3, 6],
        ],
        [0, 1],
      ),
      [2, 4],
    );
    assert.equal(splitReliability([[1, 2]], 1), null);
  });

  test("means of three are as reliable as Spearman and Brown say, where luck is pure noise", () => {
    const columns = Array.from({ length: 6 }, (_, seed) =>
      shuffled(400, seed).map((noise, store) => store + noise),
    );
    const predicted = spearmanBrown(meanPairwise(columns), 3);
    near(splitReliability(columns, 3)!, predicted, 0.03);
  });
});

suite("levels and labels", () => {
  test("braking distances of three groups: J is 44, so z is 2.94", () => {
    // Pairs counted by hand: 13.5 + 16 + 14.5; expected 24; variance with four tied pairs.
    const groups = [
      [10, 12, 14, 16],
      [12, 18, 20, 22],
      [20, 25, 27, 30],
    ];
    near(jonckheere(groups), 2.94, 0.01);
  });

  test("without ties the variance is the plain one of the test", () => {
    // Two groups of n and m: Wilcoxon's variance nm(n+m+1)/12.
    near(
      jonckheere([
        [1, 3, 5],
        [2, 4, 6, 8],
      ]),
      (9 - 6) / Math.sqrt((3 * 4 * 8) / 12),
      1e-12,
    );
  });

  test("turning the order of the groups turns the sign", () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 2, maxLength: 5 }), (groups) => {
        near(jonckheere(groups), -jonckheere(groups.toReversed()), 1e-9);
      }),
    );
  });

  test("means rise or they do not", () => {
    assert.ok(areMeansRising([[1, 2], [3], [4, 9]]));
    assert.ok(!areMeansRising([[1, 2], [3], [3]]));
  });

  test("a slope's t is that of the ordinary regression, once levels are taken out", () => {
    // x 1…5, y 2 4 5 4 5: slope .6, its error .2828, t 2.1213.
    near(slopeT([0, 0, 0, 0, 0], [2, 4, 5, 4, 5], [1, 2, 3, 4, 5]), 2.1213, 1e-4);
    const levels = [0, 0, 0, 1, 1, 1];
    const scores = [1, 2, 4, 11, 12, 14];
    near(
      slopeT(levels, scores, [1, 2, 3, 1, 2, 3]),
      slopeT(levels, scores, [1, 2, 3, 6, 7, 8]),
      1e-9,
    );
  });

  test("a number that does not vary within levels explains nothing", () => {
    assert.equal(slopeT([0, 0, 1, 1], [1, 2, 3, 4], [0, 0, 5, 5]), 0);
  });

  test("a planted favor for one label is found, orders by lot are not", () => {
    const levels = Array.from({ length: 200 }, (_, store) => store % 5);
    const noise = shuffled(200, 3);
    const labels = levels.map((_, store) => store % 7);
    const scores = levels.map((level, store) => 100 * level + noise[store]! / 4);
    const favored = scores.map((score, store) => score + (labels[store] === 2 ? 40 : 0));
    assert.ok(Math.abs(labelT(levels, scores, labels)) < 3);
    assert.ok(labelT(levels, favored, labels) > 3);
  });
});

suite("intervals", () => {
  test("an interval holds the figure, repeats itself, and narrows with more stores", () => {
    const width = (count: number) => {
      const x = Array.from({ length: count }, (_, at) => at);
      const y = shuffled(count, 5).map((noise, at) => at + noise);
      const figure = (places: readonly number[]) =>
        spearman(
          places.map((at) => x[at]!),
          places.map((at) => y[at]!),
        );
      const key = { k0: 1, k1: 2 };
      const interval = bootstrapInterval(count, figure, 200, key);
      assert.deepEqual(interval, bootstrapInterval(count, figure, 200, key));
      const whole = spearman(x, y);
      assert.ok(interval.low < whole && whole < interval.high);
      return interval.high - interval.low;
    };
    assert.ok(width(400) < width(50));
  });
});
