/** Checks and carries out that an offer of the inbox is accepted. Ignoring one needs nothing. */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { accept, acceptedRow } from "../temptations/accepted-offers.ts";
import { cashOfOffer, inboxOffer } from "../temptations/inbox.ts";
import { scopeOf, temptationKinds } from "../temptations/temptation-kinds.ts";
import { marketNumber } from "../world/lookups.ts";
import type { Ruling } from "./decision.ts";
import type { TemptationDecision } from "./temptation-decision.ts";
import { accepted, offerRow, refused, warning, type DecisionContext } from "./decision-context.ts";

/** Accepted while it stands, whatever it is: what follows from it is found out later. */
export function checkTemptation(
  context: DecisionContext,
  store: number,
  decision: TemptationDecision,
): Ruling {
  const { state, world, seasonDay } = context;
  if (!world.source.scenario.modules.temptations) {
    return refused("module-off", { module: "temptations" });
  }
  const number = decision.offer;
  const offer = inboxOffer(context, store, number);
  if (offer === null || offer.from > seasonDay) return refused("no-such-inbox-offer", { number });
  // A log that is played under other luck holds letters that never came, or others in their place.
  const { what } = decision;
  if (what !== undefined && what !== temptationKinds[offer.kind]) {
    return refused("no-such-inbox-offer", { number });
  }
  if (acceptedRow(state, store, number) >= 0) return refused("inbox-offer-accepted", { number });
  if (offer.to < seasonDay) return refused("inbox-offer-lapsed", { number, day: offer.to });
  const place = placeOf(context, store, decision, offer.kind);
  if (place.kind === "refused") return place.ruling;
  const minor = cashOfOffer(context, store, offer);
  const cash = balanceOf(state, store, account.cash, world.base);
  const warnings =
    cash + minor < 0 ? [warning("balance-not-covered", { cash, cost: 0 - minor })] : [];
  return accepted(filled(decision, offer.kind), minor, warnings);
}

/** The decision as the log keeps it: what was accepted, and for what of the store. */
function filled({ offer, sku, market }: TemptationDecision, kind: number): TemptationDecision {
  const what = temptationKinds[kind]!;
  const scope = scopeOf(kind);
  if (scope === "store") return { kind: "accept-offer", offer, what };
  if (scope === "offer") return { kind: "accept-offer", offer, what, sku };
  return { kind: "accept-offer", offer, what, sku, market };
}

export function performTemptation(
  context: DecisionContext,
  store: number,
  decision: TemptationDecision,
): void {
  const offer = inboxOffer(context, store, decision.offer);
  if (offer === null) throw new Error(`store ${store} accepted no offer ${decision.offer}`);
  const place = placeOf(context, store, decision, offer.kind);
  if (place.kind === "refused") throw new Error(`offer ${offer.number} has no place`);
  accept(context, store, offer, place.row, place.market);
}

type Place =
  | { readonly kind: "place"; readonly row: number; readonly market: number }
  | { readonly kind: "refused"; readonly ruling: Ruling };

/** What of the store an offer is for: all of it, one own offer, or one listing. */
function placeOf(
  context: DecisionContext,
  store: number,
  { sku = "", market = "" }: TemptationDecision,
  kind: number,
): Place {
  const { state, world } = context;
  const no = (ruling: Ruling): Place => ({ kind: "refused", ruling });
  const scope = scopeOf(kind);
  if (scope === "store") return { kind: "place", row: -1, market: -1 };
  const row = offerRow(context, store, sku);
  if (row < 0) return no(refused("not-selected", { sku }));
  if (scope === "offer") return { kind: "place", row, market: -1 };
  const at = marketNumber(world, market);
  if (at < 0) return no(refused("no-such-market", { market }));
  const isListed = state.listing[row * state.sizes.markets + at] !== 0;
  return isListed ? { kind: "place", row, market: at } : no(refused("not-listed", { sku, market }));
}
