/**
 * Goods on their way in: products taken up, purchases, stock moved to overseas warehouses, and
 * their arrival (market.md E13). Costs are minor units of the books' currency.
 */
import { account } from "../../ledger/account.ts";
import { normalQuantile } from "../../number/normal-quantile.ts";
import { permutation } from "../../random/permutation.ts";
import { erlang } from "../../random/erlang.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { Key } from "../../random/philox.ts";
import { uniform } from "../../random/uniform.ts";
import { transitQuantile } from "../../trade/transit.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import {
  postClearance,
  postDeposit,
  postFirstLeg,
  postGoodsOnAccount,
  postGoodsReceived,
  postPayable,
  postTransferReceived,
} from "../books/bookkeeping.ts";
import { depositOf } from "../decisions/check-stock.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { purchaseCost } from "../books/economics.ts";
import { firstLegOf, quoteFirstLeg } from "./first-leg.ts";
import { oweForGoods, onAccountCost, onAccountMode } from "../finance/supplier-credit.ts";
import { carrierOf, marketNumber, supplierOf } from "../world/lookups.ts";
import { addLayer, takeLayers } from "./stock-layers.ts";
import type { State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import type { World } from "../world/world.ts";

/**
 * How goods come: from the supplier, by air or sea to a warehouse, or back from a buyer; 4 is from
 * the supplier on account (`supplier-credit.ts`).
 */
export const supplyMode = Object.freeze({ supplier: 0, air: 1, sea: 2, back: 3 });

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

/**
 * Places a purchase: a share is paid now, or nothing on account; the goods come after the
 * supplier's lead time.
 */
export function buy(
  context: DecisionContext,
  row: number,
  units: number,
  number: number,
  isOnAccount = false,
): void {
  const { state, world, book, engineDay } = context;
  const product = state.skuOf[row]!;
  const price = purchaseCost(context, product, units);
  const cost = isOnAccount ? onAccountCost(context, price) : price;
  const deposit = isOnAccount ? 0 : depositOf(context, cost);
  const offer = state.offerNumber[row]!;
  postDeposit(book, state.storeOf[row]!, offer, supplierOf(world, product), deposit);
  addSupply(context, {
    row,
    pool: 0,
    units,
    costMinor: cost,
    paidMinor: deposit,
    dueOn: engineDay + leadDays(context, row, number),
    mode: isOnAccount ? onAccountMode : supplyMode.supplier,
    number,
  });
}

/** Days until a supplier delivers: gamma around its lead time, longer when it has failed. */
function leadDays(context: DecisionContext, row: number, number: number): number {
  const { state, world, effects, key } = context;
  const product = world.source.products[state.skuOf[row]!]!;
  const factor =
    (world.source.scenario.leadTimeBp / 10_000) * (effects.leadBp[product.category]! / 10_000);
  const shape = world.parameters["supply.leadShape"];
  const at = address(purpose.supplyLead);
  const days = erlang(
    product.leadDays * factor,
    shape,
    state.offerNumber[row]!,
    number,
    0,
    at,
    key,
  );
  return Math.max(1, Math.floor(days + 0.5));
}

type Supply = {
  readonly row: number;
  readonly pool: number;
  readonly units: number;
  readonly costMinor: number;
  readonly paidMinor: number;
  readonly dueOn: number;
  readonly mode: number;
  readonly number: number;
};

/** Writes goods on the way into a pool. */
function addSupply(
  { state, engineDay }: Pick<DecisionContext, "state" | "engineDay">,
  supply: Supply,
): void {
  const at = addRow(state.tables.supply);
  const to = state.tables.supply.columns;
  to.offer[at] = supply.row;
  to.pool[at] = supply.pool;
  to.units[at] = supply.units;
  to.costMinor[at] = supply.costMinor;
  to.paidMinor[at] = supply.paidMinor;
  to.dueOn[at] = supply.dueOn;
  to.mode[at] = supply.mode;
  to.number[at] = supply.number;
  to.orderedOn[at] = engineDay;
  state.inbound[supply.row * (state.sizes.markets + 1) + supply.pool]! += supply.units;
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
export type Arrival = { readonly row: number; readonly pool: number; readonly units: number };

/** Receives all goods due by the day and pays their balance. */
export function receiveSupplies(context: DecisionContext): readonly Arrival[] {
  const { state, world, book, engineDay } = context;
  const { supply } = state.tables;
  const arrivals: Arrival[] = [];
  let kept = 0;
  for (let at = 0; at < supply.rows; at++) {
    const { columns } = supply;
    const row = columns.offer[at]!;
    const pool = columns.pool[at]!;
    const units = columns.units[at]!;
    if (columns.dueOn[at]! > engineDay) {
      for (const column of Object.values(columns)) column[kept] = column[at]!;
      kept++;
      continue;
    }
    const cost = columns.costMinor[at]!;
    const store = state.storeOf[row]!;
    const offer = state.offerNumber[row]!;
    if (columns.mode[at] === supplyMode.supplier) {
      const supplier = supplierOf(world, state.skuOf[row]!);
      postGoodsReceived(book, store, offer, supplier, cost, columns.paidMinor[at]!);
    } else if (columns.mode[at] === onAccountMode) {
      postGoodsOnAccount(book, store, offer, supplierOf(world, state.skuOf[row]!), cost);
      oweForGoods(context, row, cost);
    } else {
      postTransferReceived(book, store, offer, pool - 1, cost);
    }
    addLayer(state, row, pool, units, cost, engineDay);
    state.inbound[row * (state.sizes.markets + 1) + pool]! -= units;
    arrivals.push({ row, pool, units });
  }
  supply.rows = kept;
  return arrivals;
}

/** Pays what was bought on account and is due. */
export function payDues({ state, world, book, engineDay }: DecisionContext): void {
  const { dues } = state.tables;
  let kept = 0;
  for (let at = 0; at < dues.rows; at++) {
    const { columns } = dues;
    if (columns.dueOn[at]! > engineDay) {
      for (const column of Object.values(columns)) column[kept] = column[at]!;
      kept++;
      continue;
    }
    const row = columns.offer[at]!;
    const supplier = supplierOf(world, state.skuOf[row]!);
    const amount = columns.amountMinor[at]!;
    postPayable(book, columns.store[at]!, state.offerNumber[row]!, supplier, amount);
  }
  dues.rows = kept;
}

/** Numbers of rules' purchases begin here, so that they never clash with those of the log. */
const reorderNumber = 1_000_000;

/** A purchase that a reorder rule placed. */
export type Reorder = { readonly row: number; readonly units: number };

/**
 * Fires standing reorder rules: when stock at home and on the way falls to the point, buys up to
 * the level, at least the minimum quantity, as far as the cash goes.
 */
export function reorder(context: DecisionContext): readonly Reorder[] {
  const { state, world } = context;
  const pools = state.sizes.markets + 1;
  const promised = balancesDue(state);
  const placed: Reorder[] = [];
  for (let row = 0; row < state.offerCount[0]!; row++) {
    const upTo = state.reorderUpTo[row]!;
    if (upTo === 0 || state.isDropped[row] === 1) continue;
    const cover = state.stock[row * pools]! + state.inbound[row * pools]!;
    if (cover > state.reorderPoint[row]!) continue;
    const { moq } = world.source.products[state.skuOf[row]!]!;
    const units = Math.min(decisionLimits.unitsPerPurchaseMax, Math.max(moq, upTo - cover));
    const store = state.storeOf[row]!;
    const cost = purchaseCost(context, state.skuOf[row]!, units);
    const cash = balanceOf(state, store, account.cash, world.base);
    // A rule never buys what cash could not pay in full beside what is promised; a person may.
    if (cash - promised[store]! < cost) continue;
    promised[store]! += cost - depositOf(context, cost);
    buy(context, row, units, reorderNumber + context.engineDay);
    placed.push({ row, units });
  }
  return placed;
}

/** What each store still owes for goods on their way. */
function balancesDue(state: State): Float64Array {
  const due = new Float64Array(state.sizes.stores);
  const { columns, rows } = state.tables.supply;
  for (let at = 0; at < rows; at++) {
    due[state.storeOf[columns.offer[at]!]!]! += columns.costMinor[at]! - columns.paidMinor[at]!;
  }
  return due;
}
