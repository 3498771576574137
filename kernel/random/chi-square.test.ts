import { test } from "node:test";
import assert from "node:assert/strict";
import { binomial } from "./binomial.ts";
import { erlang } from "./erlang.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { gumbelQuantiles, offerHash, rankNoise, shelfKey } from "./mix.ts";
import { normal } from "./normal.ts";
import type { Key } from "./philox.ts";
import { poisson } from "./poisson.ts";
import { address } from "./purpose.ts";
import { uniform, uniformBelow } from "./uniform.ts";

type Draw = (entity: number, key: Key) => number;

const keys = Array.from({ length: 30 }, (_, i) => ({
  k0: 0x243f6a88 + i,
  k1: 0x85a308d3 ^ (i * 7),
}));
const draws = 10_000;
const c3 = address(200);

/** The upper point of chi-square at a normal quantile, after Wilson and Hilferty. */
function chiSquareLimit(degrees: number, quantile: number): number {
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + quantile * Math.sqrt(spread)) ** 3;
}

/** Bins of counts, each of an expected share of at least 8 draws of one key. */
function binsOf(probabilities: readonly number[]): { of: Int32Array; shares: number[] } {
  const of = new Int32Array(probabilities.length);
  const least = 8 / draws;
  const shares = [0];
  for (const [count, p] of probabilities.entries()) {
    if (shares.at(-1)! >= least) shares.push(0);
    of[count] = shares.length - 1;
    shares[shares.length - 1]! += p;
  }
  if (shares.length > 1 && shares.at(-1)! < least) {
    const rest = shares.pop()!;
    shares[shares.length - 1]! += rest;
    for (const [count, bin] of of.entries()) of[count] = Math.min(bin, shares.length - 1);
  }
  return { of, shares };
}

function distance(found: readonly number[], shares: readonly number[], size: number): number {
  return shares.reduce((sum, share, bin) => {
    const expected = share * size;
    return sum + (found[bin]! - expected) ** 2 / expected;
  }, 0);
}

interface Verdict {
  /** How many of the 30 keys a test at 5 % rejects. */
  readonly rejected: number;
  /** Whether all keys' draws together pass a test at one in ten thousand. */
  readonly fitsTogether: boolean;
}

function judge(probabilities: readonly number[], draw: Draw): Verdict {
  const { of, shares } = binsOf(probabilities);
  const degrees = shares.length - 1;
  const together = shares.map(() => 0);
  let rejected = 0;
  for (const key of keys) {
    const found = shares.map(() => 0);
    for (let i = 0; i < draws; i++) {
      const count = draw(i, key);
      assert.ok(Number.isInteger(count) && count >= 0, `drew ${count}`);
      found[of[Math.min(count, of.length - 1)]!]!++;
    }
    if (distance(found, shares, draws) > chiSquareLimit(degrees, 1.6448536269514722)) rejected++;
    for (const [bin, count] of found.entries()) together[bin]! += count;
  }
  const pooled = distance(together, shares, draws * keys.length);
  return { rejected, fitsTogether: pooled <= chiSquareLimit(degrees, 3.719016485455709) };
}

function assertFits(probabilities: readonly number[], draw: Draw): void {
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  assert.ok(Math.abs(total - 1) < 1e-9, `the table adds up to ${total}`);
  const { rejected, fitsTogether } = judge(probabilities, draw);
  assert.ok(rejected <= 5, `${rejected} of 30 keys rejected at 5 %`);
  assert.ok(fitsTogether, "all keys together do not fit");
}

function lnFactorials(max: number): number[] {
  const table = [0];
  for (let k = 1; k <= max; k++) table.push(table[k - 1]! + Math.log(k));
  return table;
}

function poissonTable(mean: number): number[] {
  const length = Math.ceil(mean + 12 * Math.sqrt(mean) + 20);
  const ln = lnFactorials(length);
  return Array.from({ length }, (_, k) => Math.exp(k * Math.log(mean) - mean - ln[k]!));
}

function binomialTable(trials: number, p: number): number[] {
  const ln = lnFactorials(trials);
  return Array.from({ length: trials + 1 }, (_, k) =>
    Math.exp(
      ln[trials]! - ln[k]! - ln[trials - k]! + k * Math.log(p) + (trials - k) * Math.log(1 - p),
    ),
  );
}

function hypergeometricTable(marked: number, total: number, drawn: number): number[] {
  const ln = lnFactorials(total);
  const choose = (n: number, k: number) =>
    k < 0 || k > n ? -Infinity : ln[n]! - ln[k]! - ln[n - k]!;
  return Array.from({ length: Math.min(marked, drawn) + 1 }, (_, k) =>
    Math.exp(choose(marked, k) + choose(total - marked, drawn - k) - choose(total, drawn)),
  );
}

