/**
 * Stores that follow a recipe: constants chosen once, for every world alike. They show what a
 * leaked solution is worth in a world that nobody has seen, and that nonsense does not pay.
 */
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { contextOf, type DecisionContext } from "../decisions/decision-context.ts";
import { unitCost, unitShipping } from "../books/economics.ts";
import { soundPrice } from "../books/sound-price.ts";
import { exchanged } from "../books/book.ts";
import { unitsToOrder } from "../bots/buy-up-to.ts";
import { unitsAtHome } from "../goods/pools.ts";
import { moneyDecisions } from "../bots/treasury.ts";
import { dailyRate, shippingFor } from "../bots/bot-plan.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { skuAt, pickProducts, type Picking } from "./recipe-products.ts";
import { storeKind } from "../state/store-kind.ts";

export type Pricing =
  /** A share of the price that would earn most if rivals did not react. */
  | { readonly by: "sound"; readonly share: number }
  /** Goods and shipping, and nothing for the store. */
  | { readonly by: "cost" }
  /** What the leading store asked for the same goods the day before. */
  | { readonly by: "leader" };

export type Recipe = {
  readonly id: string;
  /** Of bots whose choice of service, promise and search words it has, 0 to 1. */
  readonly skill: number;
  readonly picking: Picking;
  readonly offers: number;
  readonly pricing: Pricing;
  /** Markets it sells in, the first ones; all when larger than there are. */
  readonly markets: number;
  readonly contentMilli: number;
  readonly claimMilli: number;
  /** Ticks a click; 0 does not advertise. */
  readonly bidTicks: number;
  readonly budgetTicks: number;
  /** Units bought of each product at the start; 0 never buys. */
  readonly firstUnits: number;
  /** Days of sales that are kept on hand and on the way. */
  readonly coverDays: number;
};

/** Words found, 255 for all: as many as bots of the same skill find for the obvious searches. */
const relevanceOf = ({ skill }: Recipe) => Math.floor(255 * (0.35 + 0.5 * skill));

const listing = {
  title: "A thing for every day",
  keywords: [],
  text: "",
  attributes: {},
  photoLevel: 0,
} as const;

/** What stores that follow recipes enter on a day; the first enters on seat 0. */
export function recipeEntries(
  recipes: readonly Recipe[],
): (season: Season, day: number) => readonly LogEntry[] {
  return (season, day) => {
    const context = contextOf(season);
    return recipes.flatMap((recipe, seat) => {
      const store = firstSeat(season.world) + seat;
      if (day === 1) return [entering(store, seat), ...opening(context, recipe, store)];
      return day % 7 === 1 ? weekly(context, recipe, store, day) : [];
    });
  };
}

const entering = (store: number, seat: number): LogEntry => ({
  store: -1,
  number: seat,
  day: 1,
  decision: { kind: "enter-store", store, name: `Recipe ${seat}` },
});

function numbered(
  store: number,
  day: number,
  decisions: readonly StoreDecision[],
): readonly LogEntry[] {
  return decisions.map((decision, at) => ({ store, number: day * 10_000 + at, day, decision }));
}

function opening(context: DecisionContext, recipe: Recipe, store: number): readonly LogEntry[] {
  const { world } = context;
  const products = pickProducts(context, recipe.picking, recipe.offers);
  const decisions: StoreDecision[] = [];
  products.forEach((product, place) =>
    decisions.push({ kind: "select-product", sku: skuAt(world, product), place }),
  );
  for (const product of products) {
    for (let market = 0; market < marketsOf(context, recipe); market++) {
      decisions.push(...listed(context, recipe, store, product, market));
    }
    const sku = skuAt(world, product);
    const { moq } = world.source.products[product]!;
    const units = Math.max(moq, recipe.firstUnits);
    if (recipe.firstUnits > 0) decisions.push({ kind: "place-purchase", sku, units });
    if (recipe.firstUnits > 0 && isPlanner(recipe)) {
      const pointUnits = Math.floor(units / 3);
      decisions.push({ kind: "set-reorder-rule", sku, pointUnits, upToUnits: units });
    }
  }
  if (recipe.bidTicks > 0) decisions.push(...campaign(context, recipe, products));
  return numbered(store, 1, decisions);
}

const marketsOf = ({ world }: DecisionContext, { markets }: Recipe) =>
  Math.min(markets, world.marketIds.length);

