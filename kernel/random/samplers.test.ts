import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { binomial, binomialFrom } from "./binomial.ts";
import { erlang } from "./erlang.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { mix32 } from "./mix.ts";
import { multinomial } from "./multinomial.ts";
import { lognormalOfMeanOne } from "./normal.ts";
import { permutation, shuffle } from "./permutation.ts";
import { poisson, poissonFrom, poissonMeanMax } from "./poisson.ts";
import { address, retriesMax } from "./purpose.ts";
import { uniform } from "./uniform.ts";

const key = { k0: 0x2b7e1516, k1: 0x28aed2a6 };
const c3 = address(201);
const entity = fc.nat(1_000_000);
const share = fc.integer({ min: 0, max: 1_000_000 }).map((ppm) => ppm / 1_000_000);

test("nothing comes of no mean, no trials and no chance; everything of certainty", () => {
  assert.equal(poisson(0, 1, 0, 0, c3, key), 0);
  assert.equal(poisson(-1, 1, 0, 0, c3, key), 0);
  assert.equal(binomial(0, 0.5, 1, 0, 0, c3, key), 0);
  assert.equal(binomial(10, 0, 1, 0, 0, c3, key), 0);
  assert.equal(binomial(10, 1, 1, 0, 0, c3, key), 10);
  assert.equal(binomial(10, 1.0000001, 1, 0, 0, c3, key), 10);
});

test("a Poisson mean beyond the limit, or none at all, is refused", () => {
  assert.throws(() => poisson(poissonMeanMax * 1.01, 1, 0, 0, c3, key), RangeError);
  assert.throws(() => poisson(NaN, 1, 0, 0, c3, key), RangeError);
  assert.ok(poisson(poissonMeanMax, 1, 0, 0, c3, key) > poissonMeanMax * 0.999);
});

test("with the same luck a larger mean never gives fewer, where inversion serves", () => {
  const mean = share.map((part) => part * 11.9);
  fc.assert(
    fc.property(entity, mean, mean, (i, a, b) => {
      const u = uniform(i, 0, 0, c3, key);
      const [low, high] = a < b ? [a, b] : [b, a];
      assert.ok(poissonFrom(low, u, i, 0, 0, c3, key) <= poissonFrom(high, u, i, 0, 0, c3, key));
    }),
  );
});

test("a better chance never gives fewer, also across one half", () => {
  fc.assert(
    fc.property(entity, share, share, (i, a, b) => {
      const u = uniform(i, 0, 0, c3, key);
      const [low, high] = a < b ? [a, b] : [b, a];
      const of = (p: number) => binomialFrom(12, p, u, i, 0, 0, c3, key);
      assert.ok(of(low) <= of(high));
    }),
  );
});

test("the early exit at u < 1 - mean changes no result", () => {
  fc.assert(
    fc.property(share, share, (mean, u) => {
      if (u < 1 - mean) assert.ok(u < Math.exp(-mean));
    }),
  );
});

test("the last uniform below 1 gives a count from the far tail, not a runaway", () => {
  const last = 1 - 2 ** -53;
  assert.ok(poissonFrom(11.9, last, 0, 0, 0, c3, key) < 60);
  assert.ok(poissonFrom(0.001, last, 0, 0, 0, c3, key) < 8);
  assert.ok(binomialFrom(1000, 0.001, last, 0, 0, 0, c3, key) < 30);
});

test("a binomial count lies between none and all", () => {
  fc.assert(
    fc.property(entity, fc.nat(100_000), share, (i, trials, p) => {
      const count = binomial(trials, p, i, 0, 0, c3, key);
      assert.ok(Number.isInteger(count) && count >= 0 && count <= trials);
    }),
  );
});

test("a hypergeometric count respects both stocks, small and large", () => {
  const stock = fc.nat(20_000);
  fc.assert(
    fc.property(entity, stock, stock, share, (i, marked, others, part) => {
      const total = marked + others;
      const drawn = Math.floor(part * total);
      const count = hypergeometric(marked, total, drawn, i, 0, 0, c3, key);
      assert.ok(Number.isInteger(count));
      assert.ok(count >= Math.max(0, drawn - others) && count <= Math.min(marked, drawn));
    }),
    { numRuns: 300 },
  );
});

test("dealing short stock market by market hands out every unit once", () => {
  // As the engine does: each market in turn takes its share of what is left.
  fc.assert(
    fc.property(
      entity,
      fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }),
      share,
      (i, wants, part) => {
        let wanted = wants.reduce((sum, want) => sum + want, 0);
        const stock = Math.floor(part * wanted);
        let left = stock;
        let dealt = 0;
        for (const [market, want] of wants.entries()) {
          const got = hypergeometric(left, wanted, want, i, market, 0, c3, key);
          assert.ok(got <= want);
          left -= got;
          wanted -= want;
          dealt += got;
        }
        assert.equal(dealt, stock);
        assert.equal(left, 0);
      },
    ),
  );
});

