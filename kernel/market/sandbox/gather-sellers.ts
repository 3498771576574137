/** The sellers of a market and category as the deal sees them: read from the prepared day. */
import type { Engine } from "../state/engine.ts";
import { card, cardWidth } from "../state/workspace.ts";
import { cutBp } from "../promotions/price-cut.ts";
import { dealPriceMost, marketPrices } from "./market-price.ts";
import { adQuality, matchOf, performanceOf, relevanceOf, seoScore } from "./scores.ts";
import type { Match, Seller } from "./seller.ts";
import { tradeOn } from "../world/world.ts";

/** A listing of a cell that may sell today; the same on every keyword. */
export type CellSeller = Omit<
  Seller,
  "seoMilli" | "bidTicks" | "qualityMilli" | "campaign" | "budgetTicks" | "stock"
> & {
  /** Row of the offer and of its store, and the pool it sells from. */
  readonly offer: number;
  readonly store: number;
  readonly pool: number;
  readonly performancePoints: number;
};

/** A listing on one keyword. */
export type KeywordSeller = Seller & {
  readonly offer: number;
  readonly store: number;
  readonly pool: number;
  readonly relevance: number;
  readonly match: Match;
  readonly performanceMilli: number;
  /** Place of its best bid in the day's entries; -1 for none. */
  readonly entry: number;
};

/** A reported store's live listing that takes no part in the day's deals, and why. */
export type AbsentSeller = {
  readonly offer: number;
  readonly store: number;
  readonly fate: "tooDear" | "noStock";
};

/** The listings of a cell that are live, in stock, sellable and not too dear; and who is not. */
export function cellSellers(
  engine: Engine,
  market: number,
  category: number,
  influence: Float64Array,
): { readonly sellers: readonly CellSeller[]; readonly absent: readonly AbsentSeller[] } {
  const { world, state, work } = engine;
  const { markets, categories, offers } = world.sizes;
  const trade = tradeOn(world, work.day[0]!);
  const most = dealPriceMost(world, marketPrices(world, trade)[market * categories + category]!);
  const sellers: CellSeller[] = [];
  const absent: AbsentSeller[] = [];
  const end = work.categoryStart[category + 1]!;
  for (let position = work.categoryStart[category]!; position < end; position++) {
    const at = (market * offers + position) * cardWidth;
    const offer = work.offerAt[position]!;
    const store = state.storeOf[offer]!;
    // Not live, or the law or a sanction forbids the sale: that is told elsewhere.
    if (work.cards[at + card.logPrice] === -Infinity) continue;
    const listing = offer * markets + market;
    const dealPriceMinor = work.goodsMinor[listing]! + state.feeMinor[listing]!;
    const isEmpty = work.cards[at + card.rankBase] === -Infinity;
    if (isEmpty || dealPriceMinor > most) {
      const fate = isEmpty ? "noStock" : "tooDear";
      if (work.isReported[store] === 1) absent.push({ offer, store, fate });
      continue;
    }
    const performancePoints = performanceOf(world.parameters, state.velocity[listing]!);
    const reputation = state.storeStars[store]! - 3 * state.storeReviews[store]!;
    sellers.push({
      offer,
      store,
      pool: world.isLastMile[state.service[listing]!] === 1 ? 1 + market : 0,
      submitted: submissionOf(engine, offer),
      performancePoints,
      dealPriceMinor,
      isBrandShop: state.tier[store]! <= world.parameters["sandbox.brand.tier"],
      reputation,
      promiseDays: state.promiseDays[listing]!,
      influence: influence[store * markets + market]!,
      indexMilli: indexOf(engine, listing, store, performancePoints, reputation),
      promotionBp: promotionOf(engine, listing),
    });
  }
  return { sellers, absent };
}

/** Earlier products first, those of one day by their numbers, which go by order of entry. */
function submissionOf({ state }: Engine, offer: number): number {
  return state.bornOn[offer]! * numbersMax + state.offerNumber[offer]!;
}
const numbersMax = 4_194_304;

/** Composite index, thousandths of points: a weighted mean of five parts of 0 to 100. */
function indexOf(
  { world, state }: Engine,
  listing: number,
  store: number,
  performancePoints: number,
  reputation: number,
): number {
  const p = world.parameters;
  const size = Math.abs(reputation);
  const repute = 50 + (50 * reputation) / (size + p["sandbox.reputation.half"]);
  const visual = (state.contentMilli[listing]! + 1000) / 20;
  const service = 50 * (1 + state.answered[store]!);
  const delivery = 3000 / (30 + state.promiseDays[listing]!);
  return Math.floor(
    1000 *
      (p["sandbox.index.performance"] * performancePoints +
        p["sandbox.index.visual"] * visual +
        p["sandbox.index.reputation"] * repute +
        p["sandbox.index.service"] * service +
        p["sandbox.index.delivery"] * delivery) +
      0.5,
  );
}

function promotionOf({ state, work, world }: Engine, listing: number): number {
  const seasonDay = work.day[0]! - world.source.scenario.burnInDays + 1;
  return cutBp(state, listing, seasonDay);
}

/** The best bid of each offer of a category on a market's search: entry by offer. */
export function bestBids(
  { work, world }: Engine,
  market: number,
  category: number,
  query: number,
): ReadonlyMap<number, number> {
  const { markets } = world.sizes;
  const best = new Map<number, number>();
  const last = work.entryStart[category + 1]!;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    if (((work.entryMask[entry * markets + market]! >> query) & 1) === 0) continue;
    if (work.campaignIsOpen[work.entryCampaign[entry]!] === 0) continue;
    const offer = work.entryOffer[entry]!;
    const known = best.get(offer);
    if (known === undefined || work.entryBid[entry]! > work.entryBid[known]!) {
      best.set(offer, entry);
    }
  }
  return best;
}

/** A cell's sellers on one of its searches, with what stock and budgets are left. */
export function keywordSellers(
  engine: Engine,
  cell: { readonly market: number; readonly category: number; readonly query: number },
  sellers: readonly CellSeller[],
  left: {
    readonly stock: (offer: number, pool: number) => number;
    readonly budgetTicks: (campaign: number) => number;
  },
): KeywordSeller[] {
  const { world, state, work } = engine;
  const { parameters: p, sizes } = world;
  const { market, category, query } = cell;
  const bids = bestBids(engine, market, category, query);
  const relevance = relevanceOf(p, query);
  return sellers.map((one) => {
    const listing = one.offer * sizes.markets + market;
    const match = matchOf(p, state.relevance[listing * sizes.queries + query]!);
    const seoMilli = seoScore(p, relevance, match, one.performancePoints);
    const entry = bids.get(one.offer) ?? -1;
    const campaign = entry < 0 ? -1 : work.entryCampaign[entry]!;
    return {
      ...one,
      relevance,
      match,
      performanceMilli: Math.floor(1000 * one.performancePoints + 0.5),
      seoMilli,
      qualityMilli: adQuality(p, seoMilli),
      entry,
      bidTicks: entry < 0 ? 0 : work.entryBid[entry]!,
      campaign,
      budgetTicks: campaign < 0 ? 0 : left.budgetTicks(campaign),
      stock: left.stock(one.offer, one.pool),
    };
  });
}
