import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { block, keyFromHex, philox } from "./philox.ts";

type Words = readonly [number, number, number, number];

function draw(counter: Words, key: readonly [number, number]): string {
  philox(...counter, ...key);
  return [...block].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

/** Philox4x32-10 as its paper writes it, on bigints. */
function reference(counter: Words, key: readonly [number, number]): string {
  const mask = 0xffff_ffffn;
  let [c0, c1, c2, c3] = counter.map((word) => BigInt(word) & mask) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  let [k0, k1] = key.map((word) => BigInt(word) & mask) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const a = 0xd2511f53n * c0;
    const b = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [(b >> 32n) ^ c1 ^ k0, b & mask, (a >> 32n) ^ c3 ^ k1, a & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [c0, c1, c2, c3].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

test("Philox gives the known answers published with it", () => {
  const ones = 0xffffffff;
  assert.equal(draw([0, 0, 0, 0], [0, 0]), "6627e8d5 e169c58d bc57ac4c 9b00dbd8");
  assert.equal(draw([ones, ones, ones, ones], [ones, ones]), "408f276d 41c83b0e a20bc7c6 6d5451fd");
  assert.equal(
    draw([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]),
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  );
});

test("Philox by 16-bit halves equals Philox on big integers", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
      assert.equal(draw(counter, key), reference(counter, key));
    }),
    { numRuns: 2000 },
  );
});

test("an address counts modulo 2^32, so signed words mean their bits", () => {
  assert.equal(draw([-1, -2, -3, -4], [-5, -6]), reference([-1, -2, -3, -4], [-5, -6]));
});

test("a key is read from sixteen hexadecimal characters", () => {
  assert.deepEqual(keyFromHex("a4093822299f31d0"), { k0: 0xa4093822, k1: 0x299f31d0 });
  for (const text of ["", "a4093822299f31d", "a4093822299f31d00", "a4093822299f31dg"]) {
    assert.throws(() => keyFromHex(text), RangeError);
  }
});
