/**
 * Places that are sold by sealed bid: a portal's front page, a metro line, an evening's television,
 * each for a week. Bids close on the day before the week begins.
 */
import { exp } from "../../number/exp.ts";
import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { World } from "../world/world.ts";
import { usualVisits } from "./reach.ts";

/** Numbers stand in bookings: append, never renumber. */
export const mediaPlaces = ["portal", "metro", "television"] as const;
export type MediaPlace = (typeof mediaPlaces)[number];

export type MediaSlot = {
  /** Number within the market: week · places + place. */
  readonly slot: number;
  readonly place: MediaPlace;
  /** Season days: the last for bids, the first and last on which it is seen. */
  readonly closesOn: number;
  readonly from: number;
  readonly until: number;
  /** Views of a day. */
  readonly views: number;
  /** The least bid, cents of a US dollar. */
  readonly reserveCents: number;
};

const week = 7;
const at = address(purpose.mediaSlot);

/** A place of a market by its number; null where the season has none of that number. */
export function mediaSlot(world: World, key: Key, market: number, slot: number): MediaSlot | null {
  const { parameters: p } = world;
  const weekNumber = Math.floor(slot / mediaPlaces.length);
  const from = week * (weekNumber + 1) + 1;
  const place = mediaPlaces[slot % mediaPlaces.length];
  if (!Number.isInteger(slot) || slot < 0 || place === undefined) return null;
  if (from > world.source.scenario.days) return null;
  const visits = usualVisits(world, market);
  const spread = exp(p["media.reachSd"] * normal(market, slot, 0, at, key));
  const views = Math.floor(p[`media.reach.${place}`] * visits * spread + 0.5);
  const dollars = (views * week * p["media.perMilleUsd"]) / 1000;
  return {
    slot,
    place,
    closesOn: from - 1,
    from,
    until: from + week - 1,
    views,
    reserveCents: Math.max(1, Math.floor(dollars * 100 + 0.5)),
  };
}

/** The places of a market on which one may bid on a season day: those of the next two weeks. */
export function slotsOn(world: World, key: Key, market: number, day: number): MediaSlot[] {
  const first = Math.max(0, Math.ceil(day / week) - 1);
  const numbers = Array.from(
    { length: 2 * mediaPlaces.length },
    (_, index) => first * mediaPlaces.length + index,
  );
  return numbers.flatMap((slot) => mediaSlot(world, key, market, slot) ?? []);
}
