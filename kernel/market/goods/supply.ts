/**
 * Goods on their way in: products taken up, purchases, stock moved to overseas warehouses, and
 * their arrival (market.md E13). Costs are minor units of the books' currency.
 */
import { normalQuantile } from "../../number/normal-quantile.ts";
import { permutation } from "../../random/permutation.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { Key } from "../../random/philox.ts";
import { uniform } from "../../random/uniform.ts";
import { transitQuantile } from "../../trade/transit.ts";
import { exchanged } from "../books/book.ts";
import {
  postClearance,
  postFirstLeg,
  postGoodsOnAccount,
  postGoodsReceived,
  postTransferReceived,
} from "../books/bookkeeping.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { purchaseCost } from "../books/economics.ts";
import { firstLegOf, quoteFirstLeg } from "./first-leg.ts";
import { receivePurchase, type BoughtGoods } from "../sourcing/receive-purchase.ts";
import { maker } from "../sourcing/suppliers.ts";
import { carrierOf, marketNumber, supplierOf } from "../world/lookups.ts";
import { fits } from "./rooms.ts";
import { addLayer, takeLayers } from "./stock-layers.ts";
import { addSupply, isPurchase, supplyMode } from "./supply-table.ts";
import { addRow, keepRows } from "../state/tables.ts";
import type { World } from "../world/world.ts";

/** Opens an offer; a newcomer's first products come with goods on account. */
export function selectProduct(
  context: DecisionContext,
  store: number,
  sku: string,
  place: number,
): void {
  const { state, world, rowOfOffer } = context;
  const row = state.offerCount[0]!++;
  const product = world.skuOf.get(sku)!;
  const number = store * decisionLimits.offerPlacesMax + place;
  state.storeOf[row] = store;
  state.offerNumber[row] = number;
  state.skuOf[row] = product;
  state.categoryOf[row] = world.source.products[product]!.category;
  state.bornOn[row] = context.engineDay;
  state.fit[row] = endowedFit(world, store, place, context.key);
  state.offersOfStore[store] = place + 1;
  const { markets } = state.sizes;
  for (let market = 0; market < markets; market++) state.service[row * markets + market] = -1;
  rowOfOffer[number] = row;
  const { starter } = world.source.scenario;
  // Who opens with the season gets them, bots too, for they are what the others are measured by.
  const isNewcomer = context.seasonDay >= 1;
  if (isNewcomer && place < starter.products && starter.units > 0) {
    giveStarter(context, row, starter.units);
  }
}

/**
 * The latent fit of a store's product: every store gets the same normal quantiles, each in an order
 * of its own, so that nobody is luckier over all of them (market.md 14).
 */
export function endowedFit(world: World, store: number, place: number, key: Key): number {
  const quantiles = world.parameters["endowment.quantiles"];
  const order = permutation(quantiles, store, 0, 0, address(purpose.endowment), key);
  const p = (order[place % quantiles]! + 0.5) / quantiles;
  return world.parameters["fit.mean"] + world.parameters["fit.sd"] * normalQuantile(p);
}

function giveStarter(context: DecisionContext, row: number, units: number): void {
  const { state, world, book, engineDay } = context;
  const store = state.storeOf[row]!;
  const product = state.skuOf[row]!;
  const cost = purchaseCost(context, product, units);
  addLayer(state, row, 0, units, cost, engineDay);
  postGoodsOnAccount(book, store, state.offerNumber[row]!, supplierOf(world, product), cost);
  const due = addRow(state.tables.dues);
  const { columns } = state.tables.dues;
  columns.store[due] = store;
  columns.offer[due] = row;
  columns.dueOn[due] = engineDay + world.parameters["purchase.starterDays"];
  columns.amountMinor[due] = cost;
  columns.supplier[due] = maker;
}

/** Goods that are there and paid for at once: how those begin who traded before the season did. */
export function stockAtOnce(context: DecisionContext, row: number, units: number): void {
  const { state, world, book, engineDay } = context;
  const product = state.skuOf[row]!;
  const cost = purchaseCost(context, product, units);
  addLayer(state, row, 0, units, cost, engineDay);
  const supplier = supplierOf(world, product);
  postGoodsReceived(book, state.storeOf[row]!, state.offerNumber[row]!, supplier, cost, 0);
}

