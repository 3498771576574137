/** All that a store's closed days show of its people, in order of the day. */
import type { World } from "../world/world.ts";
import {
  listingsLocalized,
  listingsOptimized,
  listingsPublished,
  stockOut,
  storeOpened,
} from "./listing-traces.ts";
import {
  contentPosted,
  experimentsClosed,
  forecastsSubmitted,
  partnersSettled,
  promotionsRun,
} from "./marketing-traces.ts";
import { cashReviewed, hedgesSettled, pricesChanged } from "./money-traces.ts";
import { agedStock, talksClosed } from "./supply-traces.ts";
import type { Trace, TracedStore } from "./trace.ts";
import { tracedOf, weeksOf } from "./traced.ts";
import {
  audits,
  campaignsReviewed,
  disputesResolved,
  reviewsManaged,
  shippedOnTime,
  storeReviewed,
} from "./weekly-traces.ts";

const readers = [
  storeOpened,
  listingsPublished,
  listingsOptimized,
  promotionsRun,
  experimentsClosed,
  contentPosted,
  partnersSettled,
  forecastsSubmitted,
  audits,
  listingsLocalized,
  pricesChanged,
  talksClosed,
  hedgesSettled,
];
const weekly = [
  stockOut,
  shippedOnTime,
  storeReviewed,
  campaignsReviewed,
  reviewsManaged,
  agedStock,
  disputesResolved,
  cashReviewed,
];

/**
 * The traces of a store up to a closed day. Of one day they keep the order of this file, so equal
 * seasons give equal lists; a later close adds to the list and changes nothing that was told.
 */
export function readTraces(world: World, store: TracedStore, closed: number): readonly Trace[] {
  const traced = tracedOf(world, store, closed);
  const traces = [
    ...readers.flatMap((read) => read(traced)),
    ...weeksOf(traced).flatMap((end) => weekly.flatMap((read) => read(traced, end))),
  ];
  return traces
    .map((trace, at) => ({ trace, at }))
    .sort((a, b) => a.trace.day - b.trace.day || a.at - b.at)
    .map(({ trace }) => trace);
}
