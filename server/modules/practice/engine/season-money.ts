import { type CurrencyCode, minorDigits } from "@echelon/kernel/money/currency.ts";

/** Digits after the point of a currency of the world. */
export function digitsOf(currency: string): number {
  return minorDigits(currency as CurrencyCode);
}
