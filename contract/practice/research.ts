import { z } from "zod";
import {
  ExperimentField,
  ExperimentMeasure,
  ExperimentVerdict,
  hypothesisCharsMax,
} from "./experiment-wishes.ts";
import {
  CategoryId,
  ComparedBy,
  ForecastMeasure,
  PanelMotive,
  PanelQuestion,
  ResearchReport,
  rivalsWatchedMax,
  SegmentName,
} from "./research-wishes.ts";
import {
  Count,
  CurrencyCode,
  MarketCode,
  Minor,
  SeasonDay,
  Sku,
  StoreNumber,
  Text,
} from "./shapes.ts";
import { panelSampleMax } from "./typed-limits.ts";

/** A figure of a panel and what it may be wrong by: 95 of 100 such figures are within it. */
export const Estimate = z.strictObject({ value: z.int(), margin: z.int().min(0) });
export type Estimate = z.output<typeof Estimate>;

/** A report that the store bought, known by the number of the decision. */
export const BoughtReport = z.strictObject({
  number: z.int().min(0),
  /** The closed day that it is about. */
  day: SeasonDay,
  report: ResearchReport,
  market: MarketCode.nullable(),
  category: CategoryId,
});
export type BoughtReport = z.output<typeof BoughtReport>;

/** What everybody could see of one listing of a rival on a day. */
export const RivalListing = z.strictObject({
  store: StoreNumber,
  /** Empty while the steward hides names. */
  name: z.string().max(40),
  market: MarketCode,
  category: CategoryId,
  sku: Sku,
  product: Text,
  currency: CurrencyCode,
  /** What is asked for the goods, and what the buyer pays in all. */
  priceMinor: Minor,
  landedMinor: Minor,
  /** Median of what buyers pay in all in the category, and the rival's part of it. */
  referenceMinor: Minor,
  indexBp: Count,
  /** Change of the price since the day seen before; null where that was not seen. */
  changeMinor: Minor.nullable(),
  /** Best place of the day, null on no page, and the search where it had it. */
  place: z.int().min(1).nullable(),
  query: Text.nullable(),
  isSponsored: z.boolean(),
  ratingMilli: Count,
  reviews: Count,
});
export type RivalListing = z.output<typeof RivalListing>;

const PanelAnswer = z.strictObject({
  /** What matters most; null with other questions. */
  motive: PanelMotive.nullable(),
  /** The store that is named or preferred; null with other questions. */
  store: StoreNumber.nullable(),
  /** Its name; empty while the steward hides names, or without a store. */
  name: z.string().max(80),
  isOwn: z.boolean(),
  /** How many said so, and their part of all asked, basis points. */
  said: Count,
  share: Estimate,
});

/** A question that was put to a panel, with what it answered. */
export const AskedPanel = z.strictObject({
  /** Of the decision. */
  number: z.int().min(0),
  day: SeasonDay,
  question: PanelQuestion,
  market: MarketCode,
  currency: CurrencyCode,
  category: CategoryId,
  segment: SegmentName.nullable(),
  sample: Count.max(panelSampleMax),
  priceMinor: Minor.nullable(),
  by: ComparedBy.nullable(),
  /** Null until its day is closed; empty where there was nothing to answer about. */
  answers: z.array(PanelAnswer).max(10).nullable(),
});
export type AskedPanel = z.output<typeof AskedPanel>;

const Watchable = z.strictObject({
  store: StoreNumber,
  name: z.string().max(40),
  /** It sells in a category of the own products. */
  isNear: z.boolean(),
});

/** How a forecast, or the naive one beside it, came out. */
const Scored = z.strictObject({
  /** Its middle. */
  p50: z.int(),
  /** Its distance from what came, basis points of that; null for ranks. */
  errorBp: Count.nullable(),
  /** Pinball loss in the measure's unit; of a rank the ranked probability score, 0 to 1. */
  loss: z.number().min(0),
});

export const Forecast = z.strictObject({
  number: z.int().min(0),
  measure: ForecastMeasure,
  madeOn: SeasonDay,
  /** The day with whose close it is scored. */
  dueOn: SeasonDay,
  p10: z.int(),
  p50: z.int(),
  p90: z.int(),
  /** Null until its day is closed. */
  outcome: z
    .strictObject({
      actual: z.int(),
      /** What came lies from p10 to p90. */
      isWithin: z.boolean(),
      own: Scored,
      /** A forecast of last week; null on the first day, which has no week before it. */
      naive: Scored.nullable(),
    })
    .nullable(),
});
export type Forecast = z.output<typeof Forecast>;

const ForecastSummary = z.strictObject({
  measure: ForecastMeasure,
  scored: Count,
  within: Count,
  /** Means over the scored ones that have a naive one; null without any. */
  errorBp: Count.nullable(),
  naiveErrorBp: Count.nullable(),
  loss: z.number().min(0).nullable(),
  naiveLoss: z.number().min(0).nullable(),
});
export type ForecastSummary = z.output<typeof ForecastSummary>;

