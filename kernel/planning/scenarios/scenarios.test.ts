import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { normal } from "../../random/normal.ts";
import { bootstrapPaths, type PathsWish } from "./bootstrap-paths.ts";
import { reducePaths } from "./reduce-paths.ts";

const draw = (of: number, at: number) => 0.05 * normal(of, at, 0, 0, { k0: 3, k1: 4 });
const quarters = 24;
const wish: PathsWish = {
  point: Float64Array.of(100, 104, 108, 200, 220, 242),
  pointHalfYears: 3,
  halfYears: 10,
  longGrowth: 0.02,
  common: Float64Array.from({ length: quarters }, (_, at) => draw(0, at)),
  own: Float64Array.from({ length: 2 * quarters }, (_, at) => draw(1, at)),
  blockQuarters: 4,
  paths: 200,
  key: { k0: 1, k1: 2 },
};

suite("paths of need", () => {
  test("are the same for the same key, and others for another", () => {
    assert.deepEqual(bootstrapPaths(wish), bootstrapPaths(wish));
    const other = bootstrapPaths({ ...wish, key: { k0: 1, k1: 3 } });
    assert.notDeepEqual(bootstrapPaths(wish), other);
    const more = bootstrapPaths({ ...wish, paths: 300 }).subarray(0, 200 * 2 * 10);
    assert.deepEqual(bootstrapPaths(wish), more, "more paths do not change the first ones");
  });

  test("follow the forecast without surprises, and then slow to the long growth", () => {
    const calm = { ...wish, common: wish.common.map(() => 0.0625), own: wish.own.map(() => 0) };
    const [first, second] = [0, 10].map((at) => bootstrapPaths(calm).subarray(at, at + 10));
    assert.deepEqual([...first!.subarray(0, 3)], [100, 104, 108]);
    const growth = [4, 6, 9].map((at) => second![at]! / second![at - 1]!);
    assert.ok(growth[0]! < 1.1 && growth[0]! > growth[1]! && growth[1]! > growth[2]!);
    assert.ok(growth[2]! > 1.02);
  });

  test("grow less certain with time, around the forecast", () => {
    const paths = bootstrapPaths(wish);
    const at = (halfYear: number) =>
      Array.from({ length: 200 }, (_, path) => Math.log(paths[path * 20 + halfYear]!));
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const spread = (values: readonly number[]) =>
      Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
    assert.ok(Math.abs(mean(at(0)) - Math.log(100)) < 0.03);
    assert.ok(spread(at(8)) > 1.5 * spread(at(1)));
    assert.ok(spread(at(1)) > 0.02);
  });
});

suite("a few paths for many", () => {
  const paths = bootstrapPaths(wish);

  test("have shares that add up to one, and are of those there were", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const { kept, probability } = reducePaths(paths, 20, count);
        assert.equal(new Set(kept).size, count);
        assert.ok(Math.abs(probability.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
        assert.ok(probability.every((share) => share > 0));
      }),
      { numRuns: 8 },
    );
  });

  test("find the groups that are there", () => {
    const centers = [0, 100, 1000];
    const sizes = [5, 3, 1];
    const grouped = centers.flatMap((center, group) =>
      Array.from({ length: sizes[group]! }, (_, at) => center + at),
    );
    const { kept, probability } = reducePaths(Float64Array.from(grouped), 1, 3);
    const found = kept.map((path, at) => [grouped[path]!, probability[at]!] as const);
    const inOrder = found.toSorted(([a], [b]) => a - b);
    assert.deepEqual(
      inOrder.map(([center]) => center),
      [2, 101, 1000],
    );
    for (const [group, [, share]] of inOrder.entries()) {
      assert.ok(Math.abs(share - sizes[group]! / 9) < 1e-12);
    }
  });

  test("of all paths are all of them", () => {
    const { kept } = reducePaths(paths.subarray(0, 100), 20, 5);
    assert.deepEqual(
      kept.toSorted((a, b) => a - b),
      [0, 1, 2, 3, 4],
    );
  });
});
