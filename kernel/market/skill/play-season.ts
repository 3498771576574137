/** A season of bots, and of stores that follow a recipe, played to its end and marked. */
import { closeDay } from "../day.ts";
import { contextOf, type DecisionContext } from "../decisions/decision-context.ts";
import type { LogEntry } from "../decisions/decision.ts";
import { openSeason } from "../open-season.ts";
import {
  measuresOf,
  parOf,
  scoreStore,
  worthOf,
  type Measures,
  type StoreScore,
} from "../reports/score.ts";
import { openEngine } from "../state/engine.ts";
import type { Season, Seed } from "../state/season.ts";
import { newWorkspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";
import { storeKind } from "../state/store-kind.ts";

export type MarkedStore = StoreScore & {
  readonly store: number;
  /** Skill in quarters, -1 of a store that follows a recipe. */
  readonly level: number;
  /** Opened with the season; the others were there before. */
  readonly isEntrant: boolean;
  readonly measures: Measures;
  /** Equity as the scorings count it, minor units of the books' currency. */
  readonly worthMinor: number;
  /** Units that were wanted of it after the day that is watched. */
  readonly wantedLate: number;
};

export type PlayedSeason = { readonly stores: readonly MarkedStore[] };

export type PlayWish = {
  readonly world: World;
  readonly seed: Seed;
  readonly days: number;
  /** What stores of people enter on a day, the first is 1. */
  readonly decide?: (season: Season, day: number) => readonly LogEntry[];
  /** From the day after this one on, wanted units are counted. */
  readonly watchAfter?: number;
};

const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

export function playSeason(wish: PlayWish): PlayedSeason {
  const { world, seed, days, decide = () => [], watchAfter = days } = wish;
  const season = openSeason(world, seed, allocate);
  const { state } = season;
  const work = newWorkspace(world.sizes, allocate);
  const engine = openEngine(world, seed, state, work);
  let before = new Float64Array(state.sizes.stores);
  for (let day = 1; day <= days; day++) {
    const entries = decide(season, day);
    closeDay(season, entries, work, { into: state, engine, isSilent: true });
    if (day === watchAfter) before = Float64Array.from(state.wantedUnits);
  }
  return { stores: markedStores(contextOf(season), watchAfter < days ? before : null) };
}

function markedStores(
  context: DecisionContext,
  before: Float64Array | null,
): readonly MarkedStore[] {
  const { state, world } = context;
  const par = parOf(context);
  const marked: MarkedStore[] = [];
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    marked.push({
      store,
      level: state.storeKind[store] === storeKind.bot ? state.botLevel[store]! : -1,
      isEntrant: state.enteredOn[store]! >= world.source.scenario.burnInDays,
      measures: measuresOf(context, store),
      worthMinor: worthOf(context, store),
      wantedLate: before === null ? 0 : state.wantedUnits[store]! - before[store]!,
      ...scoreStore(context, store, par),
    });
  }
  return marked;
}
