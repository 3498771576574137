import { z } from "zod";
import {
  CaseNumber,
  DisputeAnswer,
  Disposition,
  StandingDispute,
  StandingReturn,
} from "./after-sales-wishes.ts";
import { Count, CurrencyCode, MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

/** Why a case was opened; the first word is its kind. */
export const CaseReason = z.enum([
  "return-mind",
  "return-described",
  "return-defective",
  "return-late",
  "dispute-lost",
  "dispute-late",
  "dispute-quality",
  "chargeback",
]);
export type CaseReason = z.output<typeof CaseReason>;

/** What happened to units of a case. */
export const CaseEvent = z.enum([
  "opened",
  "resold",
  "sent-home",
  "scrapped",
  "left",
  "refunded",
  "replaced",
  "won",
  "lost",
  "unanswered",
  "charged-back",
]);
export type CaseEvent = z.output<typeof CaseEvent>;

const Share = z.int().min(0).max(10_000);

/** One answer that may be given, and what it costs. */
const Choice = <T extends z.ZodType>(answer: T) =>
  z.strictObject({
    answer,
    /** What goes back to the buyer, minor units of the market's currency, without tax. */
    backMinor: Minor,
    /** Freight, fees and goods given for nothing, minor units of the books. */
    costMinor: Minor,
    /** Goods at cost that can be sold again, on average, minor units of the books. */
    savedMinor: Minor,
    /** How often the platform sides with the store, basis points; null where nobody rules. */
    winBp: Share.nullable(),
    isPossible: z.boolean(),
  });

const openCase = {
  case: CaseNumber,
  reason: CaseReason,
  sku: Sku,
  name: Text,
  market: MarketCode,
  units: Count,
  currency: CurrencyCode,
  orderedOn: SeasonDay,
  endedOn: SeasonDay,
  openedOn: SeasonDay,
  /** The last day on which it can be answered. */
  dueOn: z.int().min(0).max(460),
};

export const OpenReturn = z.strictObject({
  ...openCase,
  /** What was decided today and acts when the day closes. */
  answer: Disposition.nullable(),
  choices: z.array(Choice(Disposition)).max(4),
});

export const OpenDispute = z.strictObject({
  ...openCase,
  answer: DisputeAnswer.nullable(),
  choices: z.array(Choice(DisputeAnswer)).max(3),
});
export type OpenReturn = z.output<typeof OpenReturn>;
export type OpenDispute = z.output<typeof OpenDispute>;

export const Sanction = z.enum(["none", "warned", "ranked-lower", "suspended"]);

export const AfterSalesView = z.strictObject({
  returns: z.array(OpenReturn).max(500),
  disputes: z.array(OpenDispute).max(500),
  /** Units of the last 30 closed days by reason, and of those delivered. */
  byReason: z.array(z.strictObject({ reason: CaseReason, units: Count })).max(8),
  delivered: Count,
  /** What happened lately, newest first. */
  events: z
    .array(
      z.strictObject({
        day: SeasonDay,
        sku: Sku,
        name: Text,
        market: MarketCode,
        reason: CaseReason,
        event: CaseEvent,
        units: Count,
        backMinor: Minor,
        currency: CurrencyCode,
      }),
    )
    .max(200),
  questions: z.strictObject({
    /** Of the last closed day. */
    asked: Count,
    answered: Count,
    late: Count,
    lapsed: Count,
    waiting: Count,
    /** Asked and answered in time by day, oldest first. */
    askedSeries: z.array(Count).max(30),
    answeredSeries: z.array(Count).max(30),
    /** What people and staff can answer a day. */
    capacity: Count,
  }),
  policy: z.strictObject({
    disputes: StandingDispute,
    returns: StandingReturn,
    handAnswers: Count,
    handAnswersMax: Count,
    /** Whether returned goods can be sold again in one of the store's markets. */
    hasWarehouses: z.boolean(),
  }),
  staff: z.strictObject({
    heads: Count,
    leaving: Count,
    leavesOn: z.int().min(0).max(460).nullable(),
    perHead: Count,
    noticeDays: Count,
    /** A head and month, minor units of the books. */
    wageMonthMinor: Minor,
    cashMinor: Minor,
  }),
  health: z.strictObject({
    healthBp: Share,
    /** What the platform gives stores of each tier, the best first; one of them is the store's. */
    tiers: z
      .array(
        z.strictObject({
          id: z.string().max(8),
          isOwn: z.boolean(),
          /** Health from which on a store is in it. */
          healthMinBp: Share,
          /** Added to the category's commission; negative is a discount. */
          commissionBp: z.int(),
          /** Days after delivery until the money is paid out. */
          payoutDays: Count,
          rankBonusMilli: z.int(),
        }),
      )
      .max(16),
    /** Units at the usual rate of disputes that a store is given before its own. */
    priorUnits: Count,
    /** Parts with their marks and their weights in this season; the weights sum to 10,000. */
    parts: z
      .array(
        z.strictObject({
          part: z.enum(["onTime", "disputes", "answered", "tracking"]),
          markBp: Share,
          weightBp: Share,
        }),
      )
      .max(4),
    disputeRateBp: Count,
    /** 30-day average of +1 in time, 0 late, -1 never. */
    answeredBp: z.int().min(-10_000).max(10_000),
  }),
  markets: z
    .array(
      z.strictObject({
        market: MarketCode,
        ended: Count,
        disputesBp: Count,
        chargebacksBp: Count,
        sanction: Sanction,
        since: SeasonDay.nullable(),
        /** What comes next and on which day, if the figures stay as they are. */
        next: z.strictObject({ sanction: Sanction, on: z.int().min(0).max(500) }).nullable(),
      }),
    )
    .max(32),
  limits: z.strictObject({ disputesBp: Count, chargebacksBp: Count }),
});
export type AfterSalesView = z.output<typeof AfterSalesView>;

/** What a buyer did after an order's parcel met its end, as far as it is known. */
export const OrderClaim = z.strictObject({
  reason: CaseReason,
  units: Count,
  openedOn: SeasonDay,
  /** How it ended; null while it is open. */
  event: CaseEvent.nullable(),
  day: SeasonDay.nullable(),
});
export type OrderClaim = z.output<typeof OrderClaim>;
