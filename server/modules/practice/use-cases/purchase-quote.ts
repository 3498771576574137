import type { DecisionWish, Projection } from "@echelon/contract/practice/decision.ts";
import { contextOf } from "@echelon/kernel/market/decisions/decision-context.ts";
import {
  meanLeadDays,
  quotePurchase,
  termsOf,
} from "@echelon/kernel/market/sourcing/supplier-terms.ts";
import { depositOf } from "@echelon/kernel/market/sourcing/tender-bids.ts";
import { tenderOf } from "@echelon/kernel/market/sourcing/tenders.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";

type Bid = Extract<DecisionWish, { kind: "bid-tender" }>;
type Purchase = Extract<Projection, { kind: "accepted" }>["purchase"];

/** All that an accepted purchase costs, and in how many days it comes; null for other wishes. */
export function purchaseOf(trial: Season, store: number, wish: DecisionWish): Purchase {
  if (wish.kind === "bid-tender") return lotOf(trial, store, wish);
  if (wish.kind !== "place-purchase") return null;
  const context = contextOf(trial);
  const product = context.world.skuOf.get(wish.sku);
  if (product === undefined) return null;
  const terms = termsOf(context, store, product, wish.supplier);
  if (terms === null) return null;
  return {
    ...quotePurchase(context, product, terms, wish.units, wish),
    leadDays: Math.max(1, Math.round(meanLeadDays(context, store, product, terms))),
  };
}

/** All that a bid costs if it wins every unit, and in how many days of the close they come. */
function lotOf(trial: Season, store: number, { tender, unitMinor, units }: Bid): Purchase {
  const context = contextOf(trial);
  const lot = tenderOf(context, tender);
  if (lot === null || units === 0) return null;
  const costMinor = unitMinor * units;
  const depositMinor = depositOf(context, store, lot.product, costMinor);
  return { costMinor, depositMinor, leadDays: lot.leadDays };
}
