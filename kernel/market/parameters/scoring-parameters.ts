/** What the scorings beside the balanced one go by (practice.md 8: S3 to S6). */
import { chosen } from "./parameter-row.ts";

export const scoringParameters = [
  // S3: points on equity, percent each.
  chosen("points.market", 2, "% of equity, a market served", 0, 20),
  chosen("points.marketSales", 0.05, "recent sales that make a market served", 0, 10),
  chosen("points.warehouse", 3, "% of equity, a stocked warehouse abroad", 0, 20),
  chosen("points.bestTier", 5, "% of equity, in the best tier", 0, 50),
  chosen("points.rating", 5, "% of equity, at the rating or above", 0, 50),
  chosen("points.ratingLeast", 4.3, "stars", 1, 5),
  chosen("points.sanction", 5, "% of equity less, a market under sanction", 0, 50),

  // S4: five targets.
  chosen("target.points", 20, "points a target", 1, 100),
  chosen("target.most", 1.2, "times the expectation, at most", 1, 3),

  // S5: what a store would be sold for.
  chosen("valuation.earnings", 4, "times a year's profit", 0, 40),
  chosen("valuation.days", 28, "last days whose profit stands for a year's", 7, 365),
] as const;