/** An experiment on a listing: what is shown is of like visits, never of sales. */
export const Experiment = z.strictObject({
  /** Of the decision that started it. */
  number: z.int().min(0),
  sku: Sku,
  name: Text,
  market: MarketCode,
  currency: CurrencyCode,
  field: ExperimentField,
  /** The arms' numbers; null of `content`. */
  a: z.int().nullable(),
  b: z.int().nullable(),
  shareBp: Count,
  from: SeasonDay,
  to: SeasonDay,
  measure: ExperimentMeasure,
  hypothesis: z.string().max(hypothesisCharsMax),
  state: z.enum(["running", "over", "closed"]),
  daysShown: Count,
  result: z
    .strictObject({
      visitsA: Count,
      visitsB: Count,
      /** Of a thousand visits: orders, clicks, or minor units of the market's currency. */
      a: z.number(),
      b: z.number(),
      difference: z.number(),
      /** Where the difference may really lie, in 19 experiments of 20. */
      low: z.number(),
      high: z.number(),
      couldBeChance: z.boolean(),
    })
    .nullable(),
  verdict: ExperimentVerdict.nullable(),
  reason: z.string().max(hypothesisCharsMax),
  /** Whether the verdict was right, by exact rates; null until the day of closing is closed. */
  isRight: z.boolean().nullable(),
});
export type Experiment = z.output<typeof Experiment>;

const Testable = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  currency: CurrencyCode,
  priceMinor: Minor,
  feeMinor: Minor,
  promiseDays: z.int(),
});

/** What a store knows beyond its own figures, what it may find out, and what that costs. */
export const ResearchView = z.strictObject({
  day: SeasonDay,
  currency: CurrencyCode,
  /** People in a panel, each market. */
  panelVisits: Count,
  reports: z.strictObject({
    keywordsMinor: Minor,
    demandMinor: Minor,
    /** Bought today: made when the day is closed. */
    ordered: z.array(BoughtReport).max(200),
    /** Newest first. */
    bought: z.array(BoughtReport).max(500),
    /** Categories of the own products. */
    own: z.array(CategoryId).max(64),
  }),
  panels: z.strictObject({
    /** A hundred people. */
    hundredMinor: Minor,
    /** How well stores are known can be asked where the season has it. */
    hasNames: z.boolean(),
    /** Newest first. */
    rows: z.array(AskedPanel).max(100),
  }),
  rivals: z.strictObject({
    /** A day and rival. */
    feeMinor: Minor,
    most: Count,
    /** Days after which a rival's day is seen. */
    lagDays: z.int().min(1),
    watched: z.array(StoreNumber).max(rivalsWatchedMax),
    stores: z.array(Watchable).max(6_000),
    /** The day that is seen; null while there is none. */
    seenOn: SeasonDay.nullable(),
    listings: z.array(RivalListing).max(5_000),
  }),
  experiments: z.strictObject({
    dayFeeMinor: Minor,
    daysMost: Count,
    /** Live listings of the store. */
    listings: z.array(Testable).max(6_400),
    /** Newest first. */
    rows: z.array(Experiment).max(100),
    /** Closed with a right verdict, and started. */
    right: Count,
    started: Count,
  }),
  forecasts: z.strictObject({
    /** The most days ahead that are still in the season; 0 when it is over. */
    daysMost: Count,
    /** What stands now: units of the last seven days, cash, place of the last close. */
    now: z.strictObject({
      weekUnits: Count.nullable(),
      cashMinor: Minor,
      rank: z.int().min(1).nullable(),
    }),
    /** Newest first. */
    rows: z.array(Forecast).max(200),
    summary: z.array(ForecastSummary).max(3),
  }),
});
export type ResearchView = z.output<typeof ResearchView>;

const Search = z.strictObject({
  /** As shoppers of the market type it, and what it means. */
  phrase: z.string().max(200),
  meaning: Text,
  visits: Estimate,
  impressions: Estimate,
  clicks: Estimate,
  orders: Estimate,
  /** Basis points; null where too little was seen to have a share. */
  clickRateBp: Estimate.nullable(),
  conversionBp: Estimate.nullable(),
  /** The best match of an own live listing, 0 to 255; null without one. */
  relevance: z.int().min(0).max(255).nullable(),
});

const SegmentDemand = z.strictObject({
  market: MarketCode,
  currency: CurrencyCode,
  segment: z.string().max(40),
  visits: Estimate,
  orders: Estimate,
  conversionBp: Estimate.nullable(),
  /** Mean of what buyers paid in all; null where nobody of the panel bought. */
  paidMinor: Estimate.nullable(),
});

/** One bought report, line by line. */
export const ResearchReportView = BoughtReport.extend({
  panelVisits: Count,
  /** Of a keyword table. */
  searches: z.array(Search).max(8),
  /** Of a demand report. */
  segments: z.array(SegmentDemand).max(512),
});
export type ResearchReportView = z.output<typeof ResearchReportView>;
