import { z } from "zod";
import { Count, MarketCode, Minor, SeasonDay } from "./shapes.ts";
import { cubicMetersMax, roomDaysMax } from "./typed-limits.ts";

const CubicMeters = z.int().min(1).max(cubicMetersMax);
/** Where room is rented: a market's warehouse, or null at home. */
const Place = z.strictObject({ market: MarketCode.nullable() }).shape;

/** What a store may decide about rented room; every rent is paid ahead. */
export const roomWishes = [
  z.strictObject({
    kind: z.literal("rent-warehouse"),
    ...Place,
    cubicMeters: CubicMeters,
    days: z.int().min(1).max(roomDaysMax),
  }),
  z.strictObject({
    kind: z.literal("extend-warehouse"),
    ...Place,
    /** The whole room from now on, at least what it is. */
    cubicMeters: CubicMeters,
    /** Days longer, 0 for none. */
    days: z.int().min(0).max(roomDaysMax),
  }),
  /** The days that are left are not paid back. */
  z.strictObject({ kind: z.literal("end-rent"), ...Place }),
] as const;

/** A place in which the store has room or goods, or home; money in the books' currency. */
export const RoomRow = z.strictObject({
  market: MarketCode.nullable(),
  /** What is rented, 0 for none, and its last day. */
  cubicMeters: Count,
  untilDay: SeasonDay.nullable(),
  /** What the store's goods take up, there and on the way, liters rounded up. */
  goodsLiters: Count,
  inboundLiters: Count,
  units: Count,
  /** Rent of a cubic meter for a week. */
  meterWeekMinor: Minor,
  /** Storage of a week for what is there: were nothing rented, and as it is. */
  feesMinor: Minor,
  feesNowMinor: Minor,
  /** The least room that takes in all of what is there, and its rent for a week. */
  wholeCubicMeters: Count,
  wholeWeekMinor: Minor,
});
export type RoomRow = z.output<typeof RoomRow>;
