/** What a panel may be asked, and who; apart, so that the web leaves the validator behind. */
export const panelQuestions = ["matters", "would-pay", "compare", "names"] as const;
export const comparedBy = ["price", "delivery", "reviews"] as const;
export const segmentNames = [
  "bargain",
  "thrifty",
  "reviewReader",
  "balanced",
  "careful",
  "hurried",
  "quality",
  "premium",
] as const;
