import { z } from "zod";
import { adFigures } from "./advertising.ts";
import { Count, Minor, SeasonDay, Sku, StoreNumber, Text, Ticks } from "./shapes.ts";

/** A store whose name can be bid on; without a name where the season hides them. */
const Named = z.strictObject({ store: StoreNumber, name: z.string().max(40) });

export const NameBidsView = z.strictObject({
  day: SeasonDay,
  /** Paid places on the page of a name. */
  slots: Count,
  /** Names that a campaign may bid on. */
  most: Count,
  stores: z
    .array(
      Named.extend({
        /** Whether it sells goods of the own categories: others' pages show the own goods never. */
        isNear: z.boolean(),
      }),
    )
    .max(6_000),
  bids: z
    .array(
      z.strictObject({
        campaign: z.int(),
        entry: z.int(),
        sku: Sku,
        name: Text,
        named: Named,
        bidTicks: Ticks,
        breakEvenTicks: Ticks,
        /** Of the last seven closed days. */
        ...adFigures,
      }),
    )
    .max(2_000),
});
export type NameBidsView = z.output<typeof NameBidsView>;

/** What bids on names brought on a day, in expectation; orders in thousandths. */
const NameWorth = z.strictObject({
  /** Orders that paid places brought, and those that the day would have lacked without the bids. */
  attributedMilli: z.int().min(0),
  addedMilli: z.int(),
  ticks: Ticks,
  /** What the day's profit has more with the bids, books currency; less where it is negative. */
  addedProfitMinor: Minor,
});

export const NameWorthView = z.strictObject({
  day: SeasonDay,
  /** Bids on the own name, and on others'; null where there was none. */
  own: NameWorth.nullable(),
  others: NameWorth.nullable(),
});
export type NameWorthView = z.output<typeof NameWorthView>;
