/**
 * Currencies by ISO 4217 code, with their minor units.
 *
 * Source: ISO 4217 list one, as carried by the currency tables of dinero.js 2.0.2, against which a
 * test holds every row. Adding a currency is adding a row.
 */

/** Digits after the decimal point, by code. */
const rows = {
  AED: 2,
  AUD: 2,
  BHD: 3,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CLP: 0,
  CNY: 2,
  COP: 2,
  CZK: 2,
  DKK: 2,
  EGP: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 2,
  IDR: 2,
  ILS: 2,
  INR: 2,
  ISK: 0,
  JPY: 0,
  KES: 2,
  KRW: 0,
  KWD: 3,
  KZT: 2,
  MXN: 2,
  MYR: 2,
  NGN: 2,
  NOK: 2,
  NZD: 2,
  OMR: 3,
  PEN: 2,
  PHP: 2,
  PKR: 2,
  PLN: 2,
  QAR: 2,
  RON: 2,
  RUB: 2,
  SAR: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TRY: 2,
  TWD: 2,
  UAH: 2,
  USD: 2,
  VND: 0,
  ZAR: 2,
} as const;

/** An ISO 4217 code the kernel knows. */
export type CurrencyCode = keyof typeof rows;

/** All codes, in alphabetical order. */
export const currencyCodes = Object.freeze(Object.keys(rows) as CurrencyCode[]);

/** Whether a text is a code of the table above. */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(rows, text);
}

/** Digits after the decimal point: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: CurrencyCode): number {
  return rows[currency];
}

/** Minor units in one major unit: 100 for USD, 1 for JPY. */
export function minorPerMajor(currency: CurrencyCode): number {
  return POWERS_OF_TEN[rows[currency]]!;
}

const POWERS_OF_TEN = [1, 10, 100, 1000] as const;
