/** Checks of terms for after the sale and of insured parcels. */
import { legalWindow, returnPayers } from "../after-sales/terms.ts";
import { marketNumber } from "../world/lookups.ts";
import type { Ruling, StoreDecision, Warning } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

export type TermsDecision = Extract<StoreDecision, { kind: "set-after-sales" | "insure-parcels" }>;

export function checkTerms(
  context: DecisionContext,
  store: number,
  decision: TermsDecision,
): Ruling {
  const { world } = context;
  const market = marketNumber(world, decision.market);
  if (market < 0) return refused("no-such-market", { market: decision.market });
  const { terms, returns } = world.source.scenario.modules;
  if (!terms) return refused("module-off", { module: "terms" });
  if (decision.kind === "insure-parcels") {
    const { coverBp } = decision;
    if (!isWithin(coverBp, 0, 10_000)) {
      return refused("value-not-allowed", { field: "coverBp", value: coverBp });
    }
    const isIdle = coverBp > 0 && !sellsIn(context, store, market);
    const idle = isIdle ? [warning("nothing-sent-there", { market: decision.market })] : [];
    return accepted(decision, 0, idle);
  }
  if (!returns) return refused("module-off", { module: "returns" });
  const { returnDays, warrantyMonths, returnPayer } = decision;
  const not = (field: string, value: number) => refused("value-not-allowed", { field, value });
  if (!isWithin(returnDays, 0, limits.returnDaysMax)) return not("returnDays", returnDays);
  if (!isWithin(warrantyMonths, 0, limits.warrantyMonthsMax)) {
    return not("warrantyMonths", warrantyMonths);
  }
  if (!returnPayers.includes(returnPayer)) return not("returnPayer", 0);
  const least = legalWindow(world, market)?.days ?? 0;
  if (returnDays < least) {
    return refused("below-legal-window", { market: decision.market, days: returnDays, least });
  }
  const usual = world.parameters["terms.usualDays"];
  const short: Warning[] =
    returnDays < usual ? [warning("window-below-usual", { days: returnDays, usual })] : [];
  return accepted(decision, 0, short);
}

function sellsIn({ state }: DecisionContext, store: number, market: number): boolean {
  const { markets } = state.sizes;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row] === store && state.listing[row * markets + market] === 1) return true;
  }
  return false;
}
