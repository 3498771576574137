/** Every code that a ruling on a decision may carry, after `practice/`. */

/** Why a decision is refused. */
export const refusalCodes = [
  "no-such-store",
  "no-such-product",
  "no-such-market",
  "no-such-campaign",
  "service-unknown",
  "service-refuses-parcel",
  "sale-forbidden",
  "already-selected",
  "not-selected",
  "offer-cap",
  "number-used",
  "already-listed",
  "not-listed",
  "listing-incomplete",
  "keyword-cap",
  "price-not-allowed",
  "promotion-not-allowed",
  "promotion-overlap",
  "value-not-allowed",
  "module-off",
  "campaign-cap",
  "ad-entry-cap",
  "budget-too-high",
  "bid-too-high",
  "keyword-missing",
  "below-moq",
  "above-output",
  "cash-short",
  "no-such-currency",
  "currency-short",
  "no-such-loan",
  "loan-line",
  "loan-cap",
  "forward-cap",
  "held-short",
  "stock-short",
  "stock-open",
  "reorder-not-ordered",
  "no-such-case",
  "intervention-in-past",
  "seat-taken",
] as const;

/** What is allowed and will probably cost something. */
export const warningCodes = [
  "below-landed-cost",
  "no-shipping",
  "promise-too-short",
  "warehouse-empty",
  "below-reserve",
  "above-break-even",
  "keyword-reaches-nobody",
  "balance-not-covered",
  "above-ninety-days",
  "orders-at-least-moq",
  "above-exposure",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