test("the yardstick itself rejects a distribution that is slightly wrong", () => {
  const wrong = judge(poissonTable(3), (i, key) => poisson(3.15, i, 0, 0, c3, key));
  assert.ok(wrong.rejected > 5, `only ${wrong.rejected} of 30 keys noticed`);
  const nearly = judge(poissonTable(40), (i, key) => poisson(40.1, i, 0, 0, c3, key));
  assert.ok(!nearly.fitsTogether);
});

test("uniform numbers fill a hundred equal bins equally", () => {
  const equal = Array.from({ length: 100 }, () => 0.01);
  assertFits(equal, (i, key) => Math.floor(uniform(i, 7, 28, c3, key) * 100));
  assertFits(equal, (i, key) => uniformBelow(100, i, 8, 28, c3, key));
});

for (const mean of [0.02, 0.9, 3, 11.99, 12, 40, 3000]) {
  test(`Poisson counts of mean ${mean} follow their law`, () => {
    assertFits(poissonTable(mean), (i, key) => poisson(mean, i, 1, 4, c3, key));
  });
}

for (const [trials, p] of [
  [1, 0.3],
  [60, 0.06],
  [12, 0.5],
  [40, 0.9],
  [60, 0.5],
  [900, 0.02],
  [900, 0.985],
  [5000, 0.4],
] as const) {
  test(`binomial counts of ${trials} trials at ${p} follow their law`, () => {
    assertFits(binomialTable(trials, p), (i, key) => binomial(trials, p, i, 2, 4, c3, key));
  });
}

for (const [marked, total, drawn] of [
  [3, 10, 4],
  [30, 100, 12],
  [5, 60, 50],
  [2500, 9000, 4500],
  [6000, 9000, 5000],
] as const) {
  test(`the share of ${marked} in ${drawn} of ${total} units follows its law`, () => {
    assertFits(hypergeometricTable(marked, total, drawn), (i, key) =>
      hypergeometric(marked, total, drawn, i, 3, 4, c3, key),
    );
  });
}

/** Mean and standard deviation over all keys. */
function moments(draw: Draw): { mean: number; sd: number } {
  let sum = 0;
  let squares = 0;
  for (const key of keys) {
    for (let i = 0; i < draws; i++) {
      const x = draw(i, key);
      sum += x;
      squares += x * x;
    }
  }
  const mean = sum / (keys.length * draws);
  return { mean, sd: Math.sqrt(squares / (keys.length * draws) - mean * mean) };
}

function assertNear(found: number, expected: number, within: number): void {
  assert.ok(Math.abs(found - expected) < within, `${found}, expected ${expected}`);
}

test("normal numbers have mean 0 and deviation 1", () => {
  const { mean, sd } = moments((i, key) => normal(i, 4, 4, c3, key));
  assertNear(mean, 0, 0.012);
  assertNear(sd, 1, 0.01);
});

test("waiting times of shape 5 have their mean, and its 1/√5 as deviation", () => {
  const { mean, sd } = moments((i, key) => erlang(14, 5, i, 5, 4, c3, key));
  assertNear(mean, 14, 0.08);
  assertNear(sd, 14 / Math.sqrt(5), 0.08);
});

test("rank noise is Gumbel: mean γ and deviation π/√6 on every shelf", () => {
  const { mean, sd } = moments((i, key) => rankNoise(shelfKey(12, 345, key), offerHash(i)));
  assertNear(mean, 0.5772156649, 0.015);
  assertNear(sd, Math.PI / Math.sqrt(6), 0.015);
  assert.equal(gumbelQuantiles.length, 4096);
});

test("rank noise of one offer is unrelated from shelf to shelf and day to day", () => {
  // Why: by "shelf key + offer" neighbouring shelves would repeat each other's sequences.
  const [key] = keys as [Key];
  const { mean, sd } = moments((i) => rankNoise(shelfKey(0, 0, key), offerHash(i)));
  for (const other of [shelfKey(0, 1, key), shelfKey(1, 0, key), shelfKey(1, 1, key)]) {
    let product = 0;
    for (let offer = 0; offer < 20_000; offer++) {
      const a = rankNoise(shelfKey(0, 0, key), offerHash(offer)) - mean;
      product += (a * (rankNoise(other, offerHash(offer)) - mean)) / (sd * sd);
    }
    assertNear(product / 20_000, 0, 0.03);
  }
});
