import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { mulBp, mulBpBig, mulPpm, mulPpmBig, ratioBp, taxInside } from "./basis-points.ts";

const minor = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const rate = fc.integer({ min: 0, max: 30_000 });

test("a rate of a state array's amount equals the exact one", () => {
  fc.assert(
    fc.property(minor, rate, (amount, bp) => {
      assert.equal(BigInt(mulBp(amount, bp)), mulBpBig(BigInt(amount), bp));
      assert.equal(BigInt(mulPpm(amount, bp)), mulPpmBig(BigInt(amount), bp));
    }),
  );
  assert.equal(mulBp(2 ** 50 + 1, 9_999), Number(mulBpBig(2n ** 50n + 1n, 9_999)));
});

test("19 % of 19.99 is 3.80, half up", () => {
  assert.equal(mulBp(1999, 1900), 380);
  assert.equal(mulBp(50, 100), 1);
  assert.equal(mulBp(49, 100), 0);
  assert.equal(mulBp(-50, 100), -1);
});

test("tax inside a price and the net price add up, and the tax is the rate of the net", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), rate, (gross, bp) => {
      const tax = taxInside(gross, bp);
      const net = gross - tax;
      assert.ok(net >= 0 && tax >= 0);
      // Half a cent of tax is at most half a cent of net, times one plus the rate.
      assert.ok(Math.abs(net * bp - tax * 10_000) <= (10_000 + bp) / 2);
    }),
  );
});

test("a ratio in basis points needs a positive whole", () => {
  assert.equal(ratioBp(1, 3), 3333);
  assert.equal(ratioBp(2, 3), 6667);
  assert.equal(ratioBp(-1, 2), -5000);
  assert.throws(() => ratioBp(1, 0), RangeError);
});
