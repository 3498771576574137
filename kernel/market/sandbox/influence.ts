/** Media influence 媒体影响力: of the sandbox's own media auction no formula was found. */
import { promotionsOf } from "../offsite/shown-today.ts";
import type { Engine } from "../state/engine.ts";

/** Days whose promotion off the market counts: of one store, and of all others. */
export type InfluenceDays = {
  readonly store: number;
  readonly own: number;
  readonly others: number;
};

/**
 * Media influence by store · markets + market: how many see what the store has running off the
 * market today, or, in a season without that, what its campaigns may spend there a day, ticks.
 *
 * @param days  engine days other than the open one, for a day that never was
 */
export function influences(engine: Engine, days?: InfluenceDays): Float64Array {
  const { stores, markets } = engine.world.sizes;
  const sums = new Float64Array(stores * markets);
  if (!engine.world.source.scenario.modules.offsite) return addBudgets(engine, sums);
  if (days === undefined) return addViews(engine, sums, () => true);
  const { work } = engine;
  const today = work.day[0]!;
  work.day[0] = days.own;
  addViews(engine, sums, (store) => store === days.store);
  work.day[0] = days.others;
  addViews(engine, sums, (store) => store !== days.store);
  work.day[0] = today;
  return sums;
}

function addViews(
  engine: Engine,
  sums: Float64Array,
  isMeant: (store: number) => boolean,
): Float64Array {
  const { markets } = engine.world.sizes;
  for (const { store, market, views } of promotionsOf(engine)) {
    if (isMeant(store)) sums[store * markets + market]! += Math.floor(views + 0.5);
  }
  return sums;
}

function addBudgets({ state, work, world }: Engine, sums: Float64Array): Float64Array {
  const { markets } = world.sizes;
  const { columns, rows } = state.tables.campaigns;
  for (let row = 0; row < rows; row++) {
    if (work.campaignIsOpen[row] === 0) continue;
    for (let market = 0; market < markets; market++) {
      if (((columns.markets[row]! >>> market) & 1) === 0) continue;
      sums[columns.store[row]! * markets + market]! += columns.dailyBudgetTicks[row]!;
    }
  }
  return sums;
}
