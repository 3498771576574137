/**
 * What a bot wants in the compatible sandbox: simple sellers without chance, so that a class is
 * never alone and a judge can foresee them. Skill, 0 to 4, makes them cheaper, better written and
 * more willing to pay.
 */
import { ofCents } from "../books/dollars.ts";
import { exchanged } from "../books/book.ts";
import { unitCost, unitMargin, unitShipping } from "../books/economics.ts";
import type { ListingScores, StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { dealPriceMost, marketPrices } from "../sandbox/market-price.ts";
import { currencyNumber } from "../world/lookups.ts";

/** Share of the market price that is asked, by skill, per cent. */
const pricePercent = [115, 108, 102, 96, 90] as const;
const costPercentLeast = 130;
/** Content by skill, thousandths; how much of a search stands in the listing, of 255. */
const contentMilli = [-300, 0, 200, 400, 600] as const;
const whole = 255;
const most = 180;
const some = 80;
/** Searches found whole and for the most part, by skill. */
const wholeSearches = [0, 0, 1, 3, 8] as const;
const mostSearches = [0, 1, 3, 8, 8] as const;
/** Of what a click is worth, per cent, by skill; the unskilled do not advertise. */
const bidPercent = [0, 0, 40, 50, 60] as const;
const promotionBp = [0, 0, 0, 500, 1000] as const;
/** Cents of a US dollar a day and market for banners. */
const bannerCents = [0, 0, 0, 200, 300] as const;

/** Every store differs a little from others of its skill, by its number. */
const spread = (store: number) => store % 5;

/** Whoever runs a store of the sandbox without people leaves buying to a rule. */
export function sandboxRule({ world, state }: DecisionContext, row: number): StoreDecision {
  const { sku, moq } = world.source.products[state.skuOf[row]!]!;
  return { kind: "set-reorder-rule", sku, pointUnits: moq, upToUnits: 2 * moq };
}

/**
 * The price asked in a market, minor units there; null where costs leave none that the law of the
 * sandbox allows.
 */
export function sandboxPrice(
  context: DecisionContext,
  row: number,
  market: number,
  service: number,
): number | null {
  const { world, state, trade, book } = context;
  const product = state.skuOf[row]!;
  const { category } = world.source.products[product]!;
  const reference = marketPrices(world, trade)[market * world.sizes.categories + category]!;
  const shipping = unitShipping(context, product, market, service);
  if (shipping === null || reference === 0) return null;
  const store = state.storeOf[row]!;
  const percent = pricePercent[state.botLevel[store]!]! + spread(store) - 2;
  const cost = exchanged(
    book,
    unitCost(context, product) + shipping,
    world.base,
    world.currencyOfMarket[market]!,
  );
  const wanted = Math.floor((reference * percent) / 100);
  const price = Math.max(wanted, Math.floor((cost * costPercentLeast) / 100), 1);
  return price <= dealPriceMost(world, reference) ? price : null;
}

export function sandboxScores({ state }: DecisionContext, row: number): ListingScores {
  const level = state.botLevel[state.storeOf[row]!]!;
  return {
    contentMilli: contentMilli[level]!,
    claimMilli: 0,
    relevance: Array.from({ length: state.sizes.queries }, (_, q) =>
      q < wholeSearches[level]! ? whole : q < mostSearches[level]! ? most : some,
    ),
  };
}

/** The bid on all searches, ticks; 0 for none. */
export function sandboxBid(context: DecisionContext, row: number, market: number): number {
  const { world, state, book } = context;
  const p = world.parameters;
  const store = state.storeOf[row]!;
  const price = state.priceMinor[row * state.sizes.markets + market]!;
  const margin = unitMargin(context, store, row, market, price) ?? 0;
  const percent = bidPercent[state.botLevel[store]!]! + spread(store);
  const worth = Math.max(0, margin) * p["sandbox.conversion.rate"] * percent;
  const dollar = currencyNumber(world, "USD");
  // A per cent of a cent is a tick.
  const ticks = exchanged(book, Math.floor(worth), world.base, dollar);
  return percent < 40 ? 0 : Math.min(100_000, ticks);
}

/** What a bot decides for an offer on its day of the week: a discount for the hesitant. */
export function sandboxPromotions(
  context: DecisionContext,
  store: number,
  row: number,
): readonly StoreDecision[] {
  const { state, world, seasonDay } = context;
  const depthBp = promotionBp[state.botLevel[store]!]!;
  if (depthBp === 0) return [];
  const { sku } = world.source.products[state.skuOf[row]!]!;
  return world.marketIds.map((market) => ({
    kind: "run-promotion",
    sku,
    market,
    depthBp,
    from: seasonDay,
    to: seasonDay + 5,
  }));
}

/** Banners of a week in every market, for the brand crowd. */
export function sandboxBanners(context: DecisionContext, store: number): readonly StoreDecision[] {
  const { state, world } = context;
  const cents = bannerCents[state.botLevel[store]!]!;
  if (cents === 0 || !world.source.scenario.modules.offsite) return [];
  const spendMinor = ofCents(context, cents + 10 * spread(store));
  return world.marketIds.map((market) => ({
    kind: "buy-display",
    market,
    text: "",
    spendMinor,
    days: 7,
    fitMilli: 500,
  }));
}
