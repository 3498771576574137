/**
 * What shoppers see of a listing (market.md E3 and E7): its attraction for each segment, the chance
 * of a click, the share that completes the checkout. None of it depends on query, place or slice,
 * so it is computed once a day.
 */
import { exp } from "../../number/exp.ts";
import type { Engine } from "../state/engine.ts";
import { segmentCount } from "../parameters/parameter-lists.ts";
import { card, cardWidth } from "../state/workspace.ts";

/** ln(P / Pref), within its bounds. */
function logPriceRatio({ work, weights }: Engine, at: number, cell: number): number {
  const most = weights.logRatioMax;
  const ratio = work.cards[at + card.logPrice]! - work.logReference[cell]!;
  return ratio > most ? most : ratio < -most ? -most : ratio;
}

/** First field of the card of an offer in a cell's market. */
export function cardOf({ world, work }: Engine, offer: number, cell: number): number {
  const { categories, offers } = world.sizes;
  return (Math.floor(cell / categories) * offers + work.positionOf[offer]!) * cardWidth;
}

/** The chance that a shopper who examines the listing and does not buy it opens it; at most 1. */
export function clickRateOf(engine: Engine, offer: number, at: number, cell: number): number {
  const { work, weights } = engine;
  const ratio = logPriceRatio(engine, at, cell);
  const most = weights.clickRatioMax;
  const rate =
    weights.clickBase *
    exp(
      (weights.clickContent * work.cards[at + card.contentMilli]!) / 1000 +
        weights.clickReview * work.reviewTerm[offer]! -
        weights.clickPrice * (ratio < most ? ratio : most),
    );
  return rate < 1 ? rate : 1;
}

/**
 * Writes the facts of an offer into a row: e^u for each segment, u the utility of E3, and the share
 * that completes the checkout. Beyond about twice the going price everyone's patience ends, by the
 * square of what is beyond: with elasticities near one alone, the dearest price would be the best.
 */
export function writeFacts(
  engine: Engine,
  offer: number,
  at: number,
  cell: number,
  clickRate: number,
  row: number,
): void {
  const { world, state, work, weights } = engine;
  const { cards, attraction } = work;
  const { price, fit, review, delivery } = world.segments;
  const ratio = logPriceRatio(engine, at, cell);
  const weighed = ratio * world.priceWeight[cell % world.sizes.categories]!;
  const past = ratio - weights.beyondFrom;
  const beyond = past > 0 ? past : 0;
  const ownFit = state.fit[offer]!;
  const ownReview = work.reviewTerm[offer]!;
  const days = cards[at + card.promiseDays]!;
  const common =
    (weights.content * cards[at + card.contentMilli]!) / 1000 +
    weights.service * state.answered[state.storeOf[offer]!]! -
    weights.beyond * beyond * beyond;
  const first = row * segmentCount;
  for (let segment = 0; segment < segmentCount; segment++) {
    attraction[first + segment] = exp(
      fit[segment]! * ownFit +
        common +
        review[segment]! * ownReview -
        price[segment]! * weighed -
        delivery[segment]! * days,
    );
  }
  work.clickRate[row] = clickRate;
  work.factCheckout[row] = cards[at + card.checkoutShare]!;
}

/** The click rate of a candidate of the cell at hand, computed once. */
export function candidateClickRate(
  engine: Engine,
  index: number,
  at: number,
  cell: number,
): number {
  const { candidateClick, candidateRow } = engine.own;
  const known = candidateClick[index]!;
  if (known >= 0) return known;
  const rate = clickRateOf(engine, candidateRow[index]!, at, cell);
  candidateClick[index] = rate;
  return rate;
}
