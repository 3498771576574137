/**
 * S4: profit, return on equity, valuation, credit grade and image for 20 points each, half against
 * what the scenario expects and half against the best store (published: BSG). Expected is what
 * masters reach that opened with the season; without them the best store is all there is.
 */
import type { Parameters } from "../parameters/parameters.ts";
import type { StoreRecord } from "./store-record.ts";
import { valuationOf } from "./valuation.ts";

type Target = (store: StoreRecord) => number;

/** Least part of its capital on which a return counts (our choice): dividends leave any little. */
const equityLeast = 0.25;
const starsLeast = 1000;
const starsMost = 5000;

function targetsOf(parameters: Parameters): readonly Target[] {
  const profit = ({ worthMinor, capitalMinor }: StoreRecord) => worthMinor - capitalMinor;
  return [
    profit,
    (store) => profit(store) / Math.max(1, equityLeast * store.capitalMinor, store.meanEquityMinor),
    (store) => valuationOf(store, parameters),
    // Credit: the part of all it owns that is nobody else's.
    ({ debtMinor, assetsMinor }) => 1 - debtMinor / Math.max(1, assetsMinor),
    // Image: its stars above the worst.
    ({ ratingMilli }) => (ratingMilli - starsLeast) / (starsMost - starsLeast),
  ];
}

/** A rule that gives each store its points: 0 to 100, and up to 110 above what is expected. */
export function targetPoints(
  field: readonly StoreRecord[],
  parameters: Parameters,
): (store: StoreRecord) => number {
  const each = parameters["target.points"];
  const most = parameters["target.most"];
  const rules = targetsOf(parameters).map((target) => {
    const masters = field.filter(({ par }) => par === "high").map(target);
    const expected = masters.reduce((sum, value) => sum + value, 0) / Math.max(1, masters.length);
    const best = field.reduce((so, store) => Math.max(so, target(store)), 0);
    return (store: StoreRecord) => {
      const value = target(store);
      const byBest = shareOf(value, best, 1);
      return expected > 0 ? (shareOf(value, expected, most) + byBest) / 2 : byBest;
    };
  });
  return (store) => each * rules.reduce((sum, rule) => sum + rule(store), 0);
}

const shareOf = (value: number, whole: number, most: number) =>
  whole > 0 ? Math.max(0, Math.min(most, value / whole)) : 0;
