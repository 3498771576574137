import { z } from "zod";
import { Id, Instant } from "../platform/shapes.ts";
import {
  CurrencyCode,
  MarketCode,
  Minor,
  Rate,
  Saying,
  SeasonDay,
  Sku,
  StoreNumber,
  Ticks,
} from "./shapes.ts";
import { afterSalesWishes } from "./after-sales-wishes.ts";
import { experimentWishes } from "./experiment-wishes.ts";
import { researchWishes } from "./research-wishes.ts";
import { companyWishes, statementWishes } from "./company-wishes.ts";
import { purchaseWay, sourcingWishes } from "./sourcing-wishes.ts";
import { offSiteWishes } from "./off-site-wishes.ts";
import { PromotionPreview, promotionWishes } from "./promotions.ts";
import { roomWishes } from "./rooms.ts";
import { acceptOffer } from "./integrity-record.ts";
import { termsWishes } from "./terms.ts";
import { financeMinorMax } from "./typed-limits.ts";
import { returnedPrefix } from "./returned-drafts.ts";

/** Limits that bind every decision; a test of the server holds them equal to the kernel's. */
export const titleCharsMax = 150;
export const keywordsMax = 20;
export const textCharsMax = 2_000;
export const attributesMax = 40;
/** A listing as it is carried, so that an entry of the log stays below 16 KiB. */
export const listingBytesMax = 15_000;
export const noteCharsMax = 2_000;
export const draftCharsMax = 16_384;
export const priceMinorMax = 100_000_000;
export const forwardDaysMax = 90;
export const loanPeriodsMax = 12;

const Attributes = z
  .record(z.string().max(40), z.string().max(120))
  .refine((attributes) => Object.keys(attributes).length <= attributesMax);

export const ListingText = z
  .strictObject({
    title: z.string().max(titleCharsMax),
    keywords: z.array(z.string().min(1).max(60)).max(keywordsMax),
    text: z.string().max(textCharsMax),
    attributes: Attributes,
    photoLevel: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  })
  .refine((listing) => bytesOf(listing) <= listingBytesMax);
export type ListingText = z.output<typeof ListingText>;

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

const atListing = { sku: Sku, market: MarketCode };
const PriceMinor = z.int().min(0).max(priceMinorMax);
const Campaign = z.int().min(0).max(49);
const CampaignName = z.string().trim().min(1).max(40);
const Match = z.enum(["exact", "phrase", "broad", "auto"]);
const Keyword = z.string().max(80);
const FinanceMinor = z.int().min(1).max(financeMinorMax);
const Units = z.int().min(1).max(100_000);

/**
 * What a person asks for. The server adds what acceptance fills in (scores of the text, the
 * campaign's number, the searches a keyword matches) and writes the result into the log.
 */