test("impossible drawings are refused", () => {
  assert.throws(() => hypergeometric(5, 4, 1, 0, 0, 0, c3, key), RangeError);
  assert.throws(() => hypergeometric(1, 4, 5, 0, 0, 0, c3, key), RangeError);
  assert.throws(() => hypergeometric(-1, 4, 1, 0, 0, 0, c3, key), RangeError);
});

test("a multinomial deals all units, none to a class without weight", () => {
  const weights = fc.array(fc.oneof(fc.constant(0), share), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(entity, fc.nat(5000), weights, (i, units, list) => {
      fc.pre(list.some((weight) => weight > 0));
      const into = new Int32Array(list.length).fill(-1);
      multinomial(units, new Float64Array(list), into, i, 0, 0, c3, key);
      assert.equal(
        into.reduce((sum, count) => sum + count, 0),
        units,
      );
      for (const [place, count] of into.entries()) {
        assert.ok(count >= 0);
        if (list[place] === 0) assert.equal(count, 0);
      }
    }),
  );
});

test("multinomial shares come near their weights", () => {
  const weights = new Int32Array([100_000, 0, 250_000, 650_000]);
  const into = new Int32Array(4);
  multinomial(1_000_000, weights, into, 9, 0, 0, c3, key);
  for (const [place, count] of into.entries()) {
    assert.ok(Math.abs(count - weights[place]!) < 4 * 500, `${place}: ${count}`);
  }
});

test("units without any weight to go to are refused, no units are not", () => {
  const none = new Float64Array(3);
  assert.throws(() => multinomial(1, none, new Int32Array(3), 0, 0, 0, c3, key), RangeError);
  assert.doesNotThrow(() => multinomial(0, none, new Int32Array(3), 0, 0, 0, c3, key));
});

test("no sampler reaches into the next purpose", () => {
  const end = address(201, 65_530);
  assert.throws(() => poisson(500, 0, 0, 0, end, key), RangeError);
  assert.throws(() => binomial(500, 0.4, 0, 0, 0, end, key), RangeError);
  assert.throws(() => hypergeometric(50, 100, 30, 0, 0, 0, end, key), RangeError);
  assert.throws(() => erlang(5, 8, 0, 0, 0, end, key), RangeError);
  const many = new Float64Array(65_536 / retriesMax + 1).fill(1);
  assert.throws(
    () => multinomial(1, many, new Int32Array(many.length), 0, 0, 0, c3, key),
    RangeError,
  );
});

test("a draw depends on its address alone, not on what was drawn before", () => {
  fc.assert(
    fc.property(entity, entity, (a, b) => {
      const alone = poisson(40, a, 0, 0, c3, key);
      binomial(600, 0.4, b, 0, 0, c3, key);
      assert.equal(poisson(40, a, 0, 0, c3, key), alone);
    }),
  );
});

test("a lognormal number of mean one is positive and 1 without spread", () => {
  assert.equal(lognormalOfMeanOne(0, 1, 0, 0, c3, key), 1);
  let sum = 0;
  for (let i = 0; i < 20_000; i++) sum += lognormalOfMeanOne(0.4, i, 0, 0, c3, key);
  assert.ok(Math.abs(sum / 20_000 - 1) < 0.01);
});

test("an Erlang shape outside 1 to 20 is refused", () => {
  for (const shape of [0, 21, NaN]) {
    assert.throws(() => erlang(5, shape, 0, 0, 0, c3, key), RangeError);
  }
});

test("a shuffle keeps every item", () => {
  fc.assert(
    fc.property(entity, fc.array(fc.integer({ min: -100, max: 100 })), (i, list) => {
      const items = new Int32Array(list);
      shuffle(items, i, 0, 0, c3, key);
      assert.deepEqual(
        [...items].sort((a, b) => a - b),
        list.sort((a, b) => a - b),
      );
    }),
  );
});

test("all six orders of three things are equally likely", () => {
  const seen = new Map<string, number>();
  for (let i = 0; i < 12_000; i++) {
    const order = permutation(3, i, 0, 0, c3, key).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  assert.equal(seen.size, 6);
  for (const count of seen.values()) assert.ok(Math.abs(count - 2000) < 4 * 41, String(count));
});

test("the mixer maps no two words to one", () => {
  const seen = new Set<number>();
  for (let word = 0; word < 100_000; word++) seen.add(mix32(word * 40_503));
  assert.equal(seen.size, 100_000);
});
