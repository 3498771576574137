/** The first pages of a day with their exact rates: what changes on them is known without noise. */
import { expectedRates, type Override, type Rates } from "../shelf/expected-rates.ts";
import { openDay, runShard } from "../shelf/phases.ts";
import { openEngine, type Engine } from "../state/engine.ts";
import { effectsOfDay, type Season } from "../state/season.ts";
import { copyState, type Allocate } from "../state/state.ts";
import { newWorkspace } from "../state/workspace.ts";

export type FirstPage = {
  readonly engine: Engine;
  /** Rates of all shelves as they are. */
  readonly rates: Rates;
  /** Rates of some shelves under overrides; ranking, page and reference price stay. */
  under(shelves: readonly number[], overrides: readonly Override[]): Rates;
};

/** Lays out the day's first pages on a copy of the season. */
export function openFirstPage(season: Season, make: Allocate): FirstPage {
  const { world, seed } = season;
  const state = copyState(season.state, make);
  const engine = openEngine(world, seed, state, newWorkspace(world.sizes, make));
  openDay(engine, { effects: effectsOfDay(season) });
  for (const phase of ["prepare", "rank", "slice"] as const) runShard(engine, phase, 0, 0, 1);
  const all = Array.from({ length: world.sizes.shelves }, (_, shelf) => shelf);
  return {
    engine,
    rates: expectedRates(engine, all),
    under: (shelves, overrides) => expectedRates(engine, shelves, overrides),
  };
}

/** Orders that the rates expect, of all offers or of one. */
export function ordersOf({ rows, offer, orders }: Rates, of?: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (of === undefined || offer[row] === of) sum += orders[row]!;
  }
  return sum;
}
