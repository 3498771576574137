import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import {
  decodeStatusList,
  emptyStatusList,
  encodeStatusList,
  isBitSet,
  statusListBits,
  withBit,
} from "./status-list.ts";

const index = fc.nat(statusListBits - 1);

suite("status lists", () => {
  test("bit 0 is the leftmost of the first byte", () => {
    assert.equal(withBit(emptyStatusList(), 0, true)[0], 0b1000_0000);
    assert.equal(withBit(emptyStatusList(), 7, true)[0], 1);
    assert.equal(withBit(emptyStatusList(), statusListBits - 1, true).at(-1), 1);
  });

  test("exactly the bits that were set are set, after any way there and back", () => {
    fc.assert(
      fc.property(fc.uniqueArray(index, { maxLength: 40 }), index, (set, other) => {
        const bits = set.reduce((list, at) => withBit(list, at, true), emptyStatusList());
        const back = decodeStatusList(encodeStatusList(bits))!;
        assert.deepEqual(Buffer.from(back), Buffer.from(bits));
        assert.ok(set.every((at) => isBitSet(back, at)));
        assert.equal(isBitSet(back, other), set.includes(other));
      }),
      { numRuns: 40 },
    );
  });

  test("clearing takes back what setting did, and neither touches the list handed in", () => {
    fc.assert(
      fc.property(index, (at) => {
        const before = emptyStatusList();
        const set = withBit(before, at, true);
        assert.ok(isBitSet(set, at) && !isBitSet(before, at));
        assert.deepEqual(withBit(set, at, false), before);
      }),
      { numRuns: 40 },
    );
  });

  test("what is no list, is too short, or unpacks to too much is none", () => {
    const whole = encodeStatusList(emptyStatusList());
    const packed = (bytes: number) => `u${gzipSync(Buffer.alloc(bytes)).toString("base64url")}`;
    for (const text of [
      whole.slice(1),
      `z${whole.slice(1)}`,
      whole.slice(0, 40),
      "u",
      7,
      undefined,
    ])
      assert.equal(decodeStatusList(text), null);
    assert.equal(decodeStatusList(packed(statusListBits / 8 - 1)), null);
    assert.equal(decodeStatusList(packed(64 * 2 ** 20)), null);
    assert.equal(decodeStatusList(packed(statusListBits / 4))?.length, statusListBits / 4);
  });
});
