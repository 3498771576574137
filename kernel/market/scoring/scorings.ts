/** The ways in which stores can be ranked, and what each counts in. */
export const scorings = [
  "balanced",
  "roi",
  "equity-points",
  "targets",
  "shareholder",
  "last-rounds",
  "marketing",
] as const;
export type Scoring = (typeof scorings)[number];

/**
 * What a value is: thousandths of a hundred points, basis points, or minor units of the books'
 * currency.
 */
export type ScoringUnit = "points" | "share" | "money";

export const unitOf: Readonly<Record<Scoring, ScoringUnit>> = {
  balanced: "points",
  roi: "share",
  "equity-points": "money",
  targets: "points",
  shareholder: "share",
  "last-rounds": "points",
  marketing: "points",
};
