/**
 * The kinds of promotions (market.md E20). Numbers are stored: append, never renumber. A price cut,
 * the plain lower price for some days, is a column of its listing, because the preparation of every
 * listing reads it; the others are rows of a table.
 */
export const promotionKinds = [
  "price-cut",
  "flash-sale",
  "coupon",
  "multi-piece",
  "nth-piece",
  "full-reduction",
  "free-shipping",
  "group-buy",
  "bundle",
] as const;

export type PromotionKind = (typeof promotionKinds)[number];

/** Place of bundles among them. */
export const bundle = promotionKinds.indexOf("bundle");
/** Listings of a bundle. */
export const bundleSizes = { least: 2, most: 5 } as const;

/**
 * The one order in which two of them act: what changes the price of a piece first, then what looks
 * at the pieces of an order, then at its sum, at last at its fee. A bundle looks at a piece as the
 * first group leaves it; the others are for who does not take the set.
 */
export const actingOrder: readonly PromotionKind[] = [
  "price-cut",
  "flash-sale",
  "group-buy",
  "coupon",
  "multi-piece",
  "nth-piece",
  "full-reduction",
  "free-shipping",
  "bundle",
];

/** What a promotion of a kind is made of; what a kind does not look at is 0. */
export type PromotionTerms = {
  readonly kind: PromotionKind;
  /** Of the price, basis points; of one piece in `pieces` for the n-th piece. */
  readonly depthBp: number;
  /** Bit t is set where it runs in slice t of the day; a flash sale's alone. */
  readonly slices: number;
  /** From how many pieces of an order on; every so many; units of a group's day; listings. */
  readonly pieces: number;
  /** What an order's goods must come to, and what is taken off then, the market's minor units. */
  readonly overMinor: number;
  readonly offMinor: number;
};

export const usesPieces = (kind: PromotionKind) => kind === "multi-piece" || kind === "nth-piece";

/** Promotions that run on a listing at once. */
export const atOnceMax = 2;
