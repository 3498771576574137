import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { ofSeason, ofStore, debriefRefusals, storeRefusals } from "./paths.ts";
import { Count, Minor, SeasonDay, StoreNumber, Text } from "./shapes.ts";
import { WhatIfResult } from "./study.ts";

/**
 * A store's profit of all closed days, minor units of the books' currency; the lines are signed,
 * costs below zero, and sum to the profit exactly.
 */
export const StoreProfit = z.strictObject({
  /** Among the stores of people, by score. */
  rank: z.int().min(1),
  store: StoreNumber,
  name: z.string().max(40),
  profitMinor: Minor,
  /** By which it is ranked, and its parts; thousandths, -1 where there is nothing to say. */
  scoreMilli: z.int(),
  parts: z.strictObject({
    profit: z.int(),
    customer: z.int(),
    operations: z.int(),
    process: z.int(),
  }),
  lines: z.strictObject({
    sales: Minor,
    goods: Minor,
    commission: Minor,
    shipping: Minor,
    duty: Minor,
    ads: Minor,
    other: Minor,
  }),
  /** The day whose profit differed most from that of the day before; null before a second day. */
  turn: z.strictObject({ day: SeasonDay, beforeMinor: Minor, afterMinor: Minor }).nullable(),
});
export type StoreProfit = z.output<typeof StoreProfit>;

export const ProfitsView = z.strictObject({
  day: SeasonDay,
  /** The store in the middle by profit: half of the others made as much or more. */
  median: StoreNumber.nullable(),
  stores: z.array(StoreProfit).max(6_000),
});
export type ProfitsView = z.output<typeof ProfitsView>;

/** What is thought different: a larger purchase, the market's usual price, no such campaign. */
export const chanceRules = ["stock", "price", "ads"] as const;
export type ChanceRule = (typeof chanceRules)[number];

/** One decision of a store thought different, and what came of it when the days were played. */
export const Chance = z.strictObject({
  rule: z.enum(chanceRules),
  day: SeasonDay,
  number: z.int().min(0),
  kind: z.string().max(40),
  /** The decision's facts, as in its log. */
  facts: z.record(z.string().max(40), z.union([z.string().max(2_000), z.number(), z.boolean()])),
  /** What the decision is about, in both languages; null where it names no product. */
  product: Text.nullable(),
  /** In the unit of the decision's own number; null leaves the decision out. */
  instead: z.int().nullable(),
  toDay: SeasonDay,
  result: WhatIfResult,
});
export type Chance = z.output<typeof Chance>;

/** None was asked for, some are still to be played, or all were. */
const SearchState = z.enum(["none", "searching", "ready"]);

const found = {
  /** Of `of` alternatives that looked promising, those that were played. */
  tried: Count,
  of: Count,
  /** The one with the best final score; null where none would have been better. */
  best: Chance.nullable(),
};

export const ChancesView = z.strictObject({
  state: SearchState,
  /** Last day that is played again. */
  day: SeasonDay,
  stores: z
    .array(
      z.strictObject({
        rank: z.int().min(1),
        store: StoreNumber,
        name: z.string().max(40),
        ...found,
      }),
    )
    .max(6_000),
});
export type ChancesView = z.output<typeof ChancesView>;

export const StoreChanceView = z.strictObject({ state: SearchState, day: SeasonDay, ...found });
export type StoreChanceView = z.output<typeof StoreChanceView>;

/** What a class talks about when a season is over, beside the sheets of its debrief. */
export const debriefEndpoints = endpoints({
  profits: {
    does: "GET /practice/seasons/:season/profits",
    where: ofSeason,
    gives: ProfitsView,
    refuses: debriefRefusals,
  },
  chances: {
    does: "GET /practice/seasons/:season/chances",
    where: ofSeason,
    gives: ChancesView,
    refuses: debriefRefusals,
  },
  seekChances: {
    does: "POST /practice/seasons/:season/chances",
    where: ofSeason,
    gives: ChancesView,
    refuses: [...debriefRefusals, "practice/engine-version"],
  },
  storeChance: {
    does: "GET /practice/seasons/:season/stores/:store/chance",
    where: ofStore,
    gives: StoreChanceView,
    refuses: [...storeRefusals, "practice/nothing-closed", "practice/season-not-over"],
  },
});
