/**
 * Text modules with the names of decisions that a season may go without: whatever shows decisions
 * of every kind fetches them all.
 */
export const decidedWords = [
  "aftersales",
  "finance",
  "promoted",
  "researched",
  "sourcing",
  "company",
  "offers",
  "record",
] as const;
