import { z } from "zod";
import { CityId, Role, strategyPeriods, StrategyTarget } from "./company-wishes.ts";
import { Count, Minor, SeasonDay, Text } from "./shapes.ts";
import { statementCharsMax, trainingHoursMax, trainingTopicCharsMax } from "./typed-limits.ts";

const Crew = z.strictObject({
  role: Role,
  heads: Count,
  leaving: Count,
  /** Null while nobody leaves. */
  leavesOn: SeasonDay.nullable(),
  training: Count,
  trainedOn: SeasonDay.nullable(),
  /** Mean level of what they can do and of what they are paid for, thousandths. */
  skillMilli: Count,
  payMilli: Count,
  /** What all of them cost in a month, books currency. */
  monthMinor: Minor,
  /** Questions a day they answer, or days of suppliers that they save, basis points. */
  effect: z.number(),
  /** What one head of each level costs in a month if hired today, by level. */
  hireMonthMinor: z.array(Minor).max(10),
});

/** Said on one day: the strategy itself, or an amendment that is kept beside it. */
const Statement = z.strictObject({
  day: SeasonDay,
  author: z.string().max(80),
  strategy: z.string().max(statementCharsMax),
  targets: z.array(StrategyTarget).length(strategyPeriods),
});

const Consistency = z.enum(["met", "near", "missed"]);
export const StrategyMeasure = z.enum(["revenue", "profit", "rating", "priceIndex"]);

/** A target of a period beside what its days measured. */
const Kept = z.strictObject({
  measure: StrategyMeasure,
  target: z.int().nullable(),
  /** Of the last amendment that was made before the period began; null without one. */
  amended: z.int().nullable(),
  /** So far, while the period runs; null where nothing was measured. */
  actual: z.int().nullable(),
  /** Null until the period is over. */
  verdict: Consistency.nullable(),
  amendedVerdict: Consistency.nullable(),
});

export const StrategyView = z.strictObject({
  /** The last day on which a strategy may be stated; afterwards it is amended. */
  until: SeasonDay,
  stated: Statement.nullable(),
  /** Newest first. */
  amendments: z.array(Statement).max(50),
  /** So short of a target it is nearly met. */
  nearBp: z.int().min(0),
  /** A price index is met within so much on either side, and nearly within twice that. */
  indexNearBp: z.int().min(0),
  periods: z
    .array(
      z.strictObject({
        from: SeasonDay,
        to: SeasonDay,
        state: z.enum(["coming", "running", "over"]),
        kept: z.array(Kept).max(4),
      }),
    )
    .length(strategyPeriods),
});
export type StrategyView = z.output<typeof StrategyView>;

/** An event that the store was told of, and what it said it does about it. */
const Response = z.strictObject({
  shock: z.int().min(0),
  kind: z.string().max(40),
  headline: Text,
  from: SeasonDay,
  /** The last day on which a response is taken. */
  until: Count,
  isOpen: z.boolean(),
  /** Newest first. */
  said: z
    .array(
      z.strictObject({
        day: SeasonDay,
        author: z.string().max(80),
        plan: z.string().max(statementCharsMax),
      }),
    )
    .max(50),
});

const Person = z.string().max(80);

/** Shifts that people of the team take themselves, and the hours of training behind them. */
const Shifts = z.strictObject({
  /** Of the caller; null for who does not run the store. */
  own: z
    .strictObject({
      /** Hours that he logged in the season, and of them on the open day. */
      hours: Count,
      hoursToday: z.int().min(0).max(trainingHoursMax),
      /** At which he would take a shift now. */
      level: Count,
      /** Hours until the next level; null at the best one. */
      nextHours: Count.nullable(),
      hasShift: z.boolean(),
      /** What that adds to what the store does today: questions, and basis points of days. */
      adds: z.strictObject({ service: Count, operations: Count }),
    })
    .nullable(),
  /** Who works today, in the order in which they said so. */
  today: z.array(z.strictObject({ author: Person, role: Role, level: Count })).max(20),
  /** Closed days with shifts, newest first. */
  closed: z
    .array(
      z.strictObject({
        day: SeasonDay,
        role: Role,
        authors: z.array(Person).max(20),
        /** Questions answered that would have waited, or purchases that come sooner. */
        brought: Count,
      }),
    )
    .max(60),
  /** What was learnt, newest first. */
  training: z
    .array(
      z.strictObject({
        day: SeasonDay,
        author: Person,
        topic: z.string().max(trainingTopicCharsMax),
        hours: Count,
      }),
    )
    .max(60),
  levelHours: Count,
  perDayMax: Count,
});

export const CompanyView = z.strictObject({
  /** The store's office; null where it has none. */
  office: z.strictObject({ city: CityId, isLuxury: z.boolean() }).nullable(),
  cities: z
    .array(
      z.strictObject({
        id: CityId,
        name: Text,
        rentMonthMinor: Minor,
        luxuryMonthMinor: Minor,
        wageBp: z.int(),
        /** Levels by which who is hired there is better than paid for: standard and luxury. */
        plus: Count,
        luxuryPlus: Count,
      }),
    )
    .max(20),
  moveMinor: Minor,
  crews: z.array(Crew).max(4),
  noticeDays: Count,
  training: z.strictObject({ days: Count, feeMinor: Minor }),
  levelMax: Count,
  /** What the store means to become, and how far it did. */
  strategy: StrategyView,
  /** Null without a company. */
  shifts: Shifts.nullable(),
  /** Events that were announced, those that may still be answered first. */
  responses: z.array(Response).max(100),
});
export type CompanyView = z.output<typeof CompanyView>;
