/** The shape of one of the day's tables (`tables.ts`): it is wide, and only one mode writes it. */

/** One listing on one keyword of the sandbox's deal. Scores are thousandths of points. */
export const dealDayShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  query: "i32",
  /** Sellers of the keyword whose listing matches, and those who advertise. */
  sellers: "i32",
  advertisers: "i32",
  relevance: "i32",
  /** Index into `matches` of the sandbox. */
  match: "i32",
  performanceMilli: "i32",
  seoMilli: "i32",
  /** Place by score, the first is 1; 0 where it does not take part. Likewise of advertisers. */
  seoPlace: "i32",
  isInBySeo: "i32",
  adPlace: "i32",
  isInByAd: "i32",
  qualityMilli: "i32",
  bidTicks: "i32",
  chargeTicks: "i32",
  paidClicks: "i32",
  dealPriceMinor: "i32",
  influence: "f64",
  indexMilli: "i32",
  promotionBp: "i32",
  /** By crowd: units wanted, place among its choices, units sold, index into `fates`. */
  brandWanted: "i32",
  brandPlace: "i32",
  brandUnits: "i32",
  brandFate: "i32",
  /** Store that the crowd bought from first; -1 for none. Likewise of the others. */
  brandFirst: "i32",
  lowPriceWanted: "i32",
  lowPricePlace: "i32",
  lowPriceUnits: "i32",
  lowPriceFate: "i32",
  lowPriceFirst: "i32",
  compositeWanted: "i32",
  compositePlace: "i32",
  compositeUnits: "i32",
  compositeFate: "i32",
  compositeFirst: "i32",
  hesitantWanted: "i32",
  hesitantPlace: "i32",
  hesitantUnits: "i32",
  hesitantFate: "i32",
  hesitantFirst: "i32",
} as const;
