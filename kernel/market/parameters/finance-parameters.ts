/** Banks: what changing, fixing, borrowing and selling money early costs. */
import { chosen } from "./parameter-row.ts";

export const financeParameters = [
  // E14 exchange.
  chosen("exchange.spreadBp", 20, "basis points of a conversion", 0, 500),
  chosen("exchange.forwardBp", 30, "basis points of a forward", 0, 500),
  chosen("exchange.forwardLine", 0.25, "of equity that forwards may bet on rates", 0, 10),

  // Loans, and what happens to a store that cannot pay.
  chosen("loan.shortYearly", 0.08, "a year", 0, 1),
  chosen("loan.longYearly", 0.1, "a year", 0, 1),
  chosen("loan.lineTimes", 2, "times equity, each kind", 0, 10),
  chosen("loan.periodDays", 30, "days", 1, 90),
  chosen("emergency.yearly", 0.24, "a year", 0, 1),
  chosen("emergency.afterDays", 7, "days below zero", 1, 60),
  chosen("emergency.cushion", 0.1, "of the opening capital", 0, 1),
  chosen("emergency.scoreCap", 0.35, "", 0, 1),

  // Goods bought on account: paid some days after they came, and dearer.
  chosen("credit.days", 30, "days after arrival", 1, 180),
  chosen("credit.feeBp", 200, "basis points of the cost", 0, 2000),
  chosen("credit.lineTimes", 0.5, "times equity", 0, 10),

  // Money of the platform, sold early.
  chosen("factoring.feeBp", 100, "basis points", 0, 2000),
  chosen("equity.raiseMost", 1, "times the opening cash that owners add at most", 0, 10),
  chosen("equity.raiseFeeBp", 500, "basis points of what is raised, for raising it", 0, 2000),
] as const;
