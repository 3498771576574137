/** The expected "no" of this kernel: a stable code, and the facts its sentence needs. */

export const tradeRefusalCodes = [
  "trade/no-rule",
  "trade/prohibited",
  "trade/rate-missing",
  "trade/rules-tie",
  "trade/hs-unknown",
  "trade/hs-too-short",
  "trade/currency-mixed",
  "trade/amount-negative",
  "trade/amount-too-large",
  "trade/quantity-not-positive",
  "trade/country-unknown",
  "trade/service-refuses-parcel",
  "trade/card-not-valid",
  "trade/zone-unknown",
] as const;
export type TradeRefusalCode = (typeof tradeRefusalCodes)[number];

/** Any value that JSON can carry. */
export type RefusalFact =
  | string
  | number
  | boolean
  | null
  | readonly RefusalFact[]
  | { readonly [name: string]: RefusalFact };

export type TradeRefusal = {
  readonly code: TradeRefusalCode;
  readonly facts: Readonly<Record<string, RefusalFact>>;
};

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: TradeRefusal };

export type Refused = Extract<Outcome<never>, { ok: false }>;

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(code: TradeRefusalCode, facts: TradeRefusal["facts"] = {}): Refused {
  return { ok: false, refusal: { code, facts } };
}
