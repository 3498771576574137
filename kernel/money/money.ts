/** Money: integer minor units and their currency. Nothing here ever holds a fraction of a cent. */

import { mulBpBig, mulPpmBig } from "./basis-points.ts";
import type { BasisPoints, PartsPerMillion } from "./basis-points.ts";
import { isCurrencyCode, minorDigits } from "./currency.ts";
import type { CurrencyCode } from "./currency.ts";

/** An amount, exact and of any size: { minor: 1999n, currency: "USD" } is 19.99 US dollars. */
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

/** Money on the wire: JSON has no bigint, so minor units travel as a decimal string. */
export interface MoneyJson {
  readonly minor: string;
  readonly currency: CurrencyCode;
}

export function money(minor: bigint | number, currency: CurrencyCode): Money {
  return { minor: BigInt(minor), currency };
}

export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function negate(amount: Money): Money {
  return { minor: -amount.minor, currency: amount.currency };
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  assertSameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0n;
}

/** The sum of a list; the currency is named because the list may be empty. */
export function sum(amounts: readonly Money[], currency: CurrencyCode): Money {
  return amounts.reduce(add, { minor: 0n, currency });
}

/** So many times an amount; `times` is an integer. */
export function multiply(amount: Money, times: bigint | number): Money {
  return { minor: amount.minor * BigInt(times), currency: amount.currency };
}

/** `rate` of an amount, half up to one minor unit. */
export function multiplyBpHalfUp(amount: Money, rate: BasisPoints): Money {
  return { minor: mulBpBig(amount.minor, rate), currency: amount.currency };
}

/** `rate` of an amount, half up to one minor unit. */
export function multiplyPpmHalfUp(amount: Money, rate: PartsPerMillion): Money {
  return { minor: mulPpmBig(amount.minor, rate), currency: amount.currency };
}

/** As { minor: "1999", currency: "USD" }. */
export function moneyToJson(amount: Money): MoneyJson {
  return { minor: amount.minor.toString(), currency: amount.currency };
}

/** The reverse of `moneyToJson`. Throws RangeError for anything it would not have written. */
export function moneyFromJson(json: { minor: string; currency: string }): Money {
  if (!/^(0|-?[1-9]\d*)$/.test(json.minor)) throw new RangeError(`not minor units: ${json.minor}`);
  if (!isCurrencyCode(json.currency)) throw new RangeError(`not a currency: ${json.currency}`);
  return { minor: BigInt(json.minor), currency: json.currency };
}

/** The amount in major units with all its digits, "-0.05"; for files, never for arithmetic. */
export function toDecimal({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const sign = minor < 0n ? "-" : "";
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + size;
  return `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

/**
 * An amount from a decimal such as "19.9", with a point and no grouping. Undefined when the text is
 * none or is finer than the currency's minor unit: rounding it would be a decision for its reader.
 */
export function fromDecimal(text: string, currency: CurrencyCode): Money | undefined {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (match === null) return undefined;
  const digits = minorDigits(currency);
  const [, sign = "", whole = "", fraction = ""] = match;
  if (/[^0]/.test(fraction.slice(digits))) return undefined;
  const size = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  return { minor: sign === "-" ? -size : size, currency };
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new TypeError(`${a.currency} and ${b.currency} cannot be reckoned together`);
  }
}
