/**
 * Preparation of listings (market.md section 7, step 4): what a day's ranking and choice start
 * from.
 */
import { log } from "../../number/log.ts";
import { cutPrice } from "../promotions/price-cut.ts";
import type { Engine } from "../state/engine.ts";
import { writeLandedPrice } from "./landed-price.ts";
import { servicesMax } from "../world/world-limits.ts";
import { card, cardWidth } from "../state/workspace.ts";

/** Live in `listing`; 2 is withdrawn. */
export const live = 1;

/** Standings in `sanction`: ranked lower, and suspended. */
const rankedLower = 2;
const suspended = 3;

/**
 * Prepares the offers of rows `from` to `to`: landed prices that changed, review terms, and the
 * part of the rank score that does not depend on price, query and luck (E4).
 */
export function preparePhase(engine: Engine, from: number, to: number): void {
  const { world, state, work } = engine;
  const { parameters, sizes, tierBonus } = world;
  const penalty = parameters["rank.penalty"];
  const end = Math.min(to, state.offerCount[0]!);
  for (let offer = from; offer < end; offer++) {
    if (work.seenSku[offer] !== state.skuOf[offer]) forgetOffer(engine, offer);
    const store = state.storeOf[offer]!;
    work.isReportedOffer[offer] = work.isReported[store]!;
    const answered = state.answered[store]!;
    const ofOffer =
      prepareReviews(engine, offer) +
      freshness(engine, offer) +
      tierBonus[state.tier[store]!]! -
      penalty * (answered < 0 ? -answered : 0);
    prepareListings(engine, offer, ofOffer, sizes.markets);
  }
}

/** Writes the review term of E3; gives the part of it that ranks. */
function prepareReviews({ world, state, work }: Engine, offer: number): number {
  const { parameters } = world;
  const prior = parameters["utility.priorReviews"];
  const priorStars = parameters["utility.priorStars"];
  const reviews = state.reviewCount[offer]!;
  const count = reviews + prior;
  const mean = (state.starSum[offer]! + prior * priorStars) / count;
  const squares = state.starSquareSum[offer]! + prior * priorStars * priorStars;
  const variance = squares / count - mean * mean;
  const aboveCenter = mean - parameters["utility.starsCenter"];
  work.reviewTerm[offer] =
    parameters["utility.stars"] * aboveCenter +
    parameters["utility.reviews"] * log(1 + reviews) -
    parameters["utility.starVariance"] * variance -
    parameters["utility.reviewCenter"];
  return parameters["rank.stars"] * aboveCenter;
}

function freshness({ world, state, work }: Engine, offer: number): number {
  const { parameters } = world;
  const days = parameters["rank.freshDays"];
  const age = work.day[0]! - state.bornOn[offer]!;
  return age < days ? parameters["rank.fresh"] * (1 - age / days) : 0;
}

