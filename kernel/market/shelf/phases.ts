/**
 * The phases of a day that may be cut into ranges (market.md section 9). The caller owns the
 * threads: `prepare` is cut by offers, `rank` and `slice` by shelves, and no phase begins before
 * every range of the one before has ended. A boundary may fall anywhere.
 */
import { writeRates } from "./choice.ts";
import { drawShelf } from "./draws.ts";
import type { Engine } from "../state/engine.ts";
import { layPage } from "./page.ts";
import { preparePhase } from "./prepare.ts";
import { rankPhase } from "./ranking.ts";

export { openDay, type DayOpening } from "./open-day.ts";
export { preparePhase } from "./prepare.ts";
export { rankPhase } from "./ranking.ts";
export { settleSlice } from "./settle.ts";

export type Phase = "prepare" | "rank" | "slice";
/** Runs a phase over everything, on however many threads. */
export type RunPhase = (phase: Phase, slice: number) => void;

/** Pages, rates and draws of one slice for shelves `from` to `to`. */
export function slicePhase(engine: Engine, slice: number, from: number, to: number): void {
  const { queries } = engine.world.sizes;
  const { isRepriced: isRepricedCell } = engine.work;
  engine.own.bids.cell = -1;
  for (let shelf = from; shelf < to; shelf++) {
    const isRepriced = isRepricedCell[Math.floor(shelf / queries)] === 1;
    if (layPage(engine, slice, shelf) || isRepriced) writeRates(engine, slice, shelf);
    drawShelf(engine, slice, shelf);
  }
}

/** How many pieces a phase can be cut into: offers in use, or shelves. */
export function phaseExtent({ state, world }: Engine, phase: Phase): number {
  return phase === "prepare" ? state.offerCount[0]! : world.sizes.shelves;
}

/** Runs one shard of a phase: the pieces from share `shard / shards` to the next. */
export function runShard(
  engine: Engine,
  phase: Phase,
  slice: number,
  shard: number,
  shards: number,
): void {
  const extent = phaseExtent(engine, phase);
  const from = Math.floor((extent * shard) / shards);
  const to = Math.floor((extent * (shard + 1)) / shards);
  if (phase === "prepare") preparePhase(engine, from, to);
  else if (phase === "rank") rankPhase(engine, from, to);
  else slicePhase(engine, slice, from, to);
}
