import { suite, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { beginnersLog } from "../examples/example-season.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { playReplica, rankBands } from "./rank-band.ts";

const orders = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.array(
    fc.shuffledSubarray(
      Array.from({ length: count }, (_, store) => store),
      { minLength: count },
    ),
    { minLength: 2, maxLength: 5 },
  ),
);

suite("bands of ranks", () => {
  test("a band lies within the ranks there are, its best not behind its worst", () => {
    fc.assert(
      fc.property(orders, ([observed, ...replicas]) => {
        for (const { best, worst, asGood } of rankBands(observed!, replicas)) {
          assert.ok(best >= 1 && best <= worst && worst <= observed!.length);
          assert.ok(asGood >= 0 && asGood <= replicas.length);
        }
      }),
    );
  });

  test("the last one is never behind his rank, and who was first everywhere is sure of it", () => {
    fc.assert(
      fc.property(orders, ([observed, ...replicas]) => {
        assert.equal(rankBands(observed!, replicas).at(-1)!.asGood, replicas.length);
        const same = rankBands(observed!, [observed!, observed!]);
        same.forEach(({ best, worst, asGood }, at) =>
          assert.deepEqual([best, worst, asGood], [at + 1, at + 1, 2]),
        );
      }),
    );
  });

  test("among people alone bots are passed over", () => {
    const [band] = rankBands(
      [7, 3],
      [
        [1, 2, 7, 3],
        [3, 1, 7],
      ],
    );
    assert.deepEqual(band, { store: 7, replicas: 2, best: 1, worst: 2, asGood: 1 });
  });
});

suite("replicas", () => {
  const world = exampleWorld({ stores: 20, bots: 12, visitsPerDay: 6000, burnInDays: 7 });
  const log = [...beginnersLog(world, 0), ...beginnersLog(world, 1)];
  const days = 8;

  test("the same key plays the same season, others play others with the same stores", () => {
    const first = playReplica(world, { k0: 1, k1: 2 }, log, days);
    assert.deepEqual(playReplica(world, { k0: 1, k1: 2 }, log, days), first);
    const others = [3, 4].map((k0) => playReplica(world, { k0, k1: 2 }, log, days));
    const sorted = (order: readonly number[]) => order.toSorted((a, b) => a - b);
    for (const other of others) assert.deepEqual(sorted(other), sorted(first));
    assert.ok(others.some((other) => String(other) !== String(first)));
    assert.equal(first.length, 14);
  });
});
