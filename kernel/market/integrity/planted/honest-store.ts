/**
 * Stores that play for themselves, each in its own way: they try prices, err and correct it, ration
 * what runs out, prune what sells least, and follow the teacher's advice when there is one. None of
 * it is meant for anybody else, though it may well help somebody.
 */
import { exchanged } from "../../books/book.ts";
import { soundPrice } from "../../books/sound-price.ts";
import { shippingFor } from "../../bots/bot-plan.ts";
import { contextOf, type DecisionContext } from "../../decisions/decision-context.ts";
import type { StoreDecision } from "../../decisions/decision.ts";
import { exampleListing, exampleScores } from "../../examples/example-season.ts";
import { firstSeat, type Season } from "../../state/season.ts";
import type { Luck } from "./luck.ts";
import { whole } from "./whole.ts";

/** What a store carries and how it thinks. */
export type Style = {
  readonly seat: number;
  readonly products: readonly number[];
  readonly markets: number;
  /** Of the price that would earn most, above and below 1. */
  readonly priceShare: number;
  /** Chance of trying another price on a day. */
  readonly tries: number;
  readonly isAdvertising: boolean;
  /** Bought at the start of each product. */
  readonly units: number;
  /** Words that buyers search for which its listings lack at most, of 255. */
  readonly lacking: number;
};

export function styleOf(luck: Luck, seat: number, products: number): Style {
  const all = Array.from({ length: products }, (_, product) => product);
  return {
    seat,
    products: luck.some(all, 3 + luck.below(2, seat, 1), seat, 2),
    markets: 1 + luck.below(2, seat, 3),
    priceShare: luck.between(0.85, 1.3, seat, 4),
    tries: luck.between(0.1, 0.5, seat, 5),
    isAdvertising: luck.share(seat, 6) < 0.6,
    units: 80,
    lacking: 120,
  };
}

/** What the store decides on a day. */
export function honestDay(
  season: Season,
  style: Style,
  day: number,
  luck: Luck,
): readonly StoreDecision[] {
  const context = contextOf(season);
  return day === 1 ? opening(context, style, luck) : running(context, style, day, luck);
}

/** The price that the editor proposes, minor units of the market; null where it cannot be sold. */
export function suggested(
  context: DecisionContext,
  store: number,
  product: number,
  market: number,
): number | null {
  const shipping = shippingFor(context, product, market, 1);
  if (shipping === null) return null;
  const price = soundPrice(context, store, product, market, shipping.service);
  if (price === null) return null;
  const { world, book } = context;
  return exchanged(book, Math.floor(price), world.base, world.currencyOfMarket[market]!);
}

function opening(context: DecisionContext, style: Style, luck: Luck): readonly StoreDecision[] {
  const { world } = context;
  const store = firstSeat(world) + style.seat;
  const sku = (product: number) => world.source.products[product]!.sku;
  const decisions: StoreDecision[] = style.products.map((product, place) => ({
    kind: "select-product",
    sku: sku(product),
    place,
  }));
  for (const product of style.products) {
    for (let market = 0; market < style.markets; market++) {
      const price = suggested(context, store, product, market);
      const shipping = shippingFor(context, product, market, 1);
      if (price === null || shipping === null) continue;
      const where = { sku: sku(product), market: world.marketIds[market]! };
      const service = world.source.trade.services[shipping.service]!.id;
      const { promiseDays } = shipping;
      const noise = luck.between(0.93, 1.07, style.seat, product, market, 8);
      const priceMinor = Math.max(1, whole(price * style.priceShare * noise));
      decisions.push({ kind: "set-shipping", ...where, service, feeMinor: 0, promiseDays });
      decisions.push({
        kind: "publish-listing",
        ...where,
        listing: exampleListing,
        scores: exampleScores(world, 240 - luck.below(style.lacking, style.seat, product, 9)),
        priceMinor,
      });
    }
    decisions.push({ kind: "place-purchase", sku: sku(product), units: style.units });
  }
  if (style.isAdvertising) decisions.push(...campaign(context, style, luck));
  return decisions;
}

