/**
 * What moments are measured on: one burnt-in season, opened for each way of looking when a moment
 * first asks for it.
 */
import { openSeason } from "../open-season.ts";
import type { Seed, Season } from "../state/season.ts";
import type { Allocate } from "../state/state.ts";
import type { WorldSource } from "../world/scenario.ts";
import type { World } from "../world/world.ts";
import { openFirstPage, type FirstPage } from "./first-page.ts";
import { openLaboratory, type Laboratory } from "./laboratory.ts";
import { observe, type Observation } from "./observation.ts";

export type Subject = {
  readonly season: Season;
  readonly observation: () => Observation;
  readonly firstPage: () => FirstPage;
  readonly laboratory: () => Laboratory;
};

/**
 * The source of a scenario as the scorecard looks at it: no events, buyers who send back and
 * dispute, and every bot there from the start, so that the two weeks after the burn-in are ordinary
 * ones.
 */
export function ordinarySource(source: WorldSource): WorldSource {
  const { scenario } = source;
  const bots = { ...scenario.bots, entrantsBp: 0 };
  const modules = { ...scenario.modules, returns: true };
  return { ...source, scenario: { ...scenario, bots, modules, shocks: [] } };
}

/** Burns the season in. What the three ways of looking do to it, they do to copies. */
export function openSubject(world: World, seed: Seed, make: Allocate): Subject {
  const season = openSeason(world, seed, make);
  return {
    season,
    observation: once(() => observe(season, make)),
    firstPage: once(() => openFirstPage(season, make)),
    laboratory: once(() => openLaboratory(season, make)),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
