import { z } from "zod";
import { Instant } from "../platform/shapes.ts";
import { Count, SeasonDay, Text } from "./shapes.ts";

/** Where an event stands on the open day; what is `planned` is known to teachers alone. */
export const eventPhases = ["acting", "announced", "planned", "over"] as const;
export type EventPhase = (typeof eventPhases)[number];

/** An event of a season, brought by its scenario or put in by those who steer. */
export const SeasonEvent = z.strictObject({
  /** Its number in the steward's log; null for the scenario's. */
  number: Count.nullable(),
  kind: z.string().max(40),
  phase: z.enum(eventPhases),
  from: SeasonDay,
  /** The last day on which it acts; null for one that stays. */
  to: Count.nullable(),
  /** The first day on which stores read of it. */
  announcedOn: SeasonDay,
  /** 0 where the kind has no size. */
  sizeBp: z.int(),
  /** Empty means all. */
  markets: z.array(z.string().max(2)).max(32),
  categories: z.array(z.string().max(60)).max(64),
  headline: Text,
  /** Who put it in, when and why; of the scenario's nobody. */
  by: z.string().max(80).nullable(),
  at: Instant.nullable(),
  note: z.string().max(2_000),
});
export type SeasonEvent = z.output<typeof SeasonEvent>;

/** Ten a day in the longest season, and the scenario's. */
export const seasonEventsMax = 4_200;
