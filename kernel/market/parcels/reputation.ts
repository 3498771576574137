/** What a day leaves behind in memory: service averages, tiers, recent sales (market.md E12). */
import { account } from "../../ledger/account.ts";
import { clamp } from "../../number/clamp.ts";
import { balanceOf } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { Ends } from "./deliveries.ts";
import { equityOf } from "../books/payouts.ts";
import type { DayReport } from "../reports/report.ts";
import type { State } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";

/** Carries a day's ends into the stores' 30-day averages and settles their tiers. */
export function rememberEnds(context: DecisionContext, ends: Ends, report: DayReport): void {
  const { state, world } = context;
  const days = world.parameters["health.days"];
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === 0) continue;
    const delivered = ends.delivered[store]!;
    const ended = delivered + ends.undelivered[store]!;
    if (delivered > 0) {
      state.onTime[store]! += (ends.onTime[store]! / delivered - state.onTime[store]!) / days;
      state.deliveredUnits[store]! += delivered;
      state.onTimeUnits[store]! += ends.onTime[store]!;
    }
    if (ended > 0) {
      const lost = ends.undelivered[store]! / ended;
      state.lostShare[store]! += (lost - state.lostShare[store]!) / days;
    }
    // Of a newcomer nothing is known yet: it stays where everyone begins.
    if (state.deliveredUnits[store]! < world.parameters["health.unitsMin"]) continue;
    const tier = tierOf(world, healthOf(world, state, store));
    if (tier !== state.tier[store]) {
      state.tier[store] = tier;
      report.notice(store, "tier-changed", -1, -1, tier);
    }
  }
}

/**
 * Health 0..1: kept promises, parcels that arrived, valid tracking. Answering buyers is not part of
 * this season, so its weight falls to the others.
 */
export function healthOf({ parameters: p }: World, state: State, store: number): number {
  const weights = p["health.onTime"] + p["health.disputes"] + p["health.tracking"];
  const arrived = 1 - Math.min(1, state.lostShare[store]! / p["health.disputesScale"]);
  const health =
    p["health.onTime"] * state.onTime[store]! +
    p["health.disputes"] * arrived +
    p["health.tracking"] * state.tracking[store]!;
  return clamp(health / weights, 0, 1);
}

/** The best tier whose health a store reaches. */
function tierOf(world: World, health: number): number {
  const { tiers } = world.source;
  let best = tiers.length - 1;
  for (let tier = tiers.length - 1; tier >= 0; tier--) {
    if (health * 10_000 >= tiers[tier]!.healthMinBp) best = tier;
  }
  return best;
}

/** Recent sales of offers and stores. */
export function rememberSales({ state }: DecisionContext, work: Workspace): void {
  const { markets, stores } = state.sizes;
  const sold = new Float64Array(stores);
  const wanted = new Float64Array(stores);
  for (let row = 0; row < state.offerCount[0]!; row++) {
    let units = 0;
    let lost = 0;
    for (let cell = row * markets; cell < (row + 1) * markets; cell++) {
      const today = work.soldUnits[cell]!;
      units += today;
      lost += work.lostUnits[cell]!;
    }
    state.soldWeek[row] = Math.floor((state.soldWeek[row]! * 6) / 7) + units;
    state.soldTotal[row]! += units;
    sold[state.storeOf[row]!]! += units;
    wanted[state.storeOf[row]!]! += units + lost;
  }
  for (let store = 0; store < stores; store++) {
    if (wanted[store] === 0) continue;
    state.soldUnits[store]! += sold[store]!;
    state.wantedUnits[store]! += wanted[store]!;
    state.fillRate[store]! += (sold[store]! / wanted[store]! - state.fillRate[store]!) / 30;
  }
}

/** Counts the day for every store that decided something on it. */
export function rememberDecisions({ state, engineDay }: DecisionContext): void {
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.lastDecisionOn[store] === engineDay) state.daysDecided[store]!++;
  }
}

/** Sums from which scores take the mean equity and inventory of a store. */
export function rememberWealth(context: DecisionContext): void {
  const { state, world } = context;
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === 0) continue;
    state.equitySumMinor[store]! += equityOf(context, store);
    state.inventorySumMinor[store]! += balanceOf(state, store, account.inventory, world.base);
  }
}
