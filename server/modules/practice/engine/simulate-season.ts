/**
 * Seasons without a database: bots alone, or a log played again. For the command line and tests.
 */
import { buildWorldSource, scenarios, type SourceChanges } from "@echelon/atlas/world-source.ts";
import type { DayResult } from "@echelon/kernel/market/day.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world/world.ts";
import { openMarketThreads } from "./market-threads.ts";
import { storeKind } from "@echelon/kernel/market/state/store-kind.ts";

export type SimulateRequest = {
  readonly scenario: string;
  readonly seed: number;
  readonly days: number;
  /** Threads, this one counted. */
  readonly workers: number;
  readonly changes?: SourceChanges;
  readonly log?: readonly LogEntry[];
  /** Called after each day. */
  readonly onDay?: (day: number, digest: string) => void;
};

export type SimulateResult = {
  readonly scenario: string;
  readonly seed: number;
  readonly days: number;
  readonly stores: number;
  readonly listings: number;
  readonly visits: number;
  readonly orders: number;
  readonly digest: string;
  /** Sum of all balances by currency: 0 each. */
  readonly ledgerSum: Readonly<Record<string, number>>;
  readonly msPerDay: number;
};

/** A season's key from a small number: simulations are repeated by it. */
export const seedOf = (number: number): Seed => ({ k0: number | 0, k1: 0x5ea5 });

/** The world of a scenario of the atlas; throws with its faults. */
export function scenarioWorld(scenario: string, changes: SourceChanges = {}): World {
  const compiled = compileWorld(buildWorldSource(scenario, undefined, changes));
  if (!compiled.ok) throw new Error(`scenario ${scenario}: ${JSON.stringify(compiled.faults)}`);
  return compiled.value;
}

/**
 * Opens a season, closes its days and adds them up. Totals count played days, not the burn-in.
 * Null when the atlas has no such scenario.
 */
export async function simulateSeason(request: SimulateRequest): Promise<SimulateResult | null> {
  const { scenario, seed, days, workers, log = [] } = request;
  if (!scenarios().some(({ id }) => id === scenario)) return null;
  const world = scenarioWorld(scenario, request.changes);
  const key = seedOf(seed);
  const opened = openSeason(world, key, (bytes) => new ArrayBuffer(bytes));
  const threads = await openMarketThreads(world, key, workers);
  threads.load(opened.state);
  const totals = { visits: 0, orders: 0, digest: "", ledgerSum: {} };
  const begun = performance.now();
  for (let day = 1; day <= days; day++) {
    const result = threads.close(log.filter((entry) => entry.day === day));
    addDay(totals, result);
    request.onDay?.(day, result.digest);
  }
  const msPerDay = (performance.now() - begun) / Math.max(1, days);
  const counts = countSeason(threads.season.state);
  await threads.stop();
  return {
    scenario,
    seed,
    days,
    ...counts,
    visits: Math.round(totals.visits),
    orders: totals.orders,
    digest: totals.digest,
    ledgerSum: totals.ledgerSum,
    msPerDay: Math.round(msPerDay * 100) / 100,
  };
}

type Totals = {
  visits: number;
  orders: number;
  digest: string;
  ledgerSum: Readonly<Record<string, number>>;
};

function addDay(totals: Totals, { tables, digest, ledgerSums }: DayResult): void {
  const { markets, stores } = tables;
  for (let row = 0; row < markets.rows; row++) totals.visits += markets.columns.visits[row]!;
  for (let row = 0; row < stores.rows; row++) totals.orders += stores.columns.orders[row]!;
  totals.digest = digest;
  totals.ledgerSum = ledgerSums;
}

function countSeason(state: DayResult["state"]): { stores: number; listings: number } {
  let stores = 0;
  for (const kind of state.storeKind) if (kind !== storeKind.absent) stores++;
  let listings = 0;
  const { markets } = state.sizes;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.isDropped[row] === 1) continue;
    for (let market = 0; market < markets; market++) {
      if (state.listing[row * markets + market] === 1) listings++;
    }
  }
  return { stores, listings };
}
