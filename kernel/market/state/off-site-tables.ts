/** The tables of a day about promotion off the market; see `tables.ts`. */

/** What a source other than a search brought a store in a market, where it brought anything. */
export const outreachDayShape = {
  store: "i32",
  market: "i32",
  /** Index into `salesSources`. */
  source: "i32",
  /** Views off the market, and expected visits to the store's page. */
  views: "f64",
  visits: "f64",
  clicks: "i32",
  orders: "i32",
  units: "i32",
  /** Price and fee of what was sold, minor units of the books. */
  revenueMinor: "f64",
  costMinor: "f64",
} as const;

/** A letter of a mailing: the only one, or one of the two that chance divided the readers among. */
export const letterDayShape = {
  store: "i32",
  /** Number of the decision. */
  number: "i32",
  /** 0 is the first letter, 1 the second. */
  arm: "i32",
  market: "i32",
  readers: "i32",
  /** Readers who came, and orders of those who did. */
  came: "i32",
  orders: "i32",
  /** Readers who asked for no more. */
  unsubscribed: "i32",
} as const;

/** How well a store is known in a market, and who asked for its letters there. */
export const brandDayShape = {
  store: "i32",
  market: "i32",
  /** Parts per million. */
  awarenessPpm: "i32",
  /** Buyers on the list when the day ended, and who came and went on it. */
  mailList: "i32",
  joined: "i32",
  unsubscribed: "i32",
} as const;
