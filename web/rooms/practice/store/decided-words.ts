/** Text modules with the names of decisions that only some seasons or few screens know. */
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
