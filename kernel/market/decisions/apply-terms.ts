/** Carries out what `check-terms.ts` accepts. */
import { noReturns, returnPayers } from "../after-sales/terms.ts";
import { marketNumber } from "../world/lookups.ts";
import type { TermsDecision } from "./check-terms.ts";
import type { DecisionContext } from "./decision-context.ts";

export function performTerms(
  { state, world }: DecisionContext,
  store: number,
  decision: TermsDecision,
): void {
  const place = store * state.sizes.markets + marketNumber(world, decision.market);
  if (decision.kind === "insure-parcels") {
    state.insuredBp[place] = decision.coverBp;
    return;
  }
  state.returnDays[place] = decision.returnDays === 0 ? noReturns : decision.returnDays;
  state.warrantyMonths[place] = decision.warrantyMonths;
  state.returnPayer[place] = returnPayers.indexOf(decision.returnPayer);
}
