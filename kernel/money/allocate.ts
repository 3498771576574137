/** Dealing an amount into parts without losing or inventing a cent. */

import type { Money } from "./money.ts";

/**
 * Splits an amount in proportion to weights by largest remainder: every part is its exact share
 * rounded down or up, and the parts add up to the amount. The cents left over go to the largest
 * remainders, equal ones in order of position. A negative amount is split as its negative.
 *
 * @param weights  integers of at least 0, one of them above 0
 * @throws RangeError for other weights
 */
export function allocate(amount: Money, weights: readonly (bigint | number)[]): Money[] {
  const { minor, currency } = amount;
  return allocateBig(minor, weights.map(BigInt)).map((part) => ({ minor: part, currency }));
}

/** As `allocate`, on bare minor units. */
export function allocateBig(minor: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weights.some((weight) => weight < 0n) || total <= 0n) {
    throw new RangeError("an amount is split by weights of at least 0 that do not all vanish");
  }
  const sign = minor < 0n ? -1n : 1n;
  const size = minor * sign;
  const parts = weights.map((weight) => (size * weight) / total);
  const remainders = weights.map((weight) => (size * weight) % total);
  const over = Number(size - parts.reduce((sum, part) => sum + part, 0n));
  const order = weights.map((_, place) => place);
  order.sort((a, b) => descending(remainders[a]!, remainders[b]!) || a - b);
  for (const place of order.slice(0, over)) parts[place]! += 1n;
  return parts.map((part) => part * sign);
}

/** As `allocate`, on safe integers. */
export function allocateMinor(minor: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a safe integer`);
  return allocateBig(BigInt(minor), weights.map(BigInt)).map(Number);
}

function descending(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
