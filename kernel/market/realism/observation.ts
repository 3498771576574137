/**
 * Two weeks of the season as they happen: bots decide, shelves run empty, parcels arrive. Counted
 * from the tables that a day writes, over all stores.
 */
import { type CaseKind, caseEvents, kindOf } from "../after-sales/case-kinds.ts";
import { closeDay, type DayResult } from "../day.ts";
import { openEngine } from "../state/engine.ts";
import type { Season } from "../state/season.ts";
import { copyState, type Allocate } from "../state/state.ts";
import { parcelEvents } from "../state/tables.ts";
import { newWorkspace } from "../state/workspace.ts";

export const observedDays = 14;

export type Observation = {
  visits: number;
  clicks: number;
  carts: number;
  orders: number;
  /** Minor units of the books' currency. */
  revenueMinor: number;
  adsMinor: number;
  /** Of what was sold from sponsored places. */
  adRevenueMinor: number;
  /** By offer number. */
  readonly unitsOfOffer: Map<number, number>;
  /** Offers that were listed, whether they sold or not. */
  offers: number;
  /** Reviews of one to five stars, at 1 to 5. */
  readonly reviewsOfStars: Float64Array;
  /** Units by what became of their parcels, in the order of `parcelEvents`. */
  readonly parcels: Float64Array;
  /** Units for which a case was opened. */
  readonly casesOpened: Record<CaseKind, number>;
};

/** Lets the two weeks after the burn-in happen in a copy of the season. */
export function observe({ world, seed, state: given }: Season, make: Allocate): Observation {
  const state = copyState(given, make);
  const work = newWorkspace(world.sizes, make);
  const engine = openEngine(world, seed, state, work);
  const observation: Observation = {
    visits: 0,
    clicks: 0,
    carts: 0,
    orders: 0,
    revenueMinor: 0,
    adsMinor: 0,
    adRevenueMinor: 0,
    unitsOfOffer: new Map(),
    offers: 0,
    reviewsOfStars: new Float64Array(6),
    parcels: new Float64Array(parcelEvents.length),
    casesOpened: { return: 0, dispute: 0, chargeback: 0 },
  };
  for (let day = 0; day < observedDays; day++) {
    const season: Season = { world, seed, state };
    addDay(observation, closeDay(season, [], work, { into: state, engine, reportAll: true }));
  }
  observation.offers = observation.unitsOfOffer.size;
  return observation;
}

function addDay(sum: Observation, { tables }: DayResult): void {
  const { markets, stores, listings, ads, reviews, parcels, cases } = tables;
  for (let row = 0; row < markets.rows; row++) sum.visits += markets.columns.visits[row]!;
  for (let row = 0; row < stores.rows; row++) {
    sum.revenueMinor += stores.columns.revenueMinor[row]!;
    sum.adsMinor += stores.columns.adsMinor[row]!;
  }
  for (let row = 0; row < listings.rows; row++) {
    const { offer, clicks, carts, orders, units } = listings.columns;
    sum.clicks += clicks[row]!;
    sum.carts += carts[row]!;
    sum.orders += orders[row]!;
    const before = sum.unitsOfOffer.get(offer[row]!) ?? 0;
    sum.unitsOfOffer.set(offer[row]!, before + units[row]!);
  }
  for (let row = 0; row < ads.rows; row++) sum.adRevenueMinor += ads.columns.revenueMinor[row]!;
  for (let row = 0; row < reviews.rows; row++) {
    sum.reviewsOfStars[reviews.columns.stars[row]!]!++;
  }
  for (let row = 0; row < parcels.rows; row++) {
    sum.parcels[parcels.columns.event[row]!]! += parcels.columns.units[row]!;
  }
  for (let row = 0; row < cases.rows; row++) {
    const { event, reason, units } = cases.columns;
    if (event[row] === opened) sum.casesOpened[kindOf(reason[row]!)] += units[row]!;
  }
}

const opened = caseEvents.indexOf("opened");

/** Units whose parcels met their end: with the buyer, at the door, or nowhere. */
export function unitsEnded({ parcels }: Observation): number {
  const ends = ["delivered", "lost", "refused"] as const;
  return ends.reduce((sum, end) => sum + parcels[parcelEvents.indexOf(end)]!, 0);
}
