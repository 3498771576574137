/** ln k!, which the rejection samplers need for their exact acceptance test. */

import { log } from "./log.ts";

const TABLE_SIZE = 1024;
const HALF_LN_TWO_PI = 0.9189385332046727;
const TABLE = lnFactorialTable();

function lnFactorialTable(): Float64Array {
  const table = new Float64Array(TABLE_SIZE);
  for (let k = 2; k < TABLE_SIZE; k++) table[k] = table[k - 1]! + log(k);
  return table;
}

/**
 * ln(k!): a table below 1,024, above it Stirling's series with two correction terms, which is cut
 * off below 1e-18 there.
 *
 * @param k  an integer of at least 0
 */
export function lnFactorial(k: number): number {
  if (k < TABLE_SIZE) return TABLE[k]!;
  const x = k + 1;
  return (x - 0.5) * log(x) - x + HALF_LN_TWO_PI + 1 / (12 * x) - 1 / (360 * x * x * x);
}
