import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { ofSeason, seasonRefusals } from "./paths.ts";
import { Minor, SeasonDay, StoreNumber } from "./shapes.ts";

/** Lines of a season's profit: sales less every cost. `other` is what the first six leave. */
export const profitLines = [
  "sales",
  "goods",
  "commission",
  "shipping",
  "duty",
  "ads",
  "other",
] as const;
export type ProfitLine = (typeof profitLines)[number];

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

/** What a class talks about when a season is over, beside the sheets of its debrief. */
export const debriefEndpoints = endpoints({
  profits: {
    does: "GET /practice/seasons/:season/profits",
    where: ofSeason,
    gives: ProfitsView,
    refuses: [...seasonRefusals, "practice/nothing-closed"],
  },
});