function listed(
  context: DecisionContext,
  recipe: Recipe,
  store: number,
  product: number,
  market: number,
): readonly StoreDecision[] {
  const { world } = context;
  const shipping = shippingFor(context, product, market, recipe.skill);
  if (shipping === null) return [];
  const priceMinor = priceOf(context, recipe, store, product, market, shipping.service);
  if (priceMinor === null) return [];
  const where = { sku: skuAt(world, product), market: world.marketIds[market]! };
  const service = world.source.trade.services[shipping.service]!.id;
  const scores = {
    contentMilli: recipe.contentMilli,
    claimMilli: recipe.claimMilli,
    relevance: Array.from({ length: world.sizes.queries }, () => relevanceOf(recipe)),
  };
  const { promiseDays } = shipping;
  return [
    { kind: "set-shipping", ...where, service, feeMinor: 0, promiseDays },
    { kind: "publish-listing", ...where, listing, scores, priceMinor },
  ];
}

/** A price in the market's currency; null where it cannot be sold. */
function priceOf(
  context: DecisionContext,
  { pricing }: Recipe,
  store: number,
  product: number,
  market: number,
  service: number,
): number | null {
  const { world, book } = context;
  const there = world.currencyOfMarket[market]!;
  const sound = soundPrice(context, store, product, market, service);
  const shipping = unitShipping(context, product, market, service);
  if (sound === null || shipping === null) return null;
  const base =
    pricing.by === "cost"
      ? unitCost(context, product) + shipping
      : pricing.by === "sound"
        ? sound * pricing.share
        : sound;
  const own = exchanged(book, Math.floor(base + 0.5), world.base, there);
  const copied = pricing.by === "leader" ? leadersPrice(context, product, market) : null;
  return Math.max(1, Math.min(100_000_000, copied ?? own));
}

/** What the store that sold most in the last week asks for a product, if it has it. */
function leadersPrice({ state }: DecisionContext, product: number, market: number): number | null {
  let best = -1;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    const cell = row * state.sizes.markets + market;
    if (state.skuOf[row] !== product || state.listing[cell] !== 1) continue;
    if (state.storeKind[state.storeOf[row]!] !== storeKind.bot) continue;
    if (best < 0 || state.soldWeek[row]! > state.soldWeek[best]!) best = row;
  }
  return best < 0 ? null : state.priceMinor[best * state.sizes.markets + market]!;
}

function campaign(
  { world }: DecisionContext,
  recipe: Recipe,
  products: readonly number[],
): readonly StoreDecision[] {
  const markets = world.marketIds.slice(0, recipe.markets);
  const all = (1 << world.sizes.queries) - 1;
  return [
    {
      kind: "open-campaign",
      campaign: 0,
      name: "All",
      dailyBudgetTicks: recipe.budgetTicks,
      markets,
    },
    ...products.map((product) => ({
      kind: "set-bid" as const,
      campaign: 0,
      sku: skuAt(world, product),
      keyword: "",
      match: "auto" as const,
      bidTicks: recipe.bidTicks,
      matches: world.marketIds.map((_, market) => (market < recipe.markets ? all : 0)),
    })),
  ];
}

/** The skilled leave buying to a standing rule, as bots do. */
const isPlanner = ({ skill }: Recipe) => skill > 0.6;

/** What is bought once a week, or the rule by which it is bought from now on. */
function restocked(
  context: DecisionContext,
  recipe: Recipe,
  row: number,
): readonly StoreDecision[] {
  const { world, state } = context;
  const { sku, leadDays } = world.source.products[state.skuOf[row]!]!;
  if (isPlanner(recipe)) {
    const lead = 4 + (leadDays * world.source.scenario.leadTimeBp) / 10_000;
    const rate = dailyRate(context, row);
    const pointUnits = Math.floor(rate * lead) + 2;
    const upToUnits = pointUnits + Math.floor(rate * recipe.coverDays) + 4;
    return [{ kind: "set-reorder-rule", sku, pointUnits, upToUnits }];
  }
  const wanted = Math.floor((state.soldWeek[row]! / 7) * recipe.coverDays) + 15;
  const units = unitsToOrder(context, row, wanted, unitsAtHome(state, row));
  return units === 0 ? [] : [{ kind: "place-purchase", sku, units }];
}

/** Once a week stock is planned anew, and a copied price is copied again. */
function weekly(
  context: DecisionContext,
  recipe: Recipe,
  store: number,
  day: number,
): readonly LogEntry[] {
  const { world, state } = context;
  const decisions: StoreDecision[] = isPlanner(recipe) ? [...moneyDecisions(context, store)] : [];
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row] !== store || state.isDropped[row] === 1) continue;
    const product = state.skuOf[row]!;
    const sku = skuAt(world, product);
    if (recipe.firstUnits > 0) decisions.push(...restocked(context, recipe, row));
    if (recipe.pricing.by !== "leader") continue;
    for (let market = 0; market < marketsOf(context, recipe); market++) {
      const priceMinor = leadersPrice(context, product, market);
      if (priceMinor === null || state.listing[row * state.sizes.markets + market] !== 1) continue;
      decisions.push({ kind: "set-price", sku, market: world.marketIds[market]!, priceMinor });
    }
  }
  return numbered(store, day, decisions);
}
