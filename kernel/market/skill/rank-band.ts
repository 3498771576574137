/**
 * How much of a rank was luck: the same log under other keys (market.md 11). What people decided is
 * replayed as it was given, whatever comes of it, so a store that answers what it sees is worth
 * more than its band says.
 */
import type { LogEntry } from "../decisions/decision.ts";
import type { BandedScoring } from "../scoring/scorings.ts";
import type { Seed } from "../state/season.ts";
import type { World } from "../world/world.ts";
import { playSeason, type MarkedStore } from "./play-season.ts";

/** Store numbers from the first rank to the last. */
export type Order = readonly number[];

export type RankBand = {
  readonly store: number;
  /** Replicas that were played. */
  readonly replicas: number;
  /** Best and worst rank in any of them. */
  readonly best: number;
  readonly worst: number;
  /** In how many of them the rank was the observed one or better. */
  readonly asGood: number;
};

/**
 * The order of all stores at the end of a season that was played with this log. The world stays, as
 * its shoppers' tastes are no luck; demand, endowments, rivals and lead times are drawn anew.
 *
 * @param days  days that were closed
 */
export function playReplica(
  world: World,
  seed: Seed,
  log: readonly LogEntry[],
  days: number,
  scoring: BandedScoring = "balanced",
): Order {
  const byDay = Map.groupBy(log, ({ day }) => day);
  const { stores } = playSeason({ world, seed, days, decide: (_, day) => byDay.get(day) ?? [] });
  return orderOf(stores, scoring);
}

/** By what the season is ranked by, then profit, then number: as the leaderboard has it. */
function orderOf(stores: readonly MarkedStore[], scoring: BandedScoring): Order {
  const value = ({ scoreMilli, worthMinor }: MarkedStore) =>
    scoring === "balanced" ? scoreMilli : worthMinor;
  return stores
    .toSorted(
      (a, b) => value(b) - value(a) || b.measures.profit - a.measures.profit || a.store - b.store,
    )
    .map(({ store }) => store);
}

/**
 * The band of each store of an observed order. Stores that are in no observed order, such as bots
 * when people alone are ranked, are passed over in the replicas.
 */
export function rankBands(observed: Order, replicas: readonly Order[]): readonly RankBand[] {
  const known = new Set(observed);
  const placed = replicas.map((order) => {
    const own = order.filter((store) => known.has(store));
    return new Map(own.map((store, at) => [store, at + 1]));
  });
  return observed.map((store, at) => {
    const rank = at + 1;
    // A store that could not enter a replica is behind all that did.
    const ranks = placed.map((places) => places.get(store) ?? known.size);
    return {
      store,
      replicas: ranks.length,
      best: ranks.reduce((least, one) => Math.min(least, one), known.size),
      worst: ranks.reduce((most, one) => Math.max(most, one), 1),
      asGood: ranks.filter((one) => one <= rank).length,
    };
  });
}
