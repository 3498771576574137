/** Checks of what a store carries: its products, purchases and stock. */
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import type { Ruling, StoreDecision } from "./decision.ts";
import { unnumbered } from "./decision.ts";
import { accepted, isWithin, offerRow, refused, type DecisionContext } from "./decision-context.ts";
import { checkPurchase, checkReorder } from "./check-purchase.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import { firstLegOf, quoteFirstLeg } from "../goods/first-leg.ts";
import { unitsEverywhere } from "../goods/pools.ts";
import { marketNumber } from "../world/lookups.ts";

type StockDecision = Extract<
  StoreDecision,
  {
    kind: "select-product" | "drop-product" | "place-purchase" | "set-reorder-rule" | "move-stock";
  }
>;

export function checkStock(
  context: DecisionContext,
  store: number,
  decision: StockDecision,
): Ruling {
  const { world } = context;
  const { sku } = decision;
  const product = world.skuOf.get(sku);
  if (product === undefined) return refused("no-such-product", { sku });
  const row = offerRow(context, store, sku);
  if (decision.kind === "select-product") return checkSelection(context, store, row, decision);
  if (row < 0) return refused("not-selected", { sku });
  switch (decision.kind) {
    case "drop-product":
      return checkDrop(context, row, decision);
    case "place-purchase":
      return checkPurchase(context, store, row, product, decision);
    case "set-reorder-rule":
      return checkReorder(context, store, row, product, decision);
    case "move-stock":
      return checkMove(context, store, row, product, decision);
  }
}

function checkSelection(
  context: DecisionContext,
  store: number,
  row: number,
  decision: Extract<StockDecision, { kind: "select-product" }>,
): Ruling {
  const { state, world } = context;
  const { sku } = decision;
  if (row >= 0) return refused("already-selected", { sku });
  const most = world.source.scenario.offersPerStore;
  if (openOffers(context, store) >= most) return refused("offer-cap", { most });
  const next = state.offersOfStore[store]!;
  const place = decision.place === unnumbered ? next : decision.place;
  if (!isWithin(place, next, limits.offerPlacesMax - 1)) {
    return next >= limits.offerPlacesMax
      ? refused("offer-cap", { most: limits.offerPlacesMax })
      : refused("number-used", { number: place });
  }
  if (state.offerCount[0]! >= state.sizes.offers) return refused("offer-cap", { most });
  return accepted({ ...decision, place });
}

function openOffers({ state, rowOfOffer }: DecisionContext, store: number): number {
  let open = 0;
  for (let place = 0; place < state.offersOfStore[store]!; place++) {
    const row = rowOfOffer[store * limits.offerPlacesMax + place]!;
    if (row >= 0 && state.isDropped[row] === 0) open++;
  }
  return open;
}

function checkDrop(context: DecisionContext, row: number, decision: StockDecision): Ruling {
  const units = unitsEverywhere(context.state, row);
  return units > 0 ? refused("stock-open", { units }) : accepted(decision);
}

function checkMove(
  context: DecisionContext,
  store: number,
  row: number,
  product: number,
  decision: Extract<StockDecision, { kind: "move-stock" }>,
): Ruling {
  const { state, world, book } = context;
  const market = marketNumber(world, decision.market);
  if (!world.source.scenario.modules.warehouses)
    return refused("module-off", { module: "warehouses" });
  if (market < 0) return refused("no-such-market", { market: decision.market });
  const onHand = state.stock[row * (state.sizes.markets + 1)]!;
  if (!isWithin(decision.units, 1, onHand)) {
    return refused("stock-short", { onHand, units: decision.units });
  }
  const leg = firstLegOf(context, market, decision.mode);
  const facts = { market: decision.market, mode: decision.mode };
  if (leg === null) return refused("service-unknown", facts);
  const quote = quoteFirstLeg(context, product, market, leg, decision.units);
  if (quote === null) return refused("service-refuses-parcel", facts);
  const duty = exchanged(book, quote.dutyMinor, world.currencyOfMarket[market]!, world.base);
  const needed = quote.freightMinor + duty;
  const cash = balanceOf(state, store, account.cash, world.base);
  return cash < needed ? refused("cash-short", { cash, needed }) : accepted(decision, -needed);
}
