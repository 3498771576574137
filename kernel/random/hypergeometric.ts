/** Hypergeometric counts: who gets the last units, drawn without putting back. */

import { exp } from "../number/exp.ts";
import { lnFactorial } from "../number/ln-factorial.ts";
import { philox } from "./philox.ts";
import type { Key } from "./philox.ts";
import { assertIndices } from "./purpose.ts";
import { firstOfBlock, uniform } from "./uniform.ts";

/** Up to so many units are drawn one by one, each at its own index. */
export const sequentialUnitsMax = 4096;

/**
 * How many of the `drawn` units are among the `marked` ones, when `drawn` of `total` are taken
 * blindly. One value owns up to `sequentialUnitsMax` indices from that of `c3` on.
 *
 * @throws RangeError unless 0 <= marked, drawn <= total
 */
export function hypergeometric(
  marked: number,
  total: number,
  drawn: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  if (!(marked >= 0 && drawn >= 0 && marked <= total && drawn <= total)) {
    throw new RangeError(`${drawn} of ${total} units, ${marked} marked: impossible`);
  }
  if (marked === 0 || drawn === 0) return 0;
  if (marked === total) return drawn;
  if (drawn === total) return marked;
  if (drawn <= sequentialUnitsMax) return sequential(marked, total, drawn, c0, c1, c2, c3, key);
  return fromMode(marked, total, drawn, uniform(c0, c1, c2, c3, key));
}

function sequential(
  marked: number,
  total: number,
  drawn: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  assertIndices(c3, drawn);
  let left = marked;
  for (let unit = 0; unit < drawn && left > 0; unit++) {
    philox(c0, c1, c2, c3 + unit, key.k0, key.k1);
    if (firstOfBlock() * (total - unit) < left) left--;
  }
  return marked - left;
}

/** Walks outwards from the likeliest count until the probabilities passed add up to `u`. */
function fromMode(marked: number, total: number, drawn: number, u: number): number {
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (total + 2));
  const peak = probability(mode, marked, total, drawn);
  let left = u - peak;
  let up = mode;
  let down = mode;
  let upTerm = peak;
  let downTerm = peak;
  while (left >= 0 && upTerm + downTerm > 1e-18 * peak) {
    upTerm *= ((marked - up) * (drawn - up)) / ((up + 1) * (total - marked - drawn + up + 1));
    up++;
    left -= upTerm;
    if (left < 0) return up;
    const othersDrawn = drawn - down + 1;
    downTerm *= (down * (total - marked - drawn + down)) / ((marked - down + 1) * othersDrawn);
    down--;
    left -= downTerm;
    if (left < 0) return down;
  }
  // What rounding left over when both tails have run dry belongs to the likeliest count.
  return mode;
}

function probability(count: number, marked: number, total: number, drawn: number): number {
  return exp(
    lnChoose(marked, count) + lnChoose(total - marked, drawn - count) - lnChoose(total, drawn),
  );
}

function lnChoose(n: number, k: number): number {
  return lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);
}
