/**
 * The points of S3, which multiplies equity by (1 + points/100) as the company sandbox of the
 * contests does (published; its table of points is for factories, so this one is our choice). They
 * stand for what a store has built and equity does not hold.
 */
import type { DecisionContext } from "../decisions/decision-context.ts";

/** Points of every store today, whole percent of equity; below zero under sanctions alone. */
export function pointsOfStores(context: DecisionContext): Int32Array {
  const { state, world } = context;
  const { stores, markets } = state.sizes;
  const points = new Int32Array(stores);
  const { served, stocked } = placesOf(context);
  const p = world.parameters;
  for (let store = 0; store < stores; store++) {
    let sum = 0;
    for (let market = 0; market < markets; market++) {
      const at = store * markets + market;
      sum += served[at]! * p["points.market"] + stocked[at]! * p["points.warehouse"];
      if (state.sanction[at]! > 1) sum -= p["points.sanction"];
    }
    points[store] = Math.floor(sum + standingPoints(context, store) + 0.5);
  }
  return points;
}

/** What buyers and the platform think of the store. */
function standingPoints({ state, world }: DecisionContext, store: number): number {
  const p = world.parameters;
  const reviews = state.storeReviews[store]!;
  const prior = p["utility.priorReviews"];
  const stars = state.storeStars[store]! + p["utility.priorStars"] * prior;
  const isLiked = reviews > 0 && stars >= p["points.ratingLeast"] * (reviews + prior);
  // The best tier is a matter of course until something was delivered.
  const isBest = state.tier[store] === 0 && state.deliveredUnits[store]! > 0;
  return (isLiked ? p["points.rating"] : 0) + (isBest ? p["points.bestTier"] : 0);
}

/** 1 where a store sells in a market, and where it holds goods in a warehouse abroad. */
function placesOf({ state, world }: DecisionContext) {
  const { stores, markets } = state.sizes;
  const served = new Uint8Array(stores * markets);
  const stocked = new Uint8Array(stores * markets);
  const least = world.parameters["points.marketSales"];
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    const store = state.storeOf[offer]!;
    for (let market = 0; market < markets; market++) {
      const at = store * markets + market;
      if (state.velocity[offer * markets + market]! >= least) served[at] = 1;
      if (state.stock[offer * (markets + 1) + 1 + market]! > 0) stocked[at] = 1;
    }
  }
  return { served, stocked };
}
