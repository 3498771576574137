import { z } from "zod";
import { Count, CurrencyCode, Minor, SeasonDay, Sku, StoreNumber, Text } from "./shapes.ts";
import { TenderNumber } from "./sourcing-wishes.ts";

const Product = { sku: Sku, name: Text, picture: z.string().max(300).nullable() };

/** A lot that a maker sells by sealed bid. Money is of the books. */
export const OpenTender = z.strictObject({
  tender: TenderNumber,
  ...Product,
  /** Only who carries the product may bid for it. */
  isSelected: z.boolean(),
  units: Count,
  /** The most units of one bidder. */
  mostUnits: Count,
  /** Least and highest bid for a unit. */
  lowMinor: Minor,
  highMinor: Minor,
  /** What a unit costs from the maker today: in a minimum lot, and for a bidder's most units. */
  listMinor: Minor,
  orderedMinor: Minor,
  /** The last day for bids, and the days from its close until the goods are there. */
  closesOn: SeasonDay,
  leadDays: Count,
  /** Share of what is won that the store pays at once, as agreed with the maker. */
  depositBp: z.int().min(0).max(10_000),
  /** The own bid; others' are sealed. */
  bid: z.strictObject({ unitMinor: Minor, units: Count }).nullable(),
});
export type OpenTender = z.output<typeof OpenTender>;

/** Of the winners of one tender so many are told. */
export const winnersShown = 20;

/** A tender that has closed: who won at which price is public, losing bids are not. */
export const ClosedTender = z.strictObject({
  tender: TenderNumber,
  ...Product,
  day: SeasonDay,
  units: Count,
  leftUnits: Count,
  winnersCount: Count,
  /** The first of them: who bid most comes first. */
  winners: z
    .array(
      z.strictObject({
        /** Null for a buyer beside the season's stores. */
        store: StoreNumber.nullable(),
        /** Empty while the season hides names. */
        name: z.string().max(80),
        unitMinor: Minor,
        units: Count,
      }),
    )
    .max(winnersShown),
  own: z
    .strictObject({
      unitMinor: Minor,
      units: Count,
      wonUnits: Count,
      /** Cash did not reach for the deposit when it closed. */
      isUnpaid: z.boolean(),
      /**
       * Of a bid that did not win all its units: the least price that would have; null where none
       * within the band would, or all were won.
       */
      neededMinor: Minor.nullable(),
    })
    .nullable(),
});
export type ClosedTender = z.output<typeof ClosedTender>;

export const TendersView = z.strictObject({
  currency: CurrencyCode,
  /** What goes first among equal prices: sales and then time, or time alone. */
  tie: z.enum(["sales", "time"]),
  open: z.array(OpenTender).max(200),
  /** The newest first. */
  closed: z.array(ClosedTender).max(200),
});
export type TendersView = z.output<typeof TendersView>;
