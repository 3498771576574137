import { z } from "zod";
import { Instant } from "../platform/shapes.ts";
import { Count, Minor, Saying, SeasonDay, StoreNumber } from "./shapes.ts";

/** How the open day would close with what is decided so far; money in the books' currency. */
export const PreviewView = z.strictObject({
  day: SeasonDay,
  /** The last day of its round; orders and profit are of all of them. */
  toDay: SeasonDay,
  stores: z
    .array(
      z.strictObject({
        store: StoreNumber,
        name: z.string().max(40),
        /** Whether anything was decided for the day. */
        hasDecided: z.boolean(),
        orders: Count,
        lostUnits: Count,
        profitMinor: Minor,
        cashMinor: Minor,
        listingsLive: Count,
        listingsSoldOut: Count,
        /** Decisions that the day can no longer carry out. */
        refused: Count,
      }),
    )
    .max(6_000),
});
export type PreviewView = z.output<typeof PreviewView>;

/** How often one store's past may be played again. */
export const whatIfsPerStoreMax = 50;

/** One decision of the store, by its day and number, left out or with another value. */
export const WhatIfRequest = z.strictObject({
  day: z.int().min(1).max(400),
  number: z.int().min(0).max(1_000_000),
  /** In the unit of the decision's own number; null leaves the decision out. */
  instead: z.int().min(0).max(2_000_000_000).nullable(),
});
export type WhatIfRequest = z.output<typeof WhatIfRequest>;

/** A figure as it was and as it would have been. */
const Pair = z.strictObject({ was: z.int(), would: z.int() });

export const WhatIfResult = z.strictObject({
  /** Of the days from the decision on. */
  profitMinor: Pair,
  orders: Pair,
  /** At the end of the days, thousandths; -1 where there is not enough to say. */
  scoreMilli: Pair,
  /** Among the stores of people. */
  rank: Pair,
  of: Count,
  /**
   * Why the other number could not have been decided that day: then the days were played with the
   * decision left out. Null where it could, and of what was played before anybody asked this.
   */
  unlawful: Saying.nullable().optional(),
  /** Later decisions of the store that could then not be carried out. */
  refused: Count,
  /** Profit since the decision, day by day. */
  series: z.strictObject({
    was: z.array(z.int()).max(400),
    would: z.array(z.int()).max(400),
  }),
});
export type WhatIfResult = z.output<typeof WhatIfResult>;

export const WhatIfView = z.strictObject({
  id: z.int().min(0),
  day: SeasonDay,
  number: z.int().min(0),
  kind: z.string().max(40),
  /** The decision's facts, as in its log. */
  facts: z.record(z.string().max(40), z.union([z.string().max(2_000), z.number(), z.boolean()])),
  instead: z.int().nullable(),
  toDay: SeasonDay,
  askedBy: z.string().max(80),
  askedAt: Instant,
  /** Null while it is being played. */
  result: WhatIfResult.nullable(),
});
export type WhatIfView = z.output<typeof WhatIfView>;
