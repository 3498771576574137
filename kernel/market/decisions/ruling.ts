/**
 * Whether a decision is accepted, warned about or refused, and what it costs (practice.md 4.1). The
 * close applies exactly what this accepts: `apply-decision.ts` asks here first.
 */
import type { Intervention, Ruling, StoreDecision } from "./decision.ts";
import { checkAdvertising } from "./check-advertising.ts";
import { checkAfterSales } from "./check-after-sales.ts";
import { checkCompany } from "./check-company.ts";
import { checkFinance } from "./check-finance.ts";
import { isFinance } from "./finance-decision.ts";
import { isResearch } from "./research-decision.ts";
import { checkResearch } from "./check-research.ts";
import { checkOffSite } from "./check-off-site.ts";
import { checkListing } from "./check-listing.ts";
import { checkRoom } from "./check-room.ts";
import { isRoom } from "./room-decision.ts";
import { checkSourcing } from "./check-sourcing.ts";
import { checkStatement } from "./check-statements.ts";
import { checkStock } from "./check-stock.ts";
import { isStatement } from "./statement-decision.ts";
import { checkTemptation } from "./check-temptation.ts";
import { checkTender } from "./check-tender.ts";
import { checkTier } from "./check-tier.ts";
import { checkTerms } from "./check-terms.ts";
import type { RefusalCode } from "./decision-codes.ts";
import { isWithin, refused, type DecisionContext } from "./decision-context.ts";
import { marketNumber } from "../world/lookups.ts";
import { shockKinds, sizesOf } from "../world/shock.ts";
import { isOnAutopilot, storeKind } from "../state/store-kind.ts";

/** What applying the decision now would do. Changes nothing. */
export function ruleOn(context: DecisionContext, store: number, decision: StoreDecision): Ruling {
  const { state } = context;
  if (!Number.isInteger(store) || store < 0 || store >= state.sizes.stores) {
    return refused("no-such-store", { store });
  }
  if (state.storeKind[store] === storeKind.absent) return refused("no-such-store", { store });
  if (isResearch(decision)) return checkResearch(context, store, decision);
  if (isStatement(decision)) return checkStatement(context, store, decision);
  if (isFinance(decision)) return checkFinance(context, store, decision);
  if (isRoom(decision)) return checkRoom(context, store, decision);
  switch (decision.kind) {
    case "select-product":
    case "drop-product":
    case "place-purchase":
    case "set-reorder-rule":
    case "move-stock":
      return checkStock(context, store, decision);
    case "publish-listing":
    case "edit-listing":
    case "withdraw-listing":
    case "relist-listing":
    case "set-price":
    case "run-promotion":
    case "end-promotion":
    case "set-shipping":
      return checkListing(context, store, decision);
    case "open-campaign":
    case "edit-campaign":
    case "stop-campaign":
    case "resume-campaign":
    case "set-bid":
    case "set-negative":
    case "bid-on-name":
      return checkAdvertising(context, store, decision);
    case "resolve-dispute":
    case "dispose-return":
    case "set-answer-policy":
    case "hire-staff":
    case "release-staff":
      return checkAfterSales(context, store, decision);
    case "set-after-sales":
    case "insure-parcels":
      return checkTerms(context, store, decision);
    case "publish-post":
    case "hold-livestream":
    case "buy-display":
    case "edit-landing":
    case "send-mail":
    case "buy-media":
    case "book-influencer":
      return checkOffSite(context, store, decision);
    case "set-office":
    case "train-staff":
    case "cover-shift":
      return checkCompany(context, store, decision);
    case "cancel-purchase":
    case "negotiate":
    case "order-sample":
    case "order-inspection":
      return checkSourcing(context, store, decision);
    case "bid-tender":
      return checkTender(context, store, decision);
    case "choose-tier":
      return checkTier(context, store, decision);
    case "accept-offer":
      return checkTemptation(context, store, decision);
  }
}

export type InterventionRuling =
  | { readonly kind: "accepted" }
  | Extract<Ruling, { readonly kind: "refused" }>;

/** Whether the steward may do this on the season's next day. */
export function ruleOnIntervention(
  context: DecisionContext,
  intervention: Intervention,
): InterventionRuling {
  const { state, world, seasonDay } = context;
  const no = (code: RefusalCode, facts = {}) =>
    refused(code, facts) as Extract<Ruling, { readonly kind: "refused" }>;
  switch (intervention.kind) {
    case "enter-store": {
      const { store } = intervention;
      const isFree =
        Number.isInteger(store) &&
        store >= 0 &&
        store < state.sizes.stores &&
        state.storeKind[store] === storeKind.absent;
      return isFree ? { kind: "accepted" } : no("seat-taken", { store });
    }
    case "inject-event": {
      const { shock } = intervention;
      if (shock.from < seasonDay || shock.days < 0 || shock.days > 400) {
        return no("intervention-in-past", { from: shock.from, day: seasonDay });
      }
      const unknown =
        shock.markets.find((id) => marketNumber(world, id) < 0) ??
        shock.categories.find((id) => !world.categoryIds.includes(id));
      if (unknown !== undefined || !shockKinds.includes(shock.kind)) {
        return no("value-not-allowed", { field: "place", place: unknown ?? shock.kind });
      }
      const { least, most } = sizesOf(shock.kind);
      return isWithin(shock.sizeBp, least, most)
        ? { kind: "accepted" }
        : no("value-not-allowed", { field: "size", sizeBp: shock.sizeBp, least, most });
    }
    case "begin-autopilot":
    case "end-autopilot": {
      const { store, kind } = intervention;
      if (state.storeKind[store] !== storeKind.people) return no("no-such-store", { store });
      const isOn = isOnAutopilot(state, store);
      if (kind === "end-autopilot") {
        return isOn ? { kind: "accepted" } : no("not-on-autopilot", { store });
      }
      return isOn ? no("value-not-allowed", { field: "store", store }) : { kind: "accepted" };
    }
    case "help-store":
    case "penalize-store": {
      const { store, amountMinor } = intervention;
      if (state.storeKind[store] === undefined || state.storeKind[store] === storeKind.absent) {
        return no("no-such-store", { store });
      }
      return Number.isSafeInteger(amountMinor) && amountMinor > 0 && amountMinor <= 1e12
        ? { kind: "accepted" }
        : no("value-not-allowed", { field: "amount", amount: amountMinor });
    }
  }
}
