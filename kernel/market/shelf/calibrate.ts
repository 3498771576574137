/**
 * Calibration of the outside option (market.md E7): for each market and category the ln A0 at which
 * the planned share of visits ends in an order, by bisection on exact rates.
 */
import { writeRates } from "./choice.ts";
import type { Engine } from "../state/engine.ts";
import { log } from "../../number/log.ts";
import { layPage } from "./page.ts";
import { pageSlots } from "../world/world-limits.ts";

/** Where nothing is on sale the option keeps this value until something is. */
export const untouchedOutside = 4.2;

/**
 * Sets `logOutside` of every cell on the state as it stands. The day must be open, prepared and
 * ranked; pages of the first slice are laid out.
 */
export function calibrateOutside(engine: Engine): void {
  const { world, state } = engine;
  const p = world.parameters;
  const { markets, categories } = world.sizes;
  for (let cell = 0; cell < markets * categories; cell++) {
    if (!layCell(engine, cell)) {
      state.logOutside[cell] = untouchedOutside;
      continue;
    }
    state.logOutside[cell] = halve(
      p["outside.logLow"],
      p["outside.logHigh"],
      p["outside.steps"],
      (logOutside) => {
        state.logOutside[cell] = logOutside;
        return log(Math.max(ordersMin, ordersAVisit(engine, cell)) / p["outside.purchases"]);
      },
    );
  }
}

/** Stands for no orders at all, which have no logarithm. */
const ordersMin = 1e-300;
/** Guesses a halving may take before it asks at its own point. */
const guessesMax = 3;

/**
 * The middle of what is left of [low, high] after so many halvings toward the zero of a falling
 * function. Halving alone asks once a step; here a point is asked only while it lies between two
 * points that are known to hold the zero, and those close in by false position (Illinois), so
 * fewer than half of the questions give the same result.
 */
export function halve(
  low: number,
  high: number,
  steps: number,
  excess: (at: number) => number,
): number {
  let [under, over] = [low, high];
  let [atUnder, atOver] = [excess(low), excess(high)];
  if (atUnder <= 0) over = low;
  if (atOver > 0) under = high;
  let side = 0;
  const ask = (at: number): void => {
    const found = excess(at);
    if (found > 0) {
      if (side > 0) atOver /= 2;
      [under, atUnder, side] = [at, found, 1];
    } else {
      if (side < 0) atUnder /= 2;
      [over, atOver, side] = [at, found, -1];
    }
  };
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    for (let guesses = 0; under < middle && middle < over; guesses++) {
      const guess = under + ((over - under) * atUnder) / (atUnder - atOver);
      const isInside = guess > under && guess < over && guesses < guessesMax;
      ask(isInside ? guess : middle);
    }
    if (middle <= under) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Lays out the pages of a cell; gives whether any of them shows an offer. */
function layCell(engine: Engine, cell: number): boolean {
  const { queries } = engine.world.sizes;
  let shown = 0;
  for (let shelf = cell * queries; shelf < (cell + 1) * queries; shelf++) {
    layPage(engine, 0, shelf);
    shown += engine.work.slotCount[shelf]!;
  }
  return shown > 0;
}

/** Expected orders of the cell's pages for one visit. */
function ordersAVisit(engine: Engine, cell: number): number {
  const { world, work } = engine;
  const { queries } = world.sizes;
  let orders = 0;
  let visits = 0;
  for (let shelf = cell * queries; shelf < (cell + 1) * queries; shelf++) {
    visits += work.visits[shelf]!;
    const count = work.slotCount[shelf]!;
    if (count === 0) continue;
    writeRates(engine, 0, shelf);
    for (let slot = 0; slot < count; slot++) orders += work.orderRate[shelf * pageSlots + slot]!;
  }
  return visits > 0 ? orders / visits : 0;
}
