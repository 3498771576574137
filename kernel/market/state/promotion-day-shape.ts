/** A row of the day about what promotions did; one of the tables of `tables.ts`. */

/** What the promotions of one listing did on one day; two at once are told together. */
export const promotionDayShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  /** Bit of each kind that was at work, by its place in `promotionKinds`. */
  kinds: "i32",
  /** Sold while one was at work. Money in the market's currency: paid, and taken off. */
  orders: "i32",
  units: "i32",
  revenueMinor: "f64",
  offMinor: "f64",
  /** Expected units in thousandths with and without, and profit, in the books' currency. */
  expectedMilli: "f64",
  usualMilli: "f64",
  profitMinor: "f64",
  usualProfitMinor: "f64",
} as const;
