/** Parts of the content score with their weights, percent (practice.md 4.3). */
export const contentParts = [
  { part: "photo", weight: 35 },
  { part: "title", weight: 25 },
  { part: "language", weight: 20 },
  { part: "attributes", weight: 20 },
] as const;

/** Content from -1,000 to 1,000 as points out of 100. */
export const contentPoints = (contentMilli: number): number =>
  Math.round((contentMilli + 1_000) / 20);

/** Relevance from 0 to 255 as percent. */
export const relevancePercent = (relevance: number): number => Math.round((relevance * 100) / 255);

/** Tone of points out of 100; the points themselves always stand beside it. */
export function pointsTone(points: number): "bad" | "warn" | "good" {
  if (points < 40) return "bad";
  return points < 70 ? "warn" : "good";
}
