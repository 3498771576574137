/** The figures of a day that can be explained, expected and realised, in whole units. */
import { account, accountRow } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { convertMinor } from "../../money/convert.ts";
import { ratesOf } from "../books/currency.ts";
import { commissionBp, commissionOn } from "../books/economics.ts";
import { laneOf } from "../parcels/lanes.ts";
import { effectsOfDay } from "../state/season.ts";
import { currencyNumber } from "../world/lookups.ts";
import { tradeOn, type World } from "../world/world.ts";
import type { Blend } from "./blend-days.ts";
import type { ObservedDay } from "./observe-day.ts";
import type { OwnSales } from "./own-sales.ts";

/** Orders are counted; sales and profit are minor units of the books' currency. */
export const figures = ["orders", "sales", "profit"] as const;
export type FigureName = (typeof figures)[number];

/**
 * Integers by listing: place of the offer · markets + market. Orders in thousandths, for a listing
 * is rarely expected to bring whole ones.
 */
export type ListingFigures = Readonly<Record<FigureName, Float64Array>>;

const ticksPerCent = 100;
const half = (value: number) => Math.floor(value + 0.5);

/**
 * What the expected sales of a blend come to, each listing rounded once. Profit is what the day's
 * dispatch and clicks leave: price and fee less commission, duty, goods, shipping and ads.
 */
export function figuresOf(
  blend: Blend,
  sales: OwnSales,
  landed: { readonly goodsMinor: Int32Array; readonly sellerMinor: Int32Array },
): ListingFigures {
  const { world, state, seed, store } = blend;
  const { markets } = world.sizes;
  const { listings, width } = sales;
  const rates = ratesOf(world, state);
  const context = { world, state, effects: effectsOfDay({ world, seed, state }) };
  const trade = tradeOn(world, blend.lawDay);
  const made = {
    orders: new Float64Array(width),
    sales: new Float64Array(width),
    profit: new Float64Array(width),
  };
  const costs = goodsCosts(blend, sales);
  const dollar = toBase(world, rates, currencyNumber(world, "USD"));
  for (let at = 0; at < width; at++) {
    const units = sales.units[at]!;
    const row = listings.rows[Math.floor(at / markets)]!;
    const market = at % markets;
    const ads = (sales.adTicks[at]! / ticksPerCent) * dollar;
    made.orders[at] = half(1000 * sales.orders[at]!);
    made.profit[at] = half(0 - ads);
    if (units === 0) continue;
    const cell = row * markets + market;
    const there = toBase(world, rates, world.currencyOfMarket[market]!);
    const goods = landed.goodsMinor[cell]!;
    const bp = commissionBp(context, store, market, state.categoryOf[row]!);
    const isPromoted = sales.grossMinor[at]! > 0;
    const gross = isPromoted ? sales.grossMinor[at]! / units : goods + state.feeMinor[cell]!;
    const commission = isPromoted
      ? (sales.goodsMinor[at]! * bp) / (10_000 * units)
      : commissionOn(goods, bp);
    const kept = gross - commission - landed.sellerMinor[cell]!;
    const lane = laneOf(world, trade, state.skuOf[row]!, market, state.service[cell]!);
    const shipping = lane === null ? 0 : lane.costMinor * toBase(world, rates, lane.currency);
    made.sales[at] = half(units * gross * there);
    made.profit[at] = half(units * (kept * there - shipping) - costs[at]! - ads);
  }
  return made;
}

/** The figure of the whole store: money is the sum of its listings', orders are rounded once. */
export function totalOf(made: ListingFigures, name: FigureName): number {
  const sum = made[name].reduce((total, one) => total + one, 0);
  return name === "orders" ? half(sum / 1000) : sum;
}

/** What a day's account says of the store, and its parts that are no matter of the market. */
export type RealizedFigure = {
  readonly value: number;
  /** Of the value: what earlier sales and standing costs brought on this day. */
  readonly aside: Readonly<Record<Aside, number>>;
};

/** Parts of a day's figure that its shoppers have nothing to do with. */
export const asides = ["refunds", "promotion", "running", "revaluation"] as const;
export type Aside = (typeof asides)[number];

const none: RealizedFigure["aside"] = { refunds: 0, promotion: 0, running: 0, revaluation: 0 };

