/** Carries out what `check-stock.ts` and `check-tier.ts` accept. */
import { moveStock, selectProduct } from "../goods/supply.ts";
import { buy } from "../sourcing/purchases.ts";
import { takeBackBids } from "../sourcing/tender-bids.ts";
import type { StoreDecision } from "./decision.ts";
import { makeIn } from "./check-tier.ts";
import { offerRow, type DecisionContext } from "./decision-context.ts";

type Of<K extends StoreDecision["kind"]> = Extract<StoreDecision, { readonly kind: K }>;

/** @param number  of the log entry within its store: purchases are known by it */
export function performStock(
  context: DecisionContext,
  store: number,
  number: number,
  decision: Of<
    | "select-product"
    | "drop-product"
    | "place-purchase"
    | "set-reorder-rule"
    | "move-stock"
    | "choose-tier"
  >,
): void {
  if (decision.kind === "select-product") {
    return selectProduct(context, store, decision.sku, decision.place);
  }
  const row = offerRow(context, store, decision.sku);
  switch (decision.kind) {
    case "drop-product":
      takeBackBids(context.state, row);
      context.state.isDropped[row] = 1;
      return;
    case "place-purchase":
      return buy(context, row, number, decision.units, decision);
    case "set-reorder-rule":
      return setReorderRule(context, row, decision);
    case "move-stock":
      return moveStock(context, row, decision, number);
    case "choose-tier":
      context.state.chosenMake[row] = makeIn(decision);
      return;
  }
}

function setReorderRule(
  { state }: DecisionContext,
  row: number,
  decision: Of<"set-reorder-rule">,
): void {
  state.reorderPoint[row] = decision.pointUnits;
  state.reorderUpTo[row] = decision.upToUnits;
  state.reorderSupplier[row] = decision.supplier ?? 0;
  state.reorderDepositBp[row] = decision.depositBp ?? 0;
  state.reorderOnAccount[row] = decision.isOnAccount === true ? 1 : 0;
}
