import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { philox } from "./philox.ts";
import { firstOfBlock, secondOfBlock, uniform, uniformBelow, uniformOfWords } from "./uniform.ts";

const key = { k0: 0x51ed270b, k1: 0x2545f491 };

test("a uniform lies strictly between 0 and 1, at the extremes of its words too", () => {
  const ones = 0xffffffff;
  assert.equal(uniformOfWords(0, 0), 0.5 / 2 ** 52);
  assert.equal(uniformOfWords(ones, ones), 1 - 0.5 / 2 ** 52);
  assert.ok(uniformOfWords(ones, ones) < 1);
});

test("a uniform is exact: it names the 26 upper bits of both words", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const doubled = uniformOfWords(a, b) * 2 ** 53;
      assert.equal(BigInt(doubled), (BigInt(a >>> 6) << 27n) + (BigInt(b >>> 6) << 1n) + 1n);
    }),
  );
});

test("an address gives two uniforms, the first with words 0 and 1", () => {
  const first = uniform(1, 2, 3, 4, key);
  philox(1, 2, 3, 4, key.k0, key.k1);
  assert.equal(first, firstOfBlock());
  assert.notEqual(first, secondOfBlock());
});

test("an integer below a bound reaches every value and never the bound", () => {
  const seen = new Set<number>();
  for (let i = 0; i < 500; i++) seen.add(uniformBelow(7, i, 0, 0, 0, key));
  assert.deepEqual(
    [...seen].sort((a, b) => a - b),
    [0, 1, 2, 3, 4, 5, 6],
  );
  assert.equal(uniformBelow(1, 0, 0, 0, 0, key), 0);
});
