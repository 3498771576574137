/**
 * Demand by place, segment and price: a panel of each market, asked who they are, whether they
 * bought and what they paid in all (practice.md section 7).
 */
import { binomial } from "../../random/binomial.ts";
import { multinomial } from "../../random/multinomial.ts";
import { normal } from "../../random/normal.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import { segmentCount } from "../parameters/parameter-lists.ts";
import { addSegmentOrders, noOrders } from "../shelf/segment-orders.ts";
import type { Engine } from "../state/engine.ts";
import { grown, marginErrors, shareOf, type Estimate } from "./estimate.ts";

export type DemandLine = {
  readonly segment: number;
  readonly visits: Estimate;
  readonly orders: Estimate;
  /** Orders / visits. */
  readonly conversion: Estimate;
  /** Minor units of the market's currency; -1 where nobody bought. */
  readonly paid: Estimate;
};

/** One market of the report. The engine stands after the day's first slice. */
export function demandOf(
  engine: Engine,
  store: number,
  market: number,
  category: number,
): readonly DemandLine[] {
  const { world, work, state, key } = engine;
  const { categories, queries } = world.sizes;
  const cell = market * categories + category;
  let inAll = 0;
  const buying = noOrders();
  for (let shelf = cell * queries; shelf < (cell + 1) * queries; shelf++) {
    inAll += work.visits[shelf]!;
    if (work.visits[shelf]! > 0) addSegmentOrders(engine, shelf, buying);
  }
  if (inAll <= 0) return [];
  const panel = world.parameters["research.panelVisits"];
  const day = 4 * state.day[0]!;
  const shares = world.segmentShare.slice(market * segmentCount, (market + 1) * segmentCount);
  const asked = new Int32Array(segmentCount);
  multinomial(panel, shares, asked, store, cell, day, address(purpose.panelSegment), key);
  const scale = inAll / panel;
  return Array.from(asked, (count, segment) => {
    const chance = buying.orders[segment]! / (inAll * shares[segment]!);
    const orderAt = address(purpose.panelBuyer, retriesMax * segment);
    const orders = binomial(count, chance, store, cell, day, orderAt, key);
    const luck = normal(store, cell, day, address(purpose.panelPrice, segment), key);
    return {
      segment,
      visits: grown(count, scale),
      orders: grown(orders, scale),
      conversion: shareOf(orders, count),
      paid: paidBy(orders, luck, buying, segment),
    };
  });
}

/** The mean of what so many buyers paid: as far from the truth as their number lets it be. */
function paidBy(
  orders: number,
  luck: number,
  { orders: all, paid, paidSquare }: ReturnType<typeof noOrders>,
  segment: number,
): Estimate {
  if (orders === 0 || all[segment] === 0) return { value: -1, margin: -1 };
  const mean = paid[segment]! / all[segment]!;
  const variance = Math.max(0, paidSquare[segment]! / all[segment]! - mean * mean);
  const error = Math.sqrt(variance / orders);
  return {
    value: Math.max(0, Math.floor(mean + error * luck + 0.5)),
    margin: Math.ceil(marginErrors * error + 0.5),
  };
}
