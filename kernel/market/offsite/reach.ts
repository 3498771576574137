/**
 * How many people see what is spent off the market (market.md E19): reachMax (1 - e^(-spend /
 * scale)). The scale is such that the first views cost `perMilleUsd` a thousand; the more is spent
 * in one place, the dearer the next view.
 */
import { exp } from "../../number/exp.ts";
import type { World } from "../world/world.ts";
import type { SpentChannel } from "./channel.ts";

/** Visits a day of a market before season, weekday and shocks: what audiences are measured by. */
export function usualVisits(world: World, market: number): number {
  const { categories, queries } = world.sizes;
  const width = categories * queries;
  let visits = 0;
  for (let shelf = market * width; shelf < (market + 1) * width; shelf++) {
    visits += world.visits[shelf]!;
  }
  return visits;
}

/**
 * Views in one day.
 *
 * @param usd  spent in the channel and market on the day
 */
export function reachOf(world: World, channel: SpentChannel, market: number, usd: number): number {
  if (usd <= 0) return 0;
  const { parameters } = world;
  const most = parameters[`${channel}.reachMax`] * usualVisits(world, market);
  const scale = (most * parameters[`${channel}.perMilleUsd`]) / 1000;
  return scale > 0 ? most * (1 - exp(0 - usd / scale)) : 0;
}
