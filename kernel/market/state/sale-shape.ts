/** A row of the day about purchases; one of the tables of `tables.ts`. */

/** Purchases of one (listing, query, slice, place): single orders are drawn from it when opened. */
export const saleShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  query: "i32",
  slice: "i32",
  slot: "i32",
  isSponsored: "i32",
  orders: "i32",
  units: "i32",
  priceMinor: "i32",
  feeMinor: "i32",
  /** Index into the trade slice's services. */
  service: "i32",
  promiseDays: "i32",
  /** Index into `salesSources`; other than of a search there is no query, it is -1. */
  source: "i32",
  /** Of one unit: what promotions took off the price and off the fee, which are without it. */
  offMinor: "i32",
  feeOffMinor: "i32",
  /** Bit of each kind of promotion at work, by its place in `promotionKinds`. */
  promotions: "i32",
  lot: "i32",
  /**
   * Names what was bought together within the day: a row of orders for a whole bundle, and with
   * the opposite sign the rows of what came with it, an order each in the same order; else 0.
   */
  setNumber: "i32",
} as const;
