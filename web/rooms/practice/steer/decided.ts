/** Words of decisions: those of modules that a season may go without have files of their own. */
export const decided = [
  "aftersales",
  "promoted",
  "finance",
  "researched",
  "sourcing",
  "offers",
  "record",
  "company",
] as const;
