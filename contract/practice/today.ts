import { z } from "zod";
import { ScoringValue } from "./scoring.ts";
import { PlainDate } from "../platform/shapes.ts";
import { teamAreas } from "./team-areas.ts";
import { Count, MarketCode, Minor, Rate, Saying, SeasonDay, StoreNumber, Text } from "./shapes.ts";

/** A figure with its past; `unit` says how to print it. Money is in the books' currency. */
export const Figure = z.strictObject({
  id: z.enum(["profit", "sales", "orders", "cash"]),
  unit: z.enum(["money", "count"]),
  value: z.number(),
  previous: z.number().nullable(),
  series: z.array(z.number()).max(60),
});
export type Figure = z.output<typeof Figure>;

export const StoreView = z.strictObject({
  store: StoreNumber,
  name: z.string().max(40),
  members: z
    .array(
      z.strictObject({
        person: z.string().max(40),
        name: z.string().max(80),
      }),
    )
    .max(6),
  mayDecide: z.boolean(),
  /** Areas in which others of the team decide and the caller does not, with their names. */
  closedAreas: z
    .array(z.strictObject({ area: z.enum(teamAreas), who: z.string().max(600) }))
    .max(teamAreas.length),
  /** Since when a bot runs the store; null while its people do. */
  autopilotSince: SeasonDay.nullable(),
  isReady: z.boolean(),
  decisionsToday: Count,
  /** Steps of the guided day that are done, in order. */
  guide: z.strictObject({
    isOn: z.boolean(),
    done: z.array(z.enum(["select", "publish", "price", "shipping", "advertise", "close"])).max(6),
  }),
});
export type StoreView = z.output<typeof StoreView>;

export const TodayView = z.strictObject({
  /** The last closed day; 0 before the first close. */
  day: SeasonDay,
  /** What happened, as the facts of one sentence. */
  story: z.array(Saying).max(4),
  figures: z.array(Figure).max(4),
  needs: z
    .array(
      Saying.extend({
        urgency: z.enum(["blocking", "soon", "hint"]),
        /** Room and place where it is solved. */
        room: z.enum(["products", "advertising", "stock", "orders", "money", "insight"]),
        at: z.string().max(120),
      }),
    )
    .max(20),
  coming: z
    .array(
      z.strictObject({ day: SeasonDay, date: PlainDate, code: z.string().max(60), headline: Text }),
    )
    .max(20),
  markets: z
    .array(
      z.strictObject({
        market: MarketCode,
        /** Something is on sale there now, or was on the last closed day. */
        isListed: z.boolean(),
        impressions: Rate,
        clicks: Count,
        orders: Count,
        conversionBp: Count,
        revenueMinor: Minor,
        series: z.array(z.number()).max(60),
      }),
    )
    .max(32),
  standing: z
    .strictObject({
      /** Null while the ranking is frozen or hidden. */
      rank: z.int().min(1).nullable(),
      of: Count,
      /** By which the season ranks it. */
      value: ScoringValue,
      /** The season's tasks alone rank it: the score against bots says nothing here. */
      isTasksOnly: z.boolean(),
      scoreMilli: z.int(),
      parts: z.strictObject({
        profitMilli: z.int(),
        customerMilli: z.int(),
        operationsMilli: z.int(),
        processMilli: z.int(),
      }),
    })
    .nullable(),
  changed: z.array(Saying).max(20),
});
export type TodayView = z.output<typeof TodayView>;
