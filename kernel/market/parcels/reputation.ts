/** What a day leaves behind in memory: service averages, tiers, recent sales (market.md E12). */
import { account } from "../../ledger/account.ts";
import { clamp } from "../../number/clamp.ts";
import { balanceOf } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { Ends } from "./deliveries.ts";
import { equityOf } from "../books/payouts.ts";
import { unitsThere } from "../goods/pools.ts";
import type { DayReport } from "../reports/report.ts";
import type { State } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";
import { storeKind } from "../state/store-kind.ts";

/** Carries a day's ends into the stores' 30-day averages and settles their tiers. */
export function rememberEnds(context: DecisionContext, ends: Ends, report: DayReport): void {
  const { state, world } = context;
  const days = world.parameters["health.days"];
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    const delivered = ends.delivered[store]!;
    const ended = delivered + ends.undelivered[store]!;
    if (delivered > 0) {
      // What was paid for counts for the platform's metric, not for what buyers truly got.
      const counted = ends.onTime[store]! + ends.scannedOnTime[store]!;
      state.onTime[store]! += (counted / delivered - state.onTime[store]!) / days;
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

/** What a store's health is made of: each part's mark 0..1 and its weight in this season. */
export type HealthPart = {
  readonly name: "onTime" | "disputes" | "answered" | "tracking";
  readonly mark: number;
  readonly weight: number;
};

/**
 * The parts of health: kept promises, few disputes, answers, valid tracking. Where buyers neither
 * dispute nor ask, parcels that arrived stand for disputes and answering weighs nothing.
 */
export function healthParts(world: World, state: State, store: number): readonly HealthPart[] {
  const { parameters: p } = world;
  const { returns, service } = world.source.scenario.modules;
  const trouble = returns ? disputeRate(world, state, store) : state.lostShare[store]!;
  const answered = Math.max(0, state.answered[store]!);
  return [
    { name: "onTime", mark: state.onTime[store]!, weight: p["health.onTime"] },
    {
      name: "disputes",
      mark: 1 - Math.min(1, trouble / p["health.disputesScale"]),
      weight: p["health.disputes"],
    },
    { name: "answered", mark: answered, weight: service ? p["health.answered"] : 0 },
    { name: "tracking", mark: state.tracking[store]!, weight: p["health.tracking"] },
  ];
}

/** Health 0..1: the mean of its parts by their weights. */
export function healthOf(world: World, state: State, store: number): number {
  let sum = 0;
  let weights = 0;
  for (const { mark, weight } of healthParts(world, state, store)) {
    sum += mark * weight;
    weights += weight;
  }
  return clamp(sum / weights, 0, 1);
}

/**
 * Disputes of the last 30 days by units that met their end. A newcomer is given some units at the
 * rate that nobody can help, so that a first dispute is no verdict.
 */
export function disputeRate({ parameters: p }: World, state: State, store: number): number {
  const { markets } = state.sizes;
  let disputes = 0;
  let ended = 0;
  for (let cell = store * markets; cell < (store + 1) * markets; cell++) {
    disputes += state.monthDisputes[cell]!;
    ended += state.monthEnded[cell]!;
  }
  const prior = p["health.priorUnits"];
  return ended + prior > 0 ? (disputes + p["dispute.base"] * prior) / (ended + prior) : 0;
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
export function rememberSales({ state, world }: DecisionContext, work: Workspace): void {
  const { markets, stores } = state.sizes;
  const keep = world.parameters["velocity.keep"];
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
    if (!isListed(state, row)) continue;
    // What sold its last unit today had goods today.
    const had = units > 0 || unitsThere(state, row) > 0 ? 1 : 0;
    state.stockedShare[row] = keep * state.stockedShare[row]! + (1 - keep) * had;
    state.listedDays[state.storeOf[row]!]! += 1;
    state.stockedDays[state.storeOf[row]!]! += had;
  }
  for (let store = 0; store < stores; store++) {
    if (wanted[store] === 0) continue;
    state.soldUnits[store]! += sold[store]!;
    state.wantedUnits[store]! += wanted[store]!;
    state.fillRate[store]! += (sold[store]! / wanted[store]! - state.fillRate[store]!) / 30;
  }
}

function isListed({ sizes, listing, isDropped }: State, row: number): boolean {
  if (isDropped[row] === 1) return false;
  for (let market = 0; market < sizes.markets; market++) {
    if (listing[row * sizes.markets + market] === 1) return true;
  }
  return false;
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
    if (state.storeKind[store] === storeKind.absent) continue;
    state.equitySumMinor[store]! += equityOf(context, store);
    state.inventorySumMinor[store]! += balanceOf(state, store, account.inventory, world.base);
  }
}
