/** What a company costs at the end of a day, beside the people in service: wages and rent. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { storeKind } from "../state/store-kind.ts";
import { payCrew } from "./crews.ts";
import { payRent } from "./office.ts";

export function runCompany(context: DecisionContext): void {
  const { state, world } = context;
  if (!world.source.scenario.modules.company) return;
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    payCrew(context, store, "operations");
    payRent(context, store);
  }
}
