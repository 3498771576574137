import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { hex, mixBytes, mixInt32, newHash } from "./fnv.ts";

function digestOf(...views: ArrayBufferView[]): string {
  const hash = newHash();
  for (const view of views) mixBytes(hash, view);
  return hex(hash);
}

test("the digest of known columns does not change from one version to the next", () => {
  assert.equal(hex(newHash()), "811c9dc59e3779b9");
  assert.equal(digestOf(new Int32Array([1, 2, 3])), "886a584d2cfd3154");
  assert.equal(digestOf(new Uint8Array([1, 2, 3, 4, 5])), "e7a068edcf0d95dc");
});

test("the digest sees bytes, whatever kind of column holds them and wherever it lies", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.integer({ min: 0, max: 7 }),
      (bytes, shift) => {
        const padded = new Uint8Array(bytes.length + shift);
        padded.set(bytes, shift);
        assert.equal(digestOf(padded.subarray(shift)), digestOf(bytes));
        assert.equal(digestOf(new DataView(padded.buffer, shift)), digestOf(bytes));
      },
    ),
  );
});

test("flipping any one bit changes both lanes", () => {
  const column = new Uint32Array(16);
  const before = digestOf(column);
  const seen = new Set([before]);
  for (let bit = 0; bit < 512; bit++) {
    column[bit >> 5]! ^= 1 << (bit & 31);
    const after = digestOf(column);
    assert.notEqual(after.slice(0, 8), before.slice(0, 8), `bit ${bit}`);
    assert.notEqual(after.slice(8), before.slice(8), `bit ${bit}`);
    seen.add(after);
    column[bit >> 5]! ^= 1 << (bit & 31);
  }
  assert.equal(seen.size, 513);
});

test("two flips of top bits do not cancel, as they would in plain word-wise FNV", () => {
  const column = new Uint32Array(8);
  const before = digestOf(column);
  for (let a = 0; a < 8; a++) {
    for (let b = a + 1; b < 8; b++) {
      const flipped = column.slice();
      flipped[a] = 0x80000000;
      flipped[b] = 0x80000000;
      const after = digestOf(flipped);
      assert.notEqual(after.slice(0, 8), before.slice(0, 8));
      assert.notEqual(after.slice(8), before.slice(8));
    }
  }
});

test("a value that moves from one column to the next is seen", () => {
  assert.notEqual(
    digestOf(new Int32Array([1, 2]), new Int32Array([3])),
    digestOf(new Int32Array([1]), new Int32Array([2, 3])),
  );
  assert.notEqual(digestOf(new Uint8Array(1)), digestOf(new Uint8Array(2)));
});

test("a word counts by its bits, signed or not", () => {
  const signed = newHash();
  const unsigned = newHash();
  mixInt32(signed, -5);
  mixInt32(unsigned, 0xfffffffb);
  assert.equal(hex(signed), hex(unsigned));
});
