/** What the deal of one keyword knows of a seller, and what it says of each. */

/** The crowds in the order in which they are served (practice.md 9). */
export const crowds = ["brand", "lowPrice", "composite", "hesitant"] as const;
export type Crowd = (typeof crowds)[number];
export const crowdCount = crowds.length;

/** How a listing's words match a search. */
export const matches = ["none", "partial", "high", "exact"] as const;
export type Match = (typeof matches)[number];

/** One listing in the deal of one keyword. Scores are thousandths of points, whole numbers. */
export type Seller = {
  /** Place in the order of submission: who was earlier wins a tie. No two sellers share one. */
  readonly submitted: number;
  /** SEO score; 0 where the listing does not match the keyword at all. */
  readonly seoMilli: number;
  /** Highest bid on the keyword, ticks; 0 for none. */
  readonly bidTicks: number;
  /** Quality of the advertisement. */
  readonly qualityMilli: number;
  /** Campaign of the bid, -1 for none; listings of one campaign share what it may still spend. */
  readonly campaign: number;
  /** What the campaign may still spend, ticks. */
  readonly budgetTicks: number;
  /** Fixed price and freight, minor units of the market's currency. */
  readonly dealPriceMinor: number;
  readonly isBrandShop: boolean;
  /** Reputation of the store, points; the brand crowd wants none below 0. */
  readonly reputation: number;
  readonly promiseDays: number;
  /** Media influence in the market; 0 is no promotion. */
  readonly influence: number;
  readonly indexMilli: number;
  /** Depth of a promotion that runs, basis points; 0 for none. */
  readonly promotionBp: number;
  /** Units in the pool that the listing sells from. */
  readonly stock: number;
};

/** Why a seller got no more of a crowd. Numbers are stored: never renumber. */
export const fates = [
  /** It is served: took all that was left for it to take. */
  "served",
  /** In neither cut. */
  "notIn",
  /** The crowd does not buy from such an offer. */
  "notWanted",
  /** Those before it took what the crowd wanted. */
  "taken",
  /** It ran out of units. */
  "stock",
  /** It came in by an advertisement, and the budget pays no further click. */
  "budget",
  /** The crowd wanted nothing. */
  "noDemand",
  /** Price and freight are above the market price and its band: it takes no part. */
  "tooDear",
  /** It has nothing to sell from: it takes no part. */
  "noStock",
] as const;
export type Fate = (typeof fates)[number];

/** What a crowd's demand came to at one seller. */
export type CrowdLine = {
  /** Place among the offers that the crowd buys from, the first is 1; 0 for none. */
  readonly place: number;
  readonly units: number;
  readonly fate: Fate;
};

export type SellerLine = {
  /** Place by SEO score and by bid × quality, the first is 1; 0 where it does not take part. */
  readonly seoPlace: number;
  readonly adPlace: number;
  readonly isInBySeo: boolean;
  readonly isInByAd: boolean;
  /** Price of a click, ticks; 0 without a bid. */
  readonly chargeTicks: number;
  readonly units: number;
  /** Clicks that the campaign pays, orders among them. */
  readonly paidClicks: number;
  readonly freeClicks: number;
  readonly crowds: readonly CrowdLine[];
};

/** Earlier submission first: the last word of every order here. */
export const earlier = (a: Seller, b: Seller) => a.submitted - b.submitted;
