import { z } from "zod";
import { Minor } from "./shapes.ts";
import {
  priceIndexBpRange,
  ratingMilliRange,
  statementCharsMax,
  trainingHoursMax,
  trainingTopicCharsMax,
} from "./typed-limits.ts";

/** The best level of a store's people, and heads of a role at most. */
export const levelMax = 5;
export const headsMax = 50;

export const Role = z.enum(["service", "operations"]);
export const CityId = z.string().min(1).max(40);

export const strategyPeriods = 3;

/** What a store means to reach in a third of the season. */
export const StrategyTarget = z.strictObject({
  /** Over the period, minor units of the books. */
  revenueMinor: Minor.min(0),
  profitMinor: Minor,
  /** At its end, thousandths of a star. */
  ratingMilli: z.int().min(ratingMilliRange.least).max(ratingMilliRange.most),
  /** What buyers pay for the own listings, basis points of their category's median. */
  priceIndexBp: z.int().min(priceIndexBpRange.least).max(priceIndexBpRange.most),
});

/** What a store says for the record. */
export const statementWishes = [
  z.strictObject({
    kind: z.literal("state-strategy"),
    strategy: z.string().min(1).max(statementCharsMax),
    targets: z.array(StrategyTarget).length(strategyPeriods),
    /** Said after the phase of stating: kept beside what was stated. */
    isAmendment: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("record-response"),
    /** Number of the event in the season. */
    shock: z.int().min(0),
    plan: z.string().min(1).max(statementCharsMax),
  }),
  z.strictObject({
    kind: z.literal("log-training"),
    topic: z.string().trim().min(1).max(trainingTopicCharsMax),
    /** Somebody has so many for a day, all told. */
    hours: z.int().min(1).max(trainingHoursMax),
  }),
] as const;

/** What a store may decide about its office and its people, beside hiring and giving notice. */
export const companyWishes = [
  z.strictObject({
    kind: z.literal("set-office"),
    /** Null gives the office up. */
    city: CityId.nullable(),
    isLuxury: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("train-staff"),
    role: Role,
    heads: z.int().min(1).max(headsMax),
  }),
  /** One a person and day; the hours that he logged say how well he does it. */
  z.strictObject({ kind: z.literal("cover-shift"), role: Role }),
] as const;
