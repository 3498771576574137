/**
 * Clones of a burnt-in season in which one thing is different. All of them share the season's key,
 * so what was not treated has the same luck in each (common random numbers).
 *
 * In a clone nobody runs out of stock and bots decide nothing: an effect on demand is wanted, not
 * what shelves and repricing make of it. The outside option is calibrated on the filled shelves, so
 * that as many visits as ever end in an order.
 */
import { closeDay } from "../day.ts";
import { addLayer } from "../goods/stock-layers.ts";
import { calibrateOutside } from "../shelf/calibrate.ts";
import { openDay, runShard } from "../shelf/phases.ts";
import { openEngine, type Engine } from "../state/engine.ts";
import { effectsOfDay, type Season } from "../state/season.ts";
import { copyState, writeState, type Allocate, type State } from "../state/state.ts";
import { newWorkspace, type Workspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";

/** What a clone sold and spent. */
export type Takings = {
  /** By row of the offer: units of all days and of the first. */
  readonly units: Float64Array;
  readonly unitsOfFirstDay: Float64Array;
  /** By store. */
  readonly unitsOfStore: Float64Array;
  readonly adTicksOfStore: Float64Array;
};

export type Laboratory = {
  readonly season: Season;
  /** Takings of a clone, treated before its first day. */
  trial(days: number, treat: (state: State) => void): Takings;
  /** Takings of the clone that nobody touched. */
  untreated(days: number): Takings;
};

/** More than any listing sells in a trial. */
const plenty = 100_000;

/** A world in which bots leave everything as it is, and stock costs nothing to keep. */
function frozen(world: World): World {
  const parameters = {
    ...world.parameters,
    "bot.revise": 0,
    "bot.reviseSkill": 0,
    "storage.weekUsd": 0,
  };
  return { ...world, parameters };
}

/** A laboratory on a season, which is left as it is. */
export function openLaboratory({ world: given, seed, state }: Season, make: Allocate): Laboratory {
  const world = frozen(given);
  const start = copyState(state, make);
  fillShelves(start, world);
  const work = newWorkspace(world.sizes, make);
  calibrate({ world, seed, state: start }, openEngine(world, seed, start, work));
  const clone = copyState(start, make);
  const engine = openEngine(world, seed, clone, work);
  const season: Season = { world, seed, state: clone };
  const trial = (days: number, treat: (state: State) => void): Takings => {
    writeState(start, clone);
    treat(clone);
    const takings = newTakings(clone);
    for (let day = 0; day < days; day++) {
      closeDay(season, [], work, { into: clone, engine, isSilent: true });
      take(takings, clone, work, day === 0);
    }
    return takings;
  };
  const known = new Map<number, Takings>();
  return {
    season: { world, seed, state: start },
    trial,
    untreated(days) {
      const takings = known.get(days) ?? trial(days, () => undefined);
      known.set(days, takings);
      return takings;
    },
  };
}

/**
 * Fills every pool that a live listing sells from. The new units cost nothing: books stay as is.
 */
function fillShelves(state: State, { isLastMile }: World): void {
  const { markets } = state.sizes;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    const pools = new Set<number>();
    for (let market = 0; market < markets; market++) {
      const at = row * markets + market;
      if (state.listing[at] !== 1) continue;
      pools.add(isLastMile[state.service[at]!] === 1 ? 1 + market : 0);
    }
    for (const pool of [...pools].sort((a, b) => a - b)) {
      addLayer(state, row, pool, plenty, 0, state.day[0]!);
    }
  }
}

function calibrate(season: Season, engine: Engine): void {
  openDay(engine, { effects: effectsOfDay(season) });
  runShard(engine, "prepare", 0, 0, 1);
  runShard(engine, "rank", 0, 0, 1);
  calibrateOutside(engine);
}

function newTakings({ sizes }: State): Takings {
  return {
    units: new Float64Array(sizes.offers),
    unitsOfFirstDay: new Float64Array(sizes.offers),
    unitsOfStore: new Float64Array(sizes.stores),
    adTicksOfStore: new Float64Array(sizes.stores),
  };
}

function take(takings: Takings, state: State, work: Workspace, isFirstDay: boolean): void {
  const { markets } = state.sizes;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    let units = 0;
    for (let market = 0; market < markets; market++)
      units += work.soldUnits[row * markets + market]!;
    takings.units[row]! += units;
    takings.unitsOfStore[state.storeOf[row]!]! += units;
    if (isFirstDay) takings.unitsOfFirstDay[row] = units;
  }
  const { columns, rows } = state.tables.campaigns;
  for (let campaign = 0; campaign < rows; campaign++) {
    takings.adTicksOfStore[columns.store[campaign]!]! += columns.spentTicks[campaign]!;
  }
}
