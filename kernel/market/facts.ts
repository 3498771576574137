/**
 * What shoppers see of a listing (market.md E3 and E7): its attraction for each segment, and the
 * chance of a click. Neither depends on query, place or slice, so they are computed once a day.
 */
import { exp } from "../number/exp.ts";
import type { Engine } from "./engine.ts";

/** ln(P / Pref), within its bounds. */
export function logPriceRatio(engine: Engine, at: number, cell: number): number {
  const most = engine.world.parameters["price.logRatioMax"];
  const ratio = engine.work.logPrice[at]! - engine.work.logReference[cell]!;
  return ratio > most ? most : ratio < -most ? -most : ratio;
}

/** The chance that a shopper who examines the listing and does not buy it opens it; at most 1. */
export function clickRateOf(engine: Engine, offer: number, at: number, cell: number): number {
  const { parameters } = engine.world;
  const ratio = logPriceRatio(engine, at, cell);
  const most = parameters["click.logRatioMax"];
  const rate =
    parameters["click.base"] *
    exp(
      (parameters["click.content"] * engine.state.contentMilli[at]!) / 1000 +
        parameters["click.review"] * engine.work.reviewTerm[offer]! -
        parameters["click.price"] * (ratio < most ? ratio : most),
    );
  return rate < 1 ? rate : 1;
}

/**
 * Writes e^u for each segment, u the utility of E3.
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
  const { world, state, work } = engine;
  const { parameters, segments, sizes } = world;
  const { price, fit, review, delivery } = segments;
  const category = cell % sizes.categories;
  const weighed = logPriceRatio(engine, at, cell) * world.priceWeight[category]!;
  const ownFit = state.fit[offer]!;
  const ownReview = work.reviewTerm[offer]!;
  const days = state.promiseDays[at]!;
  const answered = state.answered[state.storeOf[offer]!]!;
  const common =
    (parameters["utility.content"] * state.contentMilli[at]!) / 1000 +
    parameters["utility.service"] * answered;
  for (let segment = 0; segment < sizes.segments; segment++) {
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
