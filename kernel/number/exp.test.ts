import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { exp } from "./exp.ts";

test("the fixed exponential agrees with the machine's to a few units in the last place", () => {
  fc.assert(
    fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
      assert.ok(Math.abs(exp(x) / Math.exp(x) - 1) <= 4e-16);
    }),
    { numRuns: 20_000 },
  );
});

test("the fixed exponential gives the same bits as on every other machine", () => {
  // Recorded from the prototype, which a C build reproduced bit for bit.
  assert.deepEqual(
    [0, 1, -1, 0.5, 12.345, -12.345, 699.5].map(exp),
    [
      1, 2.7182818284590455, 0.36787944117144233, 1.6487212707001282, 229808.1248612461,
      0.000004351456244655325, 6.151628372601221e303,
    ],
  );
});

test("the fixed exponential ends where doubles do, without overflow", () => {
  assert.equal(exp(-700.001), 0);
  assert.equal(exp(-Infinity), 0);
  assert.equal(exp(1e9), exp(700));
  assert.ok(Number.isFinite(exp(Infinity)));
  assert.ok(Number.isNaN(exp(NaN)));
});
