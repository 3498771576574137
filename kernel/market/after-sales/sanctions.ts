/**
 * What the platform does about stores with too many disputes or chargebacks in a market (market.md
 * E12): it warns; two weeks later ranks them lower; two more weeks later suspends them for a week.
 */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import type { State } from "../state/state.ts";
import { lowerUntil } from "../temptations/integrity-record.ts";
import type { World } from "../world/world.ts";

/** A store's standing in a market, as `state.sanction` has it. */
export const sanctionKinds = ["none", "warned", "ranked-lower", "suspended"] as const;
export const sanction = Object.freeze({ none: 0, warned: 1, rankedLower: 2, suspended: 3 });

/** Lets a day of memory fade before its own cases are counted. */
export function fadeCases({ state, world }: DecisionContext): void {
  const { returns, service } = world.source.scenario.modules;
  if (!returns && !service) return;
  const keep = 1 - 1 / world.parameters["health.days"];
  for (const name of ["monthEnded", "monthDisputes", "monthChargebacks"] as const) {
    const column = state[name];
    for (let cell = 0; cell < column.length; cell++) column[cell]! *= keep;
  }
}

/** Rates of the last 30 days, and whether one of them is beyond what the platform suffers. */
export type CaseRates = {
  readonly disputes: number;
  readonly chargebacks: number;
  readonly isBad: boolean;
};

export function caseRates({ parameters: p }: World, state: State, cell: number): CaseRates {
  const ended = state.monthEnded[cell]!;
  const disputes = ended > 0 ? state.monthDisputes[cell]! / ended : 0;
  const chargebacks = ended > 0 ? state.monthChargebacks[cell]! / ended : 0;
  const least = p["sanction.casesMin"];
  // A handful of cases says nothing, whatever the rate: card networks ask for a number as well.
  const isBad =
    (state.monthDisputes[cell]! >= least && disputes > p["sanction.disputes"]) ||
    (state.monthChargebacks[cell]! >= least && chargebacks > p["sanction.chargebacks"]);
  return { disputes, chargebacks, isBad };
}

/** The next standing of a store in a market after so many days in the present one. */
export function nextSanction(
  { parameters: p }: Pick<World, "parameters">,
  now: number,
  days: number,
  isBad: boolean,
): number {
  if (now === sanction.suspended) {
    // Who comes back is watched: it stands warned until its rates are good.
    return days >= p["sanction.suspendedDays"] ? sanction.warned : now;
  }
  if (!isBad) return sanction.none;
  if (now === sanction.none) return sanction.warned;
  return days >= p["sanction.stepDays"] ? now + 1 : now;
}

/** Settles every store's standing in every market, and tells of what changed. */
export function sanctionStores(context: DecisionContext, report: DayReport): void {
  const { state, world, engineDay } = context;
  const { returns, temptations } = world.source.scenario.modules;
  if (!returns && !temptations) return;
  const { stores, markets } = state.sizes;
  for (let cell = 0; cell < stores * markets; cell++) {
    const now = state.sanction[cell]!;
    const store = Math.floor(cell / markets);
    const isHeld = engineDay < lowerUntil(context, store);
    if (
      !isHeld &&
      now === 0 &&
      state.monthDisputes[cell] === 0 &&
      state.monthChargebacks[cell] === 0
    )
      continue;
    const { isBad } = caseRates(world, state, cell);
    const byRates = nextSanction(world, now, engineDay - state.sanctionSince[cell]!, isBad);
    // Found bought reviews hold a store down for their days, however good its rates are.
    const next = isHeld ? Math.max(byRates, sanction.rankedLower) : byRates;
    if (next === now) continue;
    state.sanction[cell] = next;
    state.sanctionSince[cell] = engineDay;
    report.notice(store, "sanction-changed", -1, cell % markets, next);
  }
}
