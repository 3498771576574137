/** The ways in which stores can be ranked, and what each counts in. */
export const scorings = [
  "balanced",
  "roi",
  "equity-points",
  "targets",
  "shareholder",
  "last-rounds",
  "marketing",
  "checklist",
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
  checklist: "share",
};

/** Scorings that the end of a season is enough for; the others look back on its days. */
export const bandedScorings = ["balanced", "roi"] as const satisfies readonly Scoring[];
export type BandedScoring = (typeof bandedScorings)[number];

/** Whether ranks by it are printed with the band of the replicas. */
export const isBanded = (scoring: Scoring): scoring is BandedScoring =>
  bandedScorings.some((one) => one === scoring);
