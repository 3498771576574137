/**
 * What shoppers see of a listing (market.md E3 and E7): its attraction for each segment, and the
 * chance of a click. Neither depends on query, place or slice, so they are computed once a day.
 */
import { exp } from "../number/exp.ts";
import type { Engine } from "./engine.ts";

/** ln(P / Pref), within its bounds. */
function logPriceRatio({ work, weights }: Engine, at: number, cell: number): number {
  const most = weights.logRatioMax;
  const ratio = work.logPrice[at]! - work.logReference[cell]!;
  return ratio > most ? most : ratio < -most ? -most : ratio;
}

/** The chance that a shopper who examines the listing and does not buy it opens it; at most 1. */
export function clickRateOf(engine: Engine, offer: number, at: number, cell: number): number {
  const { state, work, weights } = engine;
  const ratio = logPriceRatio(engine, at, cell);
  const most = weights.clickRatioMax;
  const rate =
    weights.clickBase *
    exp(
      (weights.clickContent * state.contentMilli[at]!) / 1000 +
        weights.clickReview * work.reviewTerm[offer]! -
        weights.clickPrice * (ratio < most ? ratio : most),
    );
  return rate < 1 ? rate : 1;
}

/**
 * Writes e^u for each segment, u the utility of E3. Beyond about twice the going price everyone's
 * patience ends, by the square of what is beyond: with elasticities near one alone, the dearest
 * price would be the best one.
 *
 * @param into  from `first` on, one number a segment
 */
export function writeAttraction(
  engine: Engine,
  offer: number,
  at: number,
  cell: number,
  into: Float64Array,
  first: number,
): void {
  const { world, state, work, weights } = engine;
  const { price, fit, review, delivery } = world.segments;
  const category = cell % world.sizes.categories;
  const ratio = logPriceRatio(engine, at, cell);
  const weighed = ratio * world.priceWeight[category]!;
  const beyond = Math.max(0, ratio - weights.beyondFrom);
  const ownFit = state.fit[offer]!;
  const ownReview = work.reviewTerm[offer]!;
  const days = state.promiseDays[at]!;
  const common =
    (weights.content * state.contentMilli[at]!) / 1000 +
    weights.service * state.answered[state.storeOf[offer]!]! -
    weights.beyond * beyond * beyond;
  for (let segment = 0; segment < price.length; segment++) {
    into[first + segment] = exp(
      fit[segment]! * ownFit +
        common +
        review[segment]! * ownReview -
        price[segment]! * weighed -
        delivery[segment]! * days,
    );
  }
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
