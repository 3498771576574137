/** Carries out what `check-sourcing.ts` accepts. */
import { cancelPurchase, purchaseRow } from "../sourcing/purchases.ts";
import { orderInspection, orderSample } from "../sourcing/samples.ts";
import { askSupplier } from "../sourcing/talks.ts";
import { offerRow, type DecisionContext } from "./decision-context.ts";
import type { SourcingDecision } from "./sourcing-decision.ts";

export function performSourcing(
  context: DecisionContext,
  store: number,
  decision: SourcingDecision,
): void {
  const { state } = context;
  const row = offerRow(context, store, decision.sku);
  switch (decision.kind) {
    case "cancel-purchase":
      return cancelPurchase(context, purchaseRow(state, row, decision.purchase));
    case "negotiate":
      return askSupplier(context, store, state.skuOf[row]!, decision.supplier, decision.ask);
    case "order-sample":
      return orderSample(context, store, row, decision.supplier);
    case "order-inspection": {
      const at = purchaseRow(state, row, decision.purchase);
      return orderInspection(context, at, decision.shareBp);
    }
  }
}
