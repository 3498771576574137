/**
 * The published scores of the sandbox (practice.md 9): SEO by relevance, match and product
 * performance; SEM by bid and quality. Scores are thousandths of points, rounded half up, so that
 * equal scores are equal for a judge with a calculator too.
 */
import type { Parameters } from "../parameters/parameters.ts";
import type { Match } from "./seller.ts";

const milli = (points: number) => Math.floor(1000 * points + 0.5);

/** Points of a keyword's relevance for its product, 0 to 100; the first search is the broadest. */
export function relevanceOf(p: Parameters, query: number): number {
  return Math.max(0, p["sandbox.relevance.first"] - query * p["sandbox.relevance.step"]);
}

/**
 * How the words of a listing match a search.
 *
 * @param found  how much of the search stands in the listing, 255 for all of it
 */
export function matchOf(p: Parameters, found: number): Match {
  if (found >= p["sandbox.match.exactFrom"]) return "exact";
  if (found >= p["sandbox.match.highFrom"]) return "high";
  return found > 0 ? "partial" : "none";
}

export function matchFactor(p: Parameters, match: Match): number {
  return match === "none" ? 0 : p[`sandbox.match.${match}`];
}

/** Points of product performance, 0 to 100, three decimals: grows with weighted recent sales. */
export function performanceOf(p: Parameters, velocity: number): number {
  const daily = Math.max(0, velocity) / p["velocity.scale"];
  return milli((100 * daily) / (daily + p["sandbox.performance.half"])) / 1000;
}

/**
 * SEO score: relevance × match × 0.4 + product performance × 0.06 (published: Wuhu 2019); 0 where
 * the keyword is not matched, whatever the product sold.
 */
export function seoScore(
  p: Parameters,
  relevance: number,
  match: Match,
  performancePoints: number,
): number {
  if (match === "none") return 0;
  return milli(
    relevance * matchFactor(p, match) * p["sandbox.seo.weight"] +
      performancePoints * p["sandbox.seo.performance"],
  );
}

/** Quality of an advertisement: the SEO score of its listing, never below the least. */
export function adQuality(p: Parameters, seoMilli: number): number {
  return Math.max(seoMilli, milli(p["sandbox.sem.qualityLeast"]));
}

/**
 * Price of a click: next bid × next quality / own quality + 0.01, half up to a tick, never above
 * the own bid (published). Without a next bidder it is the 0.01 alone.
 */
export function clickCharge(
  p: Parameters,
  own: { readonly bidTicks: number; readonly qualityMilli: number },
  next: { readonly bidTicks: number; readonly qualityMilli: number } | undefined,
): number {
  const worth = next === undefined ? 0 : next.bidTicks * next.qualityMilli;
  const due = Math.floor(worth / own.qualityMilli + 0.5) + p["sandbox.sem.tick"];
  return Math.min(own.bidTicks, due);
}

/** How many of `count` enter by a share, rounded up: a decimal share must not round 4 to 5. */
export function cutOf(count: number, share: number): number {
  return Math.min(count, Math.ceil((count * Math.floor(share * 10_000 + 0.5)) / 10_000));
}
