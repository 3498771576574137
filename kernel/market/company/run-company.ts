/**
 * What a company costs at the end of a day, beside the people in service: wages and rent; and what
 * those brought who saw to suppliers themselves.
 */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import { storeKind } from "../state/store-kind.ts";
import { payCrew } from "./crews.ts";
import { payRent } from "./office.ts";
import { headsOnShift } from "./shifts.ts";

export function runCompany(context: DecisionContext, report: DayReport): void {
  const { state, world, shifts } = context;
  if (!world.source.scenario.modules.company) return;
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    payCrew(context, store, "operations");
    payRent(context, store);
    if (headsOnShift(shifts, store, "operations") === 0) continue;
    report.notice(store, "shift-hastened", -1, -1, shifts.hastened[store]!);
  }
}
