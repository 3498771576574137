import { test } from "node:test";
import assert from "node:assert/strict";
import { lnFactorial } from "./ln-factorial.ts";

function exactFactorial(k: number): bigint {
  let product = 1n;
  for (let i = 2n; i <= BigInt(k); i++) product *= i;
  return product;
}

/** ln of a bigint by its leading 50 bits. */
function lnOf(value: bigint): number {
  const bits = Math.max(0, value.toString(2).length - 50);
  return Math.log(Number(value >> BigInt(bits))) + bits * Math.LN2;
}

test("the series takes over from the table without a step", () => {
  for (let k = 1020; k < 1030; k++) {
    const step = lnFactorial(k + 1) - lnFactorial(k);
    assert.ok(Math.abs(step - Math.log(k + 1)) < 1.2e-11, String(k));
  }
});

test("ln k! agrees with the exact factorial, in the table, at its edge and beyond", () => {
  for (const k of [0, 1, 2, 10, 170, 1000, 1022, 1023, 1024, 1025, 3000]) {
    const exact = lnOf(exactFactorial(k));
    assert.ok(Math.abs(lnFactorial(k) - exact) <= 1e-13 * Math.max(1, exact), String(k));
  }
});
