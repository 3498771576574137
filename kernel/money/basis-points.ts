/**
 * Rates as integers: basis points (1 bp = 0.01 %, so 19 % is 1900) and parts per million.
 * All round half up, a tie away from zero, to one minor unit.
 */

import { mulDivRoundHalfUp, mulDivRoundHalfUpBig } from "../number/rational.ts";

/** A rate in basis points: 1 bp = 0.01 %. */
export type BasisPoints = number;

/** A rate in parts per million. */
export type PartsPerMillion = number;

export const bpOfWhole = 10_000;
export const ppmOfWhole = 1_000_000;

/** `rate` of an amount held as a safe integer. Throws RangeError beyond 2^53. */
export function mulBp(minor: number, rate: BasisPoints): number {
  return mulDivRoundHalfUp(minor, rate, bpOfWhole);
}

/** `rate` of an amount held as a bigint. */
export function mulBpBig(minor: bigint, rate: BasisPoints): bigint {
  return mulDivRoundHalfUpBig(minor, BigInt(rate), BigInt(bpOfWhole));
}

/** As `mulBp`, for a rate in parts per million. */
export function mulPpm(minor: number, rate: PartsPerMillion): number {
  return mulDivRoundHalfUp(minor, rate, ppmOfWhole);
}

/** As `mulBpBig`, for a rate in parts per million. */
export function mulPpmBig(minor: bigint, rate: PartsPerMillion): bigint {
  return mulDivRoundHalfUpBig(minor, BigInt(rate), BigInt(ppmOfWhole));
}

/**
 * The part of a gross amount that is tax at `rate`, when tax is inside the price:
 * gross · rate / (1 + rate). Net is gross minus this, so the two always add up.
 */
export function taxInside(gross: number, rate: BasisPoints): number {
  return mulDivRoundHalfUp(gross, rate, bpOfWhole + rate);
}

/** part / whole in basis points. Throws RangeError unless whole is a positive safe integer. */
export function ratioBp(part: number, whole: number): BasisPoints {
  return mulDivRoundHalfUp(part, bpOfWhole, whole);
}
