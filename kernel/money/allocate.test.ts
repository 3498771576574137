import { test } from "node:test";
import assert from "node:assert/strict";
import { allocate as dineroAllocate, dinero, toSnapshot } from "dinero.js/bigint";
import { USD } from "dinero.js/bigint/currencies";
import fc from "fast-check";
import { allocate, allocateBig, allocateMinor } from "./allocate.ts";
import { money } from "./money.ts";

const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0n));

test("an amount is dealt out to the last cent", () => {
  fc.assert(
    fc.property(amount, weights, (minor, shares) => {
      const parts = allocateBig(minor, shares);
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0n),
        minor,
      );
    }),
  );
});

test("every part is its exact share, rounded down or up", () => {
  fc.assert(
    fc.property(amount, weights, (minor, shares) => {
      const total = shares.reduce((sum, share) => sum + share, 0n);
      for (const [place, part] of allocateBig(minor, shares).entries()) {
        const gap = part * total - minor * shares[place]!;
        assert.ok(gap > -total && gap < total);
      }
    }),
  );
});

test("equal shares differ by at most one cent, the first ones being the larger", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.integer({ min: 1, max: 40 }),
      (minor, n) => {
        const parts = allocateBig(
          minor,
          Array.from({ length: n }, () => 1n),
        );
        assert.ok(parts[0]! - parts.at(-1)! <= 1n);
        for (let i = 1; i < n; i++) assert.ok(parts[i - 1]! >= parts[i]!);
      },
    ),
  );
});

test("equal shares agree with another library", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.integer({ min: 1, max: 12 }),
      (minor, n) => {
        const equal = Array.from({ length: n }, () => 1n);
        const theirs = dineroAllocate(dinero({ amount: minor, currency: USD }), equal);
        assert.deepEqual(
          allocateBig(minor, equal),
          theirs.map((part) => toSnapshot(part).amount),
        );
      },
    ),
  );
  assert.deepEqual(allocateMinor(1999, [1, 1, 1]), [667, 666, 666]);
});

test("cents left over go to the largest remainders, equal ones by position", () => {
  // Shares of 100 by 1 : 2 : 4 are 14.29, 28.57, 57.14.
  assert.deepEqual(allocateMinor(100, [1, 2, 4]), [14, 29, 57]);
  assert.deepEqual(allocateMinor(1, [1, 1]), [1, 0]);
  assert.deepEqual(allocateMinor(5, [0, 3, 0, 7]), [0, 2, 0, 3]);
});

test("a refund is split as the payment was", () => {
  fc.assert(
    fc.property(amount, weights, (minor, shares) => {
      assert.deepEqual(
        allocateBig(-minor, shares),
        allocateBig(minor, shares).map((part) => -part),
      );
    }),
  );
});

test("parts keep the currency, and impossible weights are refused", () => {
  assert.deepEqual(allocate(money(3, "JPY"), [2, 1]), [money(2, "JPY"), money(1, "JPY")]);
  for (const bad of [[], [0, 0], [1, -1], [2, -1]]) {
    assert.throws(() => allocateMinor(10, bad), RangeError);
  }
  assert.throws(() => allocateMinor(10, [0.5]), RangeError);
  assert.throws(() => allocateMinor(1.5, [1]), RangeError);
});