/** The figures as the day's report has them. */
export function realizedOf(
  world: World,
  day: ObservedDay,
  store: number,
): Readonly<Record<FigureName, RealizedFigure>> {
  const { stores } = day.result.tables;
  const row = stores.columns.store.subarray(0, stores.rows).indexOf(store);
  if (row < 0) throw new RangeError(`no report of store ${store}`);
  const flows = incomeFlows(world, day, store);
  const profit = stores.columns.profitMinor[row]!;
  const refunds = flows.refunds;
  const { promotion } = flows;
  const running = flows.all - flows.market - flows.refunds - promotion;
  return {
    orders: { value: stores.columns.orders[row]!, aside: none },
    sales: {
      value: stores.columns.revenueMinor[row]!,
      aside: { ...none, refunds: 0 - flows.refunded },
    },
    profit: {
      value: profit,
      aside: { refunds, promotion, running, revaluation: profit - flows.all },
    },
  };
}

/** Income of a store's documents of the day, in the books' currency. */
type IncomeFlows = {
  readonly all: number;
  /** Of dispatches and clicks. */
  readonly market: number;
  /** Of refunds, with the commission that comes back and the goods that do not. */
  readonly refunds: number;
  /** Paid for promotion off the market: nobody clicks it on the day's pages. */
  readonly promotion: number;
  /** What buyers got back, debit positive. */
  readonly refunded: number;
};

/** Sums by kind and currency, exchanged once each. */
function incomeFlows(world: World, day: ObservedDay, store: number): IncomeFlows {
  const { columns, rows } = day.result.tables.postings;
  const sums = {
    all: new Map(),
    market: new Map(),
    refunds: new Map(),
    promotion: new Map(),
    refunded: new Map(),
  };
  const add = (into: Map<number, number>, currency: number, minor: number) =>
    into.set(currency, (into.get(currency) ?? 0) + minor);
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store || columns.party[row] !== store) continue;
    const { kind, id } = accountRow(columns.account[row]!);
    if (kind !== "income" && kind !== "expense") continue;
    const [currency, credit] = [columns.currency[row]!, 0 - columns.amountMinor[row]!];
    add(sums.all, currency, credit);
    const document = columns.kind[row]!;
    const isMarket = document === documentKind.dispatch || document === documentKind.ads;
    if (isMarket) add(sums.market, currency, credit);
    if (document === documentKind.refund) add(sums.refunds, currency, credit);
    if (document === documentKind.offSite) add(sums.promotion, currency, credit);
    if (id === account.refunds) add(sums.refunded, currency, 0 - credit);
  }
  const rates = ratesOf(world, day.state);
  const inBase = (amounts: ReadonlyMap<number, number>) =>
    [...amounts].reduce(
      (sum, [currency, minor]) => sum + exchange(world, rates, minor, currency),
      0,
    );
  return {
    all: inBase(sums.all),
    market: inBase(sums.market),
    refunds: inBase(sums.refunds),
    promotion: inBase(sums.promotion),
    refunded: inBase(sums.refunded),
  };
}

function exchange(world: World, rates: Float64Array, minor: number, from: number): number {
  const { base, currencies } = world;
  return convertMinor(minor, currencies[from]!, currencies[base]!, rates[from]!, rates[base]!);
}

/** What one minor unit of a currency is in the books', unrounded to nine digits. */
function toBase(world: World, rates: Float64Array, from: number): number {
  return exchange(world, rates, 1_000_000_000, from) / 1_000_000_000;
}

/** Cost of the expected units by listing, oldest layers first, shared out by units. */
function goodsCosts(
  { world, state, stock }: Blend,
  { listings, units, width }: OwnSales,
): Float64Array {
  const { markets } = world.sizes;
  const costs = new Float64Array(width);
  const { columns, rows } = stock.state.tables.layers;
  listings.rows.forEach((row, own) => {
    for (let pool = 0; pool <= markets; pool++) {
      const at = (market: number) => own * markets + market;
      const sellers = Array.from({ length: markets }, (_, market) => market).filter(
        (market) => listings.poolOf(state, row, market) === pool,
      );
      const sold = sellers.reduce((sum, market) => sum + units[at(market)]!, 0);
      if (sold === 0) continue;
      let left = sold;
      let cost = 0;
      for (let layer = 0; layer < rows && left > 0; layer++) {
        if (columns.offer[layer] !== row || columns.pool[layer] !== pool) continue;
        const taken = Math.min(left, columns.units[layer]!);
        cost += (columns.costMinor[layer]! * taken) / Math.max(1, columns.units[layer]!);
        left -= taken;
      }
      for (const market of sellers) costs[at(market)] = (cost * units[at(market)]!) / sold;
    }
  });
  return costs;
}
