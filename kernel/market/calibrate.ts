/**
 * Calibration of the outside option (market.md E7): for each market and category the ln A0 at which
 * the planned share of visits ends in an order, by bisection on exact rates.
 */
import { writeRates } from "./choice.ts";
import type { Engine } from "./engine.ts";
import { layPage } from "./page.ts";
import { pageSlots } from "./world-limits.ts";

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
    let low = p["outside.logLow"];
    let high = p["outside.logHigh"];
    for (let step = 0; step < p["outside.steps"]; step++) {
      state.logOutside[cell] = (low + high) / 2;
      if (ordersAVisit(engine, cell) > p["outside.purchases"]) low = state.logOutside[cell]!;
      else high = state.logOutside[cell]!;
    }
    state.logOutside[cell] = (low + high) / 2;
  }
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
