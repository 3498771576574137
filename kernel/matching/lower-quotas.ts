/**
 * A round with lower quotas: places that open with so many students or not at all. A stable
 * matching need not exist then, so one of three explicit modes says what is done, and none of them
 * promises stability for the round as it was asked.
 */

import { cappedAcceptance } from "./capped-acceptance.ts";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import type { Market, Matching, Rules } from "./market.ts";
import { unplaced } from "./market.ts";
import type { CapForest } from "./nested-caps.ts";

/**
 * `report` matches as if there were none and lists what is short; `close` closes, one by one, the
 * place that lacks most and matches again; `reserve` fills lower quotas before any place gets more.
 */
export type LowerMode = "report" | "close" | "reserve";

export interface Settled {
  readonly placeOf: Matching;
  /** The market and rules for which it was matched: as asked, but for what the mode changed. */
  readonly market: Market;
  readonly rules: Rules;
  /** Places that were closed, in their order. */
  readonly closed: readonly number[];
  /** Open places with fewer students than their lower quota. */
  readonly short: readonly number[];
}

/** @param lower  least students of each place, 0 where there is no such bound */
export function settleRound(
  market: Market,
  rules: Rules,
  forest: CapForest,
  lower: Int32Array,
  mode: LowerMode,
): Settled {
  if (mode === "reserve") return settle(market, reserving(market, rules, lower), forest, lower, []);
  const first = settle(market, rules, forest, lower, []);
  if (mode === "report") return first;
  let last = first;
  for (;;) {
    const next = mostLacking(last, lower);
    if (next === null) return last;
    const capacities = last.market.capacities.slice();
    const targets = last.rules.targets.slice();
    capacities[next] = 0;
    targets[next] = 0;
    const closed = [...last.closed, next];
    last = settle({ ...market, capacities }, { ...rules, targets }, forest, lower, closed);
  }
}

function settle(
  market: Market,
  rules: Rules,
  forest: CapForest,
  lower: Int32Array,
  closed: readonly number[],
): Settled {
  const isFree = rules.caps.length === 0 && rules.spare === null;
  const placeOf = isFree ? deferredAcceptance(market) : cappedAcceptance(market, rules, forest);
  const loads = loadsOf(placeOf, market.places);
  const isClosed = new Set(closed);
  const short = [...lower.keys()].filter((p) => loads[p]! < lower[p]! && !isClosed.has(p));
  return { placeOf, market, rules, closed, short };
}

/** Students in each place. */
export function loadsOf(placeOf: Matching, places: number): Int32Array {
  const loads = new Int32Array(places);
  for (const p of placeOf) if (p !== unplaced) loads[p]! += 1;
  return loads;
}

/** Of the places that have some students and too few, the one that lacks the largest share. */
function mostLacking({ placeOf, market, short }: Settled, lower: Int32Array): number | null {
  const loads = loadsOf(placeOf, market.places);
  let worst: number | null = null;
  for (const p of short) {
    if (loads[p] === 0) continue;
    // (ℓ − load)/ℓ compared in whole numbers; of equals the first stays.
    const isMore =
      worst === null ||
      (lower[p]! - loads[p]!) * lower[worst]! > (lower[worst]! - loads[worst]!) * lower[p]!;
    if (isMore) worst = p;
  }
  return worst;
}

/** Lower quotas as targets, and no more seats above them than students would be left. */
function reserving({ students }: Market, rules: Rules, lower: Int32Array): Rules {
  const reserved = lower.reduce((sum, one) => sum + one, 0);
  return { ...rules, targets: lower, spare: Math.max(0, students - reserved) };
}
