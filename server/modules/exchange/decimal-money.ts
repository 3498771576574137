import { isCurrencyCode, minorDigits } from "@echelon/kernel/money/currency.ts";

/** Prices and costs beyond this are a slip: ten billion major units. */
const minorMax = 1_000_000_000_000n;

/**
 * A decimal with a point as minor units of a currency; digits beyond the currency's are rounded
 * half up. Null for an unknown currency, and for what is too large to be a price.
 */
export function minorOf(decimal: string, currency: string): number | null {
  const parts = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(decimal);
  if (parts === null || !isCurrencyCode(currency)) return null;
  const digits = minorDigits(currency);
  const fraction = (parts[2] ?? "").padEnd(digits + 1, "0");
  const whole = BigInt(`${parts[1]}${fraction.slice(0, digits)}`);
  const minor = whole + (fraction[digits]! >= "5" ? 1n : 0n);
  return minor > minorMax ? null : Number(minor);
}

/** Minor units as a decimal with the currency's digits: 1290 of CNY is `12.90`. */
export function decimalOf(minor: number, currency: string): string {
  const digits = isCurrencyCode(currency) ? minorDigits(currency) : 2;
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