export const DecisionWish = z.discriminatedUnion("kind", [
  ...afterSalesWishes,
  ...researchWishes,
  ...experimentWishes(ListingText),
  ...sourcingWishes,
  ...companyWishes,
  ...statementWishes,
  ...offSiteWishes,
  ...promotionWishes,
  ...roomWishes,
  acceptOffer,
  ...termsWishes,
  z.strictObject({ kind: z.literal("select-product"), sku: Sku }),
  z.strictObject({ kind: z.literal("drop-product"), sku: Sku }),
  z.strictObject({
    kind: z.literal("publish-listing"),
    ...atListing,
    listing: ListingText,
    priceMinor: PriceMinor,
  }),
  z.strictObject({ kind: z.literal("edit-listing"), ...atListing, listing: ListingText }),
  z.strictObject({ kind: z.literal("withdraw-listing"), ...atListing }),
  z.strictObject({ kind: z.literal("relist-listing"), ...atListing }),
  z.strictObject({
    kind: z.literal("set-price"),
    ...atListing,
    priceMinor: PriceMinor,
    /** Shown crossed out beside it; 0 takes it down, left out it stays. */
    listPriceMinor: PriceMinor.optional(),
  }),
  z.strictObject({
    kind: z.literal("set-shipping"),
    ...atListing,
    service: z.string().max(80),
    feeMinor: PriceMinor,
    promiseDays: z.int().min(1).max(120),
  }),
  z.strictObject({
    kind: z.literal("open-campaign"),
    name: CampaignName,
    dailyBudgetTicks: Ticks,
    markets: z.array(MarketCode).min(1).max(32),
  }),
  z.strictObject({
    kind: z.literal("edit-campaign"),
    campaign: Campaign,
    name: CampaignName,
    dailyBudgetTicks: Ticks,
    markets: z.array(MarketCode).min(1).max(32),
  }),
  z.strictObject({ kind: z.literal("stop-campaign"), campaign: Campaign }),
  z.strictObject({ kind: z.literal("resume-campaign"), campaign: Campaign }),
  z.strictObject({
    kind: z.literal("set-bid"),
    campaign: Campaign,
    sku: Sku,
    keyword: Keyword,
    match: Match,
    bidTicks: Ticks,
  }),
  z.strictObject({
    kind: z.literal("bid-on-name"),
    campaign: Campaign,
    sku: Sku,
    /** The store whose name is searched, the own one or another's. */
    store: StoreNumber,
    /** 0 takes the bid back. */
    bidTicks: Ticks,
  }),
  z.strictObject({
    kind: z.literal("set-negative"),
    campaign: Campaign,
    keyword: Keyword.min(1),
    isOn: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("place-purchase"),
    sku: Sku,
    units: Units,
    ...purchaseWay,
  }),
  z.strictObject({
    kind: z.literal("set-reorder-rule"),
    sku: Sku,
    pointUnits: z.int().min(0).max(100_000),
    upToUnits: z.int().min(0).max(100_000),
    ...purchaseWay,
  }),
  z.strictObject({
    kind: z.literal("convert-currency"),
    from: CurrencyCode,
    to: CurrencyCode,
    amountMinor: FinanceMinor,
  }),
  z.strictObject({
    kind: z.literal("set-payout-conversion"),
    isAtOnce: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("hedge-currency"),
    from: CurrencyCode,
    to: CurrencyCode,
    amountMinor: FinanceMinor,
    days: z.int().min(1).max(forwardDaysMax),
  }),
  z.strictObject({ kind: z.literal("raise-equity"), amountMinor: FinanceMinor }),
  z.strictObject({ kind: z.literal("pay-dividend"), amountMinor: FinanceMinor }),
  z.strictObject({
    kind: z.literal("take-loan"),
    term: z.enum(["short", "long"]),
    amountMinor: FinanceMinor,
    periods: z.int().min(1).max(loanPeriodsMax),
  }),
  z.strictObject({
    kind: z.literal("repay-loan"),
    loan: z.int().min(0),
    amountMinor: FinanceMinor,
  }),
  z.strictObject({
    kind: z.literal("factor-receivable"),
    market: MarketCode,
    amountMinor: FinanceMinor,
  }),
  z.strictObject({
    kind: z.literal("move-stock"),
    sku: Sku,
    market: MarketCode,
    mode: z.enum(["air", "sea"]),
    units: Units,
  }),
]);
export type DecisionWish = z.output<typeof DecisionWish>;

/** What a listing earns on one unit at this price, with every part that leads there. */
export const UnitEconomics = z.strictObject({
  currency: z.string().max(3),
  /** All in minor units of the market's currency. */
  priceMinor: Minor,
  feeMinor: Minor,
  taxAtSaleMinor: Minor,
  dueAtDoorMinor: Minor,
  /** What the buyer ends up paying. */
  landedMinor: Minor,
  commissionMinor: Minor,
  goodsMinor: Minor,
  shippingMinor: Minor,
  sellerDutyMinor: Minor,
  marginMinor: Minor,
  marginBp: z.int(),
  /** What a click may cost at most before an average sale earns nothing, ticks. */
  breakEvenBidTicks: z.int().min(0),
  /** The lowest certainty of the rules that were used. */
  certainty: z.enum(["certain", "probable", "believed", "scenario"]),
  /** The worst of the duty tables that were used; null when none was. */
  rateSource: z.enum(["official", "enterprise", "teaching"]).nullable(),
});
export type UnitEconomics = z.output<typeof UnitEconomics>;

export const ListingScores = z.strictObject({
  contentMilli: z.int(),
  claimMilli: z.int(),
  relevance: z.array(z.int().min(0).max(255)).max(8),
  /** Parts of the content score, 0..1,000 each. */
  parts: z.strictObject({ photo: z.int(), title: z.int(), language: z.int(), attributes: z.int() }),
  /** What would make it better, the most useful first. */
  hints: z.array(Saying).max(20),
});
export type ListingScores = z.output<typeof ListingScores>;

/** How well a text does what it is for, and what it is expected to bring at what is spent. */
export const CreativeView = z.strictObject({
  fitMilli: z.int().min(0).max(1_000),
  /** What would make it better. */
  hints: z.array(Saying).max(10),
});
export type CreativeView = z.output<typeof CreativeView>;

