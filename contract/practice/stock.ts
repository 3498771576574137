import { z } from "zod";
import { ProductLabel, ProductTier } from "./sourcing-wishes.ts";
import { RoomRow } from "./rooms.ts";
import { Count, MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

export const FreightOption = z.strictObject({
  market: MarketCode,
  mode: z.enum(["air", "sea"]),
  /** For one unit of the SKU, minor units of the books. */
  unitMinor: Minor,
  p10Days: Count,
  p90Days: Count,
});

/** Shares and prices of how a product is made; money of the books, a unit in a minimum lot. */
export const ProductMake = z.strictObject({
  label: ProductLabel,
  tier: ProductTier,
  /** Of what is on hand: fit beyond plain goods', and the share with the name; thousandths. */
  fitMilli: Count,
  brandMilli: Count,
  /** Each way to have it made: what a unit costs, and its fit beyond plain goods', thousandths. */
  ways: z
    .array(
      z.strictObject({
        label: ProductLabel,
        tier: ProductTier,
        unitMinor: Minor,
        fitMilli: Count,
      }),
    )
    .max(6),
  /** How many more who search for the store's name come to goods that bear it, basis points. */
  pullBp: Count,
});
export type ProductMake = z.output<typeof ProductMake>;

export const StockView = z.strictObject({
  /** Rented room by place; none where the season has no warehouses. */
  rooms: z.array(RoomRow).max(64),
  /** Whether goods enter only room that is rented and free. */
  mustFit: z.boolean(),
  rows: z
    .array(
      z.strictObject({
        sku: Sku,
        name: Text,
        picture: z.string().max(300).nullable(),
        pool: z.string().max(2).nullable(),
        onHand: Count,
        inbound: Count,
        soldWeek: Count,
        /** Days the stock lasts at the last week's pace; null when nothing sold. */
        coverDays: z.number().nullable(),
        lostWeek: Count,
        costMinor: Minor,
        series: z.array(z.number()).max(30),
      }),
    )
    .max(2_000),
  rules: z
    .array(
      z.strictObject({
        sku: Sku,
        pointUnits: Count,
        upToUnits: Count,
        /** Whom it buys from; what is paid at once, null as little as that one asks. */
        supplier: z.int(),
        depositBp: z.int().nullable(),
        isOnAccount: z.boolean(),
      }),
    )
    .max(200),
  arrivals: z
    .array(
      z.strictObject({
        number: z.int(),
        sku: Sku,
        name: Text,
        pool: z.string().max(2).nullable(),
        units: Count,
        dueOn: SeasonDay,
        costMinor: Minor,
        owedMinor: Minor,
        /** Of a purchase where suppliers can be chosen: whom it is from and when it was due. */
        supplier: z.int().nullable(),
        promisedOn: SeasonDay,
        /** Share that is looked at when it comes, basis points. */
        inspectBp: z.int(),
        /** What calling it off costs and brings back, until which day; null when it cannot be. */
        cancel: z
          .strictObject({ feeMinor: Minor, backMinor: Minor, lastDay: SeasonDay })
          .nullable(),
      }),
    )
    .max(2_000),
  supply: z
    .array(
      z.strictObject({
        sku: Sku,
        moq: Count,
        leadDays: Count,
        unitCostMinor: Minor,
        /** Price breaks: from so many units the unit costs so much, books currency. */
        breaks: z.array(z.strictObject({ units: Count, unitMinor: Minor })).max(8),
        freight: z.array(FreightOption).max(64),
        /** How the store has it made and may have it made; null in seasons without tiers. */
        make: ProductMake.nullable(),
      }),
    )
    .max(200),
});
export type StockView = z.output<typeof StockView>;