function prepareListings(engine: Engine, offer: number, ofOffer: number, markets: number): void {
  const { world, state, work, weights } = engine;
  const { offers, categories } = world.sizes;
  const { cards, hasStock, termsEpoch, goodsMinor, seenFee, seenPromise, seenTerms } = work;
  const { listing, stock, velocity, contentMilli, promiseDays, service } = state;
  const { priceMinor, feeMinor, discountBp, sanction } = state;
  const { rankVelocity, rankContent, rankDelivery, rankSanction } = weights;
  const { isLastMile } = world;
  const category = state.categoryOf[offer]!;
  const position = work.positionOf[offer]!;
  const isNew = work.cardOwner[position] !== offer;
  const isDropped = state.isDropped[offer] !== 0;
  const standing = state.storeOf[offer]! * markets;
  work.cardOwner[position] = offer;
  for (let market = 0; market < markets; market++) {
    const at = offer * markets + market;
    const placed = (market * offers + position) * cardWidth;
    const level = sanction[standing + market]!;
    if (isDropped || listing[at] !== live || level === suspended) {
      cards[placed + card.rankBase] = -Infinity;
      cards[placed + card.logPrice] = -Infinity;
      hasStock[at] = 0;
      continue;
    }
    const by = service[at]!;
    const days = promiseDays[at]!;
    const goods = discountBp[at] === 0 ? priceMinor[at]! : priceAfterDiscount(engine, at);
    const terms = termsEpoch[market * categories + category]! * servicesMax + by;
    // Trade is asked again only where what it looks at is not what was seen last.
    if (
      goods !== goodsMinor[at] ||
      terms !== seenTerms[at] ||
      days !== seenPromise[at] ||
      feeMinor[at] !== seenFee[at]
    ) {
      refreshPrice(engine, offer, market, goods, feeMinor[at]!, terms);
      writeCard(engine, at, placed);
    } else if (isNew || cards[placed + card.logPrice] === -Infinity) {
      writeCard(engine, at, placed);
    }
    const content = contentMilli[at]!;
    const pool = isLastMile[by] === 1 ? 1 + market : 0;
    cards[placed + card.contentMilli] = content;
    if (cards[placed + card.logPrice] === -Infinity || stock[offer * (markets + 1) + pool]! <= 0) {
      cards[placed + card.rankBase] = -Infinity;
      hasStock[at] = 0;
      continue;
    }
    const v = velocity[at]!;
    const recent = v > 0 ? rankVelocity * log(1 + v) : 0;
    const base = ofOffer + recent + rankContent * content - rankDelivery * days;
    cards[placed + card.rankBase] = level === rankedLower ? base - rankSanction : base;
    hasStock[at] = 1;
  }
}

/** Writes what a card keeps from day to day. */
function writeCard({ state, work }: Engine, at: number, placed: number): void {
  work.cards[placed + card.logPrice] = work.logPrice[at]!;
  work.cards[placed + card.checkoutShare] = work.checkoutShare[at]!;
  work.cards[placed + card.promiseDays] = state.promiseDays[at]!;
}

/** Asks trade for the landed price of a listing as it is now. */
function refreshPrice(
  engine: Engine,
  offer: number,
  market: number,
  goods: number,
  fee: number,
  terms: number,
): void {
  const { state, work, world, desk } = engine;
  const at = offer * work.sizes.markets + market;
  const service = state.service[at]!;
  work.goodsMinor[at] = goods;
  work.seenFee[at] = fee;
  work.seenPromise[at] = state.promiseDays[at]!;
  work.seenTerms[at] = terms;
  desk.ask.product = state.skuOf[offer]!;
  desk.ask.market = market;
  desk.ask.service = service;
  if (service < 0) work.logPrice[at] = -Infinity;
  else writeLandedPrice(world, work, desk, at);
}

/** Lets shoppers see a listing at another price and fee, from the next pages on. */
export function repriceListing(
  engine: Engine,
  offer: number,
  market: number,
  goods: number,
  fee: number,
): void {
  const { work, world } = engine;
  const at = offer * work.sizes.markets + market;
  if (work.goodsMinor[at] === goods && work.seenFee[at] === fee) return;
  refreshPrice(engine, offer, market, goods, fee, work.seenTerms[at]!);
  writeCard(engine, at, (market * world.sizes.offers + work.positionOf[offer]!) * cardWidth);
}

/** Price less a plain discount that runs, minor units. */
function priceAfterDiscount({ state, work, world }: Engine, at: number): number {
  return cutPrice(state, at, work.day[0]! - world.source.scenario.burnInDays + 1);
}

/** Another product sits in this row than the workspace saw: nothing seen of it counts. */
function forgetOffer({ state, work }: Engine, offer: number): void {
  const { markets } = work.sizes;
  work.seenSku[offer] = state.skuOf[offer]!;
  work.seenTerms.fill(0, offer * markets, (offer + 1) * markets);
}
