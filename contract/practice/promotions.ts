import { z } from "zod";
import { Count, CurrencyCode, MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

/** Limits that a test of the server holds equal to the kernel's. */
export const discountBpMax = 9_000;
export const promotionPiecesMax = 10;
export const groupUnitsMax = 10_000;
export const promotionUnitsMax = 100_000;
export const bundleSizes = { least: 2, most: 5 };
/** A wish may name more products than a bundle can have: then it is told how many it may. */
const othersMax = 50;

export const PromotionKind = z.enum([
  "price-cut",
  "flash-sale",
  "coupon",
  "multi-piece",
  "nth-piece",
  "full-reduction",
  "free-shipping",
  "group-buy",
  "bundle",
]);
export type PromotionKind = z.output<typeof PromotionKind>;

const atListing = { sku: Sku, market: MarketCode };
const PriceMinor = z.int().min(0).max(100_000_000);
const Slice = z.int().min(0).max(3);

/** What a store may decide about promotions. */
export const promotionWishes = [
  z.strictObject({
    kind: z.literal("run-promotion"),
    ...atListing,
    /** Left out it is a price cut. */
    promotion: PromotionKind.optional(),
    /** Of a full reduction and of free shipping 0. */
    depthBp: z.int().min(0).max(discountBpMax),
    from: SeasonDay,
    to: SeasonDay,
    /** Quarters of the day in which a flash sale runs. */
    slices: z.array(Slice).max(4).optional(),
    /** Pieces of an order, at most 10; of a group the units that a day must bring. */
    pieces: z.int().min(2).max(groupUnitsMax).optional(),
    /** Minor units of the market's currency. */
    overMinor: PriceMinor.optional(),
    offMinor: PriceMinor.optional(),
    /** The other products of a bundle, one to four, on sale in the same market. */
    others: z.array(Sku).max(othersMax).optional(),
    /** The most units it may sell, of a bundle sets; left out for any number. */
    capUnits: z.int().min(0).max(promotionUnitsMax).optional(),
  }),
  /** A bundle ends at any of its products, for all of them. */
  z.strictObject({ kind: z.literal("end-promotion"), ...atListing, promotion: PromotionKind }),
] as const;

/** A promotion as it was decided; what its kind does not look at is 0. */
export const PromotionTerms = z.strictObject({
  kind: PromotionKind,
  from: SeasonDay,
  to: SeasonDay,
  depthBp: Count,
  slices: z.array(Slice).max(4),
  pieces: Count,
  overMinor: Minor,
  offMinor: Minor,
  /** 0 for any number of units. */
  capUnits: Count,
  /** The other products of a bundle. */
  others: z.array(Sku).max(bundleSizes.most - 1),
});
export type PromotionTerms = z.output<typeof PromotionTerms>;

/** What an order of so many pieces pays with the promotion and without, and what is left of it. */
export const PromotionPieces = z.strictObject({
  pieces: Count,
  /** Of the whole order, price and fee; minor units of the market's currency. */
  paidMinor: Minor,
  fullMinor: Minor,
  /** Of one unit. */
  marginMinor: Minor.nullable(),
  fullMarginMinor: Minor.nullable(),
});

/** A product of a bundle: what a piece pays alone and in a set, and what a unit of it leaves. */
export const BundledProduct = z.strictObject({
  sku: Sku,
  name: Text,
  /** Price and fee, minor units of the market's currency. */
  aloneMinor: Minor,
  inSetMinor: Minor,
  /** Of one unit in the same currency; null where no service takes it there. */
  aloneMarginMinor: Minor.nullable(),
  inSetMarginMinor: Minor.nullable(),
  /** Share of its buyers who are expected to take the others too. */
  takeBp: Count,
});

/** What a promotion that is wished for would make of its listing. */
export const PromotionPreview = z.strictObject({
  currency: CurrencyCode,
  pieces: z.array(PromotionPieces).max(6),
  /** Share of buyers to whom these prices apply: of a coupon those who clip it. */
  shareBp: Count,
  /** Mean pieces an order, thousandths. */
  piecesMilli: Count,
  fullPiecesMilli: Count,
  /** Of a bundle its products, the one it is wished for first; else none. */
  bundle: z.array(BundledProduct).max(bundleSizes.most),
});
export type PromotionPreview = z.output<typeof PromotionPreview>;

/** A promotion of the store and what it brought so far. */
export const PromotionRow = PromotionTerms.extend({
  /** Number of the decision. */
  number: Count,
  sku: Sku,
  name: Text,
  market: MarketCode,
  state: z.enum(["coming", "running", "ended"]),
  /** Last day on which it ran or may run: earlier than `to` where it was ended or sold out. */
  lastDay: SeasonDay,
  currency: CurrencyCode,
  /** Sold while it was at work; what two at once did is told of both. */
  orders: Count,
  units: Count,
  revenueMinor: Minor,
  offMinorInAll: Minor,
  /** Expected beyond what would have sold without, thousandths; profit in the books' currency. */
  moreUnitsMilli: z.int(),
  moreProfitMinor: Minor,
  isShared: z.boolean(),
});
export type PromotionRow = z.output<typeof PromotionRow>;

export const PromotionsView = z.strictObject({
  booksCurrency: CurrencyCode,
  /** Whether the season has others than price cuts. */
  isOn: z.boolean(),
  promotions: z.array(PromotionRow).max(2_000),
});
export type PromotionsView = z.output<typeof PromotionsView>;