/** Sends units back to where they can be sold again, at what they cost. */
export function sendBack(
  context: Pick<DecisionContext, "state" | "engineDay" | "world">,
  row: number,
  pool: number,
  units: number,
  costMinor: number,
): void {
  const days = context.world.parameters[pool === 0 ? "back.homeDays" : "back.warehouseDays"];
  addSupply(context, {
    row,
    pool,
    units,
    costMinor,
    paidMinor: costMinor,
    dueOn: context.engineDay + days,
    mode: supplyMode.back,
    number: 0,
  });
}

/** Sends stock to an overseas warehouse: freight and duty become part of its cost. */
export function moveStock(
  context: DecisionContext,
  row: number,
  decision: Extract<StoreDecision, { readonly kind: "move-stock" }>,
  number: number,
): void {
  const { state, world, book, key, engineDay, trade } = context;
  const market = marketNumber(world, decision.market);
  const leg = firstLegOf(context, market, decision.mode)!;
  const product = state.skuOf[row]!;
  const quote = quoteFirstLeg(context, product, market, leg, decision.units)!;
  const goodsMinor = takeLayers(state, row, 0, decision.units);
  const store = state.storeOf[row]!;
  const offer = state.offerNumber[row]!;
  const currency = world.currencyOfMarket[market]!;
  const carrier = carrierOf(world, leg.index);
  const duty = exchanged(book, quote.dutyMinor, currency, world.base);
  const departure = { goodsMinor, freightMinor: quote.freightMinor, dutyMinor: duty };
  postFirstLeg(book, store, offer, market, carrier, departure);
  postClearance(book, store, offer, market, quote.dutyMinor, currency);
  const fate = trade.fate({ product, market: decision.market, service: leg.index });
  const u = uniform(offer, number, 0, address(purpose.supplyLead, 32), key);
  const days = fate.ok
    ? transitQuantile(fate.value.transit, Math.floor(u * 1_000_000))
    : leg.transitDays[1];
  const cost = goodsMinor + quote.freightMinor + duty;
  addSupply(context, {
    row,
    pool: 1 + market,
    units: decision.units,
    costMinor: cost,
    paidMinor: cost,
    dueOn:
      engineDay +
      Math.max(1, Math.floor((days * context.effects.transitBp[market]! + 5000) / 10_000)),
    mode: decision.mode === "air" ? supplyMode.air : supplyMode.sea,
    number,
  });
}

/** What arrived on a day, for reports. */
export type Arrival = {
  readonly row: number;
  readonly pool: number;
  readonly units: number;
  /** Where it was bought; null when it was moved or came back. */
  readonly bought: BoughtGoods | null;
};

/** Receives all goods due by the day and pays their balance. */
export function receiveSupplies(context: DecisionContext): readonly Arrival[] {
  const { state, book, engineDay } = context;
  const { supply } = state.tables;
  const arrivals: Arrival[] = [];
  const { columns } = supply;
  for (let at = 0; at < supply.rows; at++) {
    // What finds no room waits before the door, whole.
    const isDue = columns.dueOn[at]! <= engineDay;
    if (!isDue || !fits(context, columns.offer[at]!, columns.pool[at]!, columns.units[at]!)) {
      continue;
    }
    const row = columns.offer[at]!;
    const pool = columns.pool[at]!;
    const ordered = columns.units[at]!;
    state.inbound[row * (state.sizes.markets + 1) + pool]! -= ordered;
    if (isPurchase(columns.mode[at]!)) {
      const bought = receivePurchase(context, at);
      arrivals.push({ row, pool, units: bought.units, bought });
      columns.units[at] = 0;
      continue;
    }
    const cost = columns.costMinor[at]!;
    const store = state.storeOf[row]!;
    postTransferReceived(book, store, state.offerNumber[row]!, pool - 1, cost);
    addLayer(state, row, pool, ordered, cost, engineDay);
    arrivals.push({ row, pool, units: ordered, bought: null });
    // It is on hand: who comes after it on this day does not find it on its way as well.
    columns.units[at] = 0;
  }
  keepRows(supply, (at) => columns.units[at]! > 0);
  return arrivals;
}
