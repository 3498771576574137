/** What a day writes of market research, for the stores that asked; see `tables.ts`. */
/**
 * One line of a report that a store bought: a search of a market, or a segment of one. Every figure
 * is an estimate of a panel and stands beside what it may be wrong by at 95 %; -1 where the report
 * does not say.
 */
export const researchShape = {
  store: "i32",
  /** Number of the entry by which the report was bought. */
  number: "i32",
  /** Index into `researchReports`. */
  report: "i32",
  market: "i32",
  category: "i32",
  /** Number of the query, or of the segment. */
  part: "i32",
  visits: "i32",
  visitsMargin: "i32",
  impressions: "i32",
  impressionsMargin: "i32",
  clicks: "i32",
  clicksMargin: "i32",
  orders: "i32",
  ordersMargin: "i32",
  /** Clicks / impressions. */
  clickRateBp: "i32",
  clickRateMarginBp: "i32",
  /** Orders / clicks of a search, orders / visits of a segment. */
  conversionBp: "i32",
  conversionMarginBp: "i32",
  /** Mean of what buyers paid in all, minor units of the market's currency. */
  paidMinor: "i32",
  paidMarginMinor: "i32",
  /** The best match of an own live listing with the search, 0 to 255. */
  relevance: "i32",
} as const;

/** An answer that people of a panel gave. */
export const panelAnswerShape = {
  store: "i32",
  /** Number of the entry by which they were asked: it says what. */
  number: "i32",
  /** Index into `panelMotives`, 1 for "yes", or the number of a store: as the question goes. */
  answer: "i32",
  /** How many were asked, and how many said so. */
  asked: "i32",
  said: "i32",
  shareBp: "i32",
  shareMarginBp: "i32",
} as const;

/** What everybody could see of one listing of a store that is watched. Market's currency. */
export const rivalDayShape = {
  store: "i32",
  rival: "i32",
  offer: "i32",
  market: "i32",
  category: "i32",
  priceMinor: "i32",
  landedMinor: "i32",
  /** Upper median of the landed prices of the category. */
  referenceMinor: "i32",
  /** Its best place of the day, from 1, and the search where it had it; 0 and -1 on no page. */
  place: "i32",
  query: "i32",
  /** 1 where any of its places was paid for. */
  isSponsored: "i32",
  ratingMilli: "i32",
  reviews: "i32",
} as const;

/** A day of an experiment, or the day of its verdict; then nothing was shown. */
export const trialDayShape = {
  store: "i32",
  /** Number of the entry by which it was started. */
  number: "i32",
  visitsA: "i32",
  clicksA: "i32",
  ordersA: "i32",
  /** Asked for the goods in arm A, minor units of the market's currency. */
  priceAMinor: "i32",
  visitsB: "i32",
  clicksB: "i32",
  ordersB: "i32",
  priceBMinor: "i32",
  /** Index into `experimentVerdicts`, and 1 where it was right; -1 on the days before. */
  verdict: "i32",
  isRight: "i32",
} as const;

/** A price that was changed: what the day's pages were expected to bring at it and before it. */
export const priceDayShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  /** Of the entry that changed it. */
  number: "i32",
  /** Minor units of the market's currency. */
  beforeMinor: "i32",
  afterMinor: "i32",
  /** Expected contribution of the day at the new price and at the one before, books' currency. */
  profitMinor: "f64",
  usualProfitMinor: "f64",
} as const;
