/**
 * What a store's practice shows of its people: events with measures, named as the competency
 * framework names them. They follow from the log and the closed days, so a rewind or a replay gives
 * the same, and a withdrawn day shows nothing.
 */
import type { StoreEvidence } from "../checklist/evidence.ts";

/** One event. Measures are in the framework's units: shares 0 to 1, percent, places, stars. */
export type Trace = {
  readonly event: TraceEvent;
  readonly measure: string;
  readonly value: number;
  /** How many happenings of one kind it stands for: parcels of a week are many. */
  readonly count: number;
  /** The closed day that showed it. */
  readonly day: number;
  /** Numbers of the decisions that it shows something of; none where a store as a whole does. */
  readonly decisions: readonly number[];
  readonly sku: string | null;
  readonly market: string | null;
};

/** What the market shows, by the event: every measure is one of the framework's. */
export const traceMeasures = {
  "store.opened": ["checklist"],
  "listing.published": ["completeness"],
  "listing.optimized": ["copyScore", "rankGain"],
  "listing.localized": ["qualityScore"],
  "price.changed": ["contributionMarginGain"],
  "inventory.reviewed": ["stockoutDaysPct", "ageOver90Pct"],
  "negotiation.closed": ["surplusShare"],
  "order.shipped": ["onTime"],
  "store.reviewed": ["healthScore", "profitableMarkets"],
  "promotion.run": ["incrementalProfit"],
  "campaign.reviewed": ["acosUnderTarget"],
  "experiment.closed": ["decisionCorrect", "conversionLift"],
  "content.posted": ["engagementRate"],
  "partner.settled": ["costPerOrderVsTarget"],
  "forecast.submitted": ["mapeVsNaive"],
  "audit.passed": ["violations"],
  "review.managed": ["ratingChange"],
  "dispute.resolved": ["wonOrSettled"],
  "ledger.closed": ["minCashDays"],
  "hedge.settled": ["varianceReductionPct"],
} as const;
export type TraceEvent = keyof typeof traceMeasures;

/** What a season shows: what the market does, and the marks of team-mates. */
export const practiceMeasures = {
  ...traceMeasures,
  "peer.reviewed": ["meanScore"],
} as const;
export type PracticeEvent = keyof typeof practiceMeasures;

/** Whether a season can show a measure of an event; the rest waits for people and other desks. */
export const isShownByPractice = (event: string, measure: string): boolean =>
  (practiceMeasures as Readonly<Record<string, readonly string[]>>)[event]?.includes(measure) ??
  false;

/** Days after which a store is looked at as a whole. */
export const weekDays = 7;
/** Stock is old that has lain for more days than that. */
export const agedDays = 90;

export type HealthDay = { readonly day: number; readonly healthBp: number };

/** Units that reached their buyers on a day, and how many of them when it was promised. */
export type ArrivalDay = { readonly day: number; readonly units: number; readonly onTime: number };

/** Where a listing stood among others, 1 the first; only of a day on which it was seen. */
export type PlaceDay = {
  readonly day: number;
  readonly offer: number;
  readonly market: number;
  readonly placeMilli: number;
};

/** What a campaign spent on one product and sold by it; minor units of the books. */
export type CampaignDay = {
  readonly day: number;
  readonly campaign: number;
  readonly offer: number;
  readonly clicks: number;
  readonly costMinor: number;
  readonly revenueMinor: number;
};

/** Expected profit of a listing with its promotions and without, minor units of the books. */
export type PromotionDay = {
  readonly day: number;
  readonly offer: number;
  readonly market: number;
  /** Bit of each kind that was at work, by its place in `promotionKinds`. */
  readonly kinds: number;
  readonly profitMinor: number;
  readonly usualProfitMinor: number;
};

/** What the two arms of an experiment were shown to and brought. */
export type ArmDay = {
  readonly day: number;
  readonly number: number;
  readonly visitsA: number;
  readonly ordersA: number;
  readonly visitsB: number;
  readonly ordersB: number;
};

/** What a channel off the market showed and brought; `source` is one of `salesSources`. */
export type ChannelDay = {
  readonly day: number;
  readonly market: number;
  readonly source: number;
  readonly views: number;
  readonly visits: number;
  readonly orders: number;
  readonly costMinor: number;
};

/** A price that was changed, and the day's contribution as expected at it and at the one before. */
export type PriceDay = {
  readonly day: number;
  readonly offer: number;
  readonly market: number;
  /** Of the decision. */
  readonly number: number;
  readonly profitMinor: number;
  readonly usualProfitMinor: number;
};

/** A pool of stock at the end of a week, of days that can be old at all. */
export type AgedDay = {
  readonly day: number;
  readonly onHand: number;
  /** Units that came in within the last `agedDays` and today. */
  readonly recentUnits: number;
  /** The first day on which there was the pool. */
  readonly sinceDay: number;
  readonly costMinor: number;
};

/** What a supplier answered to something that was asked of it: `ask` is one of `asks`. */
export type TalkDay = {
  readonly day: number;
  readonly offer: number;
  readonly supplier: number;
  readonly ask: number;
  readonly chanceMilli: number;
};

/** Money of one currency on a day, those of a bot too: what a store has is the sum of them all. */
export type MoneyDay = {
  readonly day: number;
  /** Index into the season's currencies. */
  readonly currency: number;
  /** What cash and money with the platform grew by, minor units of the currency. */
  readonly netMinor: number;
  /** Cash that was paid out, exchanges apart; minor units of the books. */
  readonly paidMinor: number;
};

/** What traces are read from: what a checklist reads, and the rest of the day's tables. */
export type TracedStore = StoreEvidence & {
  readonly health: readonly HealthDay[];
  readonly arrivals: readonly ArrivalDay[];
  readonly places: readonly PlaceDay[];
  readonly campaigns: readonly CampaignDay[];
  readonly promotions: readonly PromotionDay[];
  readonly arms: readonly ArmDay[];
  readonly channels: readonly ChannelDay[];
  readonly prices: readonly PriceDay[];
  readonly aged: readonly AgedDay[];
  readonly talks: readonly TalkDay[];
  readonly money: readonly MoneyDay[];
};
