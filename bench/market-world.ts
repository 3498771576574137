/** The world of the market's benches: 26,000 offers of 1,300 stores on 2,000 shelves. */
import { newHash, hex, mixBytes } from "@echelon/kernel/number/fnv.ts";
import { openEngine, type Engine } from "@echelon/kernel/market/state/engine.ts";
import { exampleState } from "@echelon/kernel/market/examples/example-state.ts";
import {
  exampleWorld,
  type ExampleOptions,
} from "@echelon/kernel/market/examples/example-world.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { isSmoke } from "./measure.ts";

/** Competition size; a tenth of the stores and visits in a smoke. */
export const competition: ExampleOptions = {
  markets: 10,
  categories: isSmoke ? 8 : 40,
  queries: 5,
  stores: isSmoke ? 60 : 1300,
  offersPerStore: 20,
  visitsPerDay: isSmoke ? 20_000 : 1_000_000,
  productsPerCategory: 10,
};

export const seasonKey = { k0: 42, k1: 7 };

/** The outside option that lets about four visits of a hundred end in a purchase. */
const logOutside = 6;

/** A season of that size in full swing, in memory that threads may share. */
export function openMarket(options: ExampleOptions = competition): Engine {
  const world = exampleWorld(options);
  const share = (bytes: number) => new SharedArrayBuffer(bytes);
  const state = exampleState(world, seasonKey, share, { logOutside });
  return openEngine(world, seasonKey, state, newWorkspace(world.sizes, share));
}

/** The digest of what a day of phases leaves behind, as the C yardstick reckons it. */
export function digestOfDay({ state, work }: Engine): string {
  const { markets } = state.sizes;
  const offers = state.offerCount[0]!;
  const listings = offers * markets;
  const { campaigns, adEntries } = state.tables;
  const hash = newHash();
  mixBytes(hash, state.stock.subarray(0, offers * (markets + 1)));
  mixBytes(hash, state.velocity.subarray(0, listings));
  mixBytes(hash, state.logShock);
  mixBytes(hash, campaigns.columns.pacing.subarray(0, campaigns.rows));
  mixBytes(hash, campaigns.columns.spentTicks.subarray(0, campaigns.rows));
  mixBytes(hash, work.clicks.subarray(0, listings));
  mixBytes(hash, work.soldOrders.subarray(0, listings));
  mixBytes(hash, work.soldUnits.subarray(0, listings));
  mixBytes(hash, work.adTicks.subarray(0, adEntries.rows));
  return hex(hash);
}
