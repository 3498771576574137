/** The kinds of fault a season's source may have. */
export const worldFaultKinds = [
  "share-sum",
  "not-finite",
  "negative",
  "parameter-unknown",
  "parameter-out-of-bounds",
  "parameter-without-source",
  "rule-undated",
  "market-without-tax",
  "market-without-service",
  "market-unknown",
  "demand-not-falling",
  "transit-out-of-order",
  "shock-outside-season",
  "place-unknown",
  "currency-unknown",
  "date-unknown",
  "size-above-limit",
  "duplicate",
] as const;
export type WorldFaultKind = (typeof worldFaultKinds)[number];

/** What is wrong, where, and the figure that is. */
export type WorldFault = {
  readonly kind: WorldFaultKind;
  readonly at: string;
  readonly value: number | string;
};

export type Report = (kind: WorldFaultKind, at: string, value: number | string) => void;
