/** A season at one instant, and what day it is in it. */
import type { Key } from "../../random/philox.ts";
import { effectsOn, shocksOf, type DayEffects, type PlacedShock } from "../world/shock.ts";
import type { Shifts } from "../company/shifts.ts";
import type { State } from "./state.ts";
import type { World } from "../world/world.ts";

/** The key of a season's random numbers; the server derives it from a secret. */
export type Seed = Key;

export type Season = {
  readonly world: World;
  readonly seed: Seed;
  readonly state: State;
  /** Of a preview: shifts that were taken so far. A day that is closed begins with none. */
  readonly shifts?: Shifts;
  /** Of a preview: memory of the last close. Nobody is told before the next what others do. */
  readonly seen?: State;
};

/** The season day that is closed next; the first is 1, days of the burn-in are at most 0. */
export function seasonDayOf({ world, state }: Pick<Season, "world" | "state">): number {
  return state.day[0]! - world.source.scenario.burnInDays + 1;
}

/** Engine day of a season day. */
export function engineDayOf(world: World, seasonDay: number): number {
  return seasonDay + world.source.scenario.burnInDays - 1;
}

/** All shocks of the season, scripted and injected. */
export function shocksOfSeason({
  world,
  state,
}: Pick<Season, "world" | "state">): readonly PlacedShock[] {
  const places = { markets: world.marketIds, categories: world.categoryIds };
  return shocksOf(world.source.scenario.shocks, places, state);
}

/** What the shocks do to the day that is closed next. */
export function effectsOfDay(season: Season): DayEffects {
  const { world, seed, state } = season;
  return effectsOn(
    shocksOfSeason(season),
    seasonDayOf(season),
    state.sizes.markets,
    state.sizes.categories,
    world.source.trade.carriers.length,
    seed,
  );
}

/** Store number of the first people's store; the numbers below belong to bots. */
export function firstSeat(world: World): number {
  return world.source.scenario.bots.stores;
}