function campaign(context: DecisionContext, style: Style, luck: Luck): readonly StoreDecision[] {
  const { world } = context;
  const all = (1 << world.sizes.queries) - 1;
  return [
    {
      kind: "open-campaign",
      campaign: 0,
      name: "All",
      dailyBudgetTicks: 50_000 + 10_000 * luck.below(10, style.seat, 10),
      markets: world.marketIds.slice(0, style.markets),
    },
    ...style.products.map((product) => ({
      kind: "set-bid" as const,
      campaign: 0,
      sku: world.source.products[product]!.sku,
      keyword: "",
      match: "auto" as const,
      bidTicks: 300 + luck.below(900, style.seat, product, 11),
      matches: world.marketIds.map((_, market) => (market < style.markets ? all : 0)),
    })),
  ];
}

type Listed = {
  readonly sku: string;
  readonly market: string;
  readonly row: number;
  readonly at: number;
};

/** The store's listings that are on sale. */
export function listedOf({ world, state }: DecisionContext, store: number): readonly Listed[] {
  const listed: Listed[] = [];
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row] !== store || state.isDropped[row] === 1) continue;
    for (let market = 0; market < state.sizes.markets; market++) {
      const at = row * state.sizes.markets + market;
      if (state.listing[at] !== 1) continue;
      const { sku } = world.source.products[state.skuOf[row]!]!;
      listed.push({ sku, market: world.marketIds[market]!, row, at });
    }
  }
  return listed;
}

function running(
  context: DecisionContext,
  style: Style,
  day: number,
  luck: Luck,
): readonly StoreDecision[] {
  const { state, world } = context;
  const { seat } = style;
  const store = firstSeat(world) + seat;
  const listed = listedOf(context, store);
  if (listed.length === 0) return [];
  const decisions: StoreDecision[] = [];
  const times = ({ sku, market, at }: Listed, factor: number) =>
    decisions.push({
      kind: "set-price",
      sku,
      market,
      priceMinor: Math.max(1, whole(state.priceMinor[at]! * factor)),
    });
  const one = luck.pick(listed, seat, day, 20);
  if (luck.share(seat, day, 21) < style.tries) times(one, luck.between(0.88, 1.15, seat, day, 22));
  // A slip: twice the price, mended the day after.
  if (isSlip(luck, seat, day)) times(luck.pick(listed, seat, day, 24), 2);
  if (isSlip(luck, seat, day - 1)) times(luck.pick(listed, seat, day - 1, 24), 0.5);
  if (isAdvised(luck, seat, day)) listed.forEach((each) => times(each, 1.12));
  if (luck.share(seat, day, 26) < 0.03) {
    const weakest = listed.toSorted(
      (a, b) => state.soldTotal[a.row]! - state.soldTotal[b.row]!,
    )[0]!;
    decisions.push({ kind: "withdraw-listing", sku: weakest.sku, market: weakest.market });
  }
  if (luck.share(seat, day, 27) < 0.05) {
    const depthBp = 500 + 500 * luck.below(4, seat, day, 28);
    decisions.push({
      kind: "run-promotion",
      sku: one.sku,
      market: one.market,
      depthBp,
      from: day,
      to: day + 2,
    });
  }
  if (style.isAdvertising && luck.share(seat, day, 29) < 0.04) {
    decisions.push({ kind: "stop-campaign", campaign: 0 });
  }
  for (const product of style.products) {
    const row = listed.find(({ row: r }) => state.skuOf[r] === product)?.row;
    if (row === undefined) continue;
    const home = row * (state.sizes.markets + 1);
    const { sku } = world.source.products[product]!;
    const left = state.stock[home]!;
    if (left + state.inbound[home]! < style.units / 2) {
      decisions.push({ kind: "place-purchase", sku, units: style.units });
    }
    // What runs out is sold dearer until more comes.
    if (left < 6 && luck.share(seat, day, 30, product) < 0.3) {
      listed
        .filter((each) => each.row === row && !isDear(context, store, each))
        .forEach((each) => times(each, 1.25));
    }
  }
  return decisions;
}

function isDear(context: DecisionContext, store: number, { row, at, market }: Listed): boolean {
  const { state, world } = context;
  const place = world.marketIds.indexOf(market);
  const proposed = suggested(context, store, state.skuOf[row]!, place) ?? 0;
  return state.priceMinor[at]! > 1.3 * proposed;
}

const isSlip = (luck: Luck, seat: number, day: number) =>
  day > 1 && luck.share(seat, day, 23) < 0.04;

/** On one day of some seasons the teacher says that all are too cheap; half of the class acts. */
const isAdvised = (luck: Luck, seat: number, day: number) =>
  day === 4 + luck.below(6, 0, 0, 50) && luck.share(1, 51) < 0.5 && luck.share(seat, 52) < 0.5;
