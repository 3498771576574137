/**
 * Exchange between currencies.
 *
 * A rate is an integer count of 1e-8: the price of one major unit of a currency, in major units of
 * the currency that rates are quoted in (the books' currency). 0.14 USD for 1 CNY is 14,000,000.
 * Minor digits are part of the arithmetic: 1 JPY is one minor unit, 1 USD is a hundred.
 */

import { mulDivRoundHalfUp, mulDivRoundHalfUpBig } from "../number/rational.ts";
import { minorPerMajor } from "./currency.ts";
import type { CurrencyCode } from "./currency.ts";
import type { Money } from "./money.ts";

/** One, as a rate. */
export const rateOne = 100_000_000;

/** Rates of several currencies against one: `rateE8.EUR` is the price of 1 EUR in `base`. */
export interface RateTable {
  readonly base: CurrencyCode;
  readonly rateE8: Readonly<Partial<Record<CurrencyCode, number>>>;
}

/** The rate of a currency; the base itself is one. Throws RangeError when the table has none. */
export function rateOf(rates: RateTable, currency: CurrencyCode): number {
  if (currency === rates.base) return rateOne;
  const rate = rates.rateE8[currency];
  if (rate === undefined) throw new RangeError(`no rate of ${currency} in ${rates.base}`);
  return rate;
}

/**
 * An amount in another currency, half up to one minor unit of it, rounded once even where two rates
 * are involved: minor · rate(from) · digits(to) / (rate(to) · digits(from)).
 */
export function convert(amount: Money, to: CurrencyCode, rates: RateTable): Money {
  const { minor, currency: from } = amount;
  if (from === to) return amount;
  const factor = BigInt(rateOf(rates, from)) * BigInt(minorPerMajor(to));
  const divisor = BigInt(rateOf(rates, to)) * BigInt(minorPerMajor(from));
  return { minor: mulDivRoundHalfUpBig(minor, factor, divisor), currency: to };
}

/**
 * The same on safe integers with the two rates given, for columns of amounts.
 *
 * @throws RangeError when a rate is not a positive integer or the result leaves the safe integers
 */
export function convertMinor(
  minor: number,
  from: CurrencyCode,
  to: CurrencyCode,
  fromRateE8: number,
  toRateE8: number,
): number {
  let factor = fromRateE8;
  let divisor = toRateE8;
  const fromUnit = minorPerMajor(from);
  const toUnit = minorPerMajor(to);
  // The units differ by a power of ten; only the larger one stays, so most products stay small.
  if (toUnit > fromUnit) factor *= toUnit / fromUnit;
  if (fromUnit > toUnit) divisor *= fromUnit / toUnit;
  return mulDivRoundHalfUp(minor, factor, divisor);
}