/** Expected views of a day, and between which numbers visits will be nineteen times of twenty. */
export const Reach = z.strictObject({ views: Rate, visitsLeast: Rate, visitsMost: Rate });
export type Reach = z.output<typeof Reach>;

/** What a wish would do, without doing it. */
export const Projection = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("accepted"),
    /** Cash that moves at once, minor units of the books; negative is paid. */
    cashMinor: Minor,
    warnings: z.array(Saying).max(10),
    /** Of a wish about money: what it brings and what that costs, in one currency. */
    deal: z.strictObject({ currency: CurrencyCode, getsMinor: Minor, costMinor: Minor }).nullable(),
    /**
     * Of a purchase, and of a bid that wins all: the cost and what of it is paid at once, minor
     * units of the books, and in how many days it comes.
     */
    purchase: z
      .strictObject({ costMinor: Minor, depositMinor: Minor, leadDays: z.int().min(0) })
      .nullable(),
    economics: UnitEconomics.nullable(),
    promotion: PromotionPreview.nullable(),
    scores: ListingScores.nullable(),
    /** Of a wish with words for people off the market. */
    creative: CreativeView.nullable(),
    /** Of a mailing's second letter. */
    secondCreative: CreativeView.nullable(),
    /** Of a wish that shows something to people. */
    reach: Reach.nullable(),
  }),
  z.strictObject({ kind: z.literal("refused"), refusal: Saying }),
]);
export type Projection = z.output<typeof Projection>;

export const CheckRequest = z.strictObject({ wishes: z.array(DecisionWish).min(1).max(50) });

/** A draft's name; a store has no more of them in one request than wishes. */
export const DraftKey = z.string().min(1).max(160);
export const DraftKeys = z.array(DraftKey).min(1).max(200);

/** Wishes handed in together: all are accepted or, if one is refused, none. */
export const DecideRequest = z.strictObject({
  /** Made by the client; the same key gives the same answer. */
  key: Id,
  /** The day it is meant for; a closed one is refused. */
  day: SeasonDay,
  wishes: z.array(DecisionWish).min(1).max(200),
  note: z.string().max(noteCharsMax).optional(),
  /** Drafts that these wishes were made from; they go when the wishes are accepted. */
  drafts: DraftKeys.optional(),
});
export type DecideRequest = z.output<typeof DecideRequest>;

export const DecideAnswer = z.strictObject({
  day: SeasonDay,
  acceptedAt: Instant,
  numbers: z.array(z.int().min(0)).max(200),
  warnings: z.array(Saying).max(200),
});
export type DecideAnswer = z.output<typeof DecideAnswer>;

/** What a person typed and has not handed in, kept by field. */
export const Draft = z.strictObject({
  /** What it is about, e.g. `listing/<sku>/<market>`. */
  key: DraftKey,
  /** JSON as the screen wrote it. */
  value: z.string().max(draftCharsMax),
  savedAt: Instant,
  author: z.string().max(80),
});
export type Draft = z.output<typeof Draft>;

export const SaveDraftRequest = z.strictObject({
  key: DraftKey.refine((key) => !key.startsWith(returnedPrefix)),
  value: z.string().max(draftCharsMax),
  /**
   * JSON of the decisions that the screen would hand in for it; left out where it stands for none.
   * They count where a season applies drafts at its closes.
   */
  wishes: z.string().max(draftCharsMax).optional(),
});

/** Numbers of a store's decisions in an address, e.g. `31,32`. */
export const DecisionNumbers = z.codec(
  z.string().regex(/^\d{1,6}(,\d{1,6}){0,199}$/),
  z.array(z.int().min(0)).min(1).max(200),
  {
    decode: (text) => text.split(",").map(Number),
    encode: (numbers) => numbers.join(","),
  },
);

/** One line of the decision log as a person reads it. */
export const LoggedDecision = z.strictObject({
  number: z.int().min(0),
  day: SeasonDay,
  at: Instant,
  author: z.string().max(80),
  /** -1 is the steward. */
  store: z.int().min(-1),
  storeName: z.string().max(80),
  kind: z.string().max(40),
  /** What was decided, as facts for its sentence; texts are shortened. */
  facts: z.record(z.string().max(40), z.union([z.string().max(2_000), z.number(), z.boolean()])),
  note: z.string().max(noteCharsMax),
  /** Set when a rewind withdrew the day. */
  isSuperseded: z.boolean(),
  /** By the season's rule: a draft that a close handed in for its author, or that a bot begins. */
  isByClose: z.boolean(),
});
export type LoggedDecision = z.output<typeof LoggedDecision>;
