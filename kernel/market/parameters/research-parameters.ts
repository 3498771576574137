/** Market research: what it costs and how many people a panel has (practice.md 4.2). */
import { chosen } from "./parameter-row.ts";

export const researchParameters = [
  chosen("research.panelVisits", 20_000, "visits of a panel, each market", 500, 200_000),
  chosen("research.keywordsUsd", 40, "USD a keyword table of a market", 0, 10_000),
  chosen("research.demandUsd", 120, "USD a demand report of all markets", 0, 10_000),
  chosen("research.answerUsd", 0.1, "USD each person whom a panel asks", 0, 100),
  chosen("research.watchUsd", 2, "USD a day and rival watched", 0, 1000),
  chosen("research.lagDays", 1, "days after which a rival's day is seen", 1, 14),
  chosen("research.experimentUsd", 12, "USD a day of an experiment", 0, 1000),
  chosen("research.alikeBp", 300, "basis points by which arms that are alike may differ", 0, 5000),
] as const;
