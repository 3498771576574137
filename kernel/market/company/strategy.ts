/**
 * What a store says it will become, and how far it became that (practice.md 4.2): targets for three
 * periods of the season, held against what the closed days measured. Nothing of it acts on the
 * market, so nothing of it is state: it stands in the log.
 */
import type { Parameters } from "../parameters/parameters.ts";

export const strategyPeriods = 3;

export const strategyMeasures = ["revenue", "profit", "rating", "priceIndex"] as const;
export type StrategyMeasure = (typeof strategyMeasures)[number];

/** Of one period. */
export type StrategyTarget = {
  /** Over the period, minor units of the books. */
  readonly revenueMinor: number;
  readonly profitMinor: number;
  /** At its end, thousandths of a star. */
  readonly ratingMilli: number;
  /** Mean of what buyers pay for the own listings, in basis points of their category's median. */
  readonly priceIndexBp: number;
};

export const targetOf = (target: StrategyTarget, measure: StrategyMeasure): number =>
  ({
    revenue: target.revenueMinor,
    profit: target.profitMinor,
    rating: target.ratingMilli,
    priceIndex: target.priceIndexBp,
  })[measure];

export type Period = { readonly from: number; readonly to: number };

/** The season's days in three periods as even as whole days allow, the first day being 1. */
export function periodsOf(days: number): readonly Period[] {
  const end = (period: number) => Math.floor((period * days) / strategyPeriods);
  return Array.from({ length: strategyPeriods }, (_, period) => ({
    from: end(period) + 1,
    to: end(period + 1),
  }));
}

export type Consistency = "met" | "near" | "missed";

/**
 * How far what came is from the target. Sales, profit and stars may be as high as they like; a
 * price index is missed on either side, for a store that meant to be dear and is cheap has not done
 * what it said.
 */
export function consistencyOf(
  measure: StrategyMeasure,
  target: number,
  actual: number,
  parameters: Parameters,
): Consistency {
  if (measure === "priceIndex") {
    const off = Math.abs(actual - target);
    const near = parameters["strategy.indexNearBp"];
    return off <= near ? "met" : off <= 2 * near ? "near" : "missed";
  }
  if (actual >= target) return "met";
  const short = target - actual;
  return short * 10_000 <= parameters["strategy.nearBp"] * Math.abs(target) ? "near" : "missed";
}
