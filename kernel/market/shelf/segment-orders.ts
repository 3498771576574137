/**
 * Who buys on a shelf: a day's expected orders of its first page by segment of shoppers, and what
 * they pay. Read when somebody asks, never on the day's own way.
 */
import type { Engine } from "../state/engine.ts";
import { segmentCount } from "../parameters/parameter-lists.ts";
import { pageSlots } from "../world/world-limits.ts";
import { rateShelf } from "./expected-rates.ts";
import { pageStart } from "./page.ts";

/** By segment: orders, and the sums over orders of the landed price and of its square. */
export type SegmentOrders = {
  readonly orders: Float64Array;
  readonly paid: Float64Array;
  readonly paidSquare: Float64Array;
};

export const noOrders = (): SegmentOrders => ({
  orders: new Float64Array(segmentCount),
  paid: new Float64Array(segmentCount),
  paidSquare: new Float64Array(segmentCount),
});

/** Adds a shelf's orders. The engine's workspace is as before when it returns. */
export function addSegmentOrders(engine: Engine, shelf: number, into: SegmentOrders): void {
  const { work, world, own } = engine;
  const { shelves, queries, categories, markets } = world.sizes;
  const market = Math.floor(shelf / (queries * categories));
  rateShelf(engine, shelf);
  const count = work.slotCount[shelf]!;
  const page = pageStart(shelves, 0, shelf);
  let depth = 0;
  for (let slot = 0; slot < count; slot++) {
    while (slot >= world.depthSlots[depth]!) depth++;
    const row = work.factRow[shelf * pageSlots + slot]!;
    const price = work.landedMinor[work.pageOffer[page + slot]! * markets + market]!;
    for (let segment = 0; segment < segmentCount; segment++) {
      const orders =
        work.attraction[row * segmentCount + segment]! *
        own.nestSum[depth * segmentCount + segment]! *
        work.factCheckout[row]!;
      into.orders[segment]! += orders;
      into.paid[segment]! += orders * price;
      into.paidSquare[segment]! += orders * price * price;
    }
  }
}
