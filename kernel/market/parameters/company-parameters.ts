/** The company: its office, the levels of its people, and what those in operations bring. */
import { chosen } from "./parameter-row.ts";

export const companyParameters = [
  chosen("office.rentMonthUsd", 240, "USD a month, standard, where rents are usual", 0, 100_000),
  chosen("office.luxuryTimes", 2.2, "times the standard rent", 1, 10),
  chosen("office.luxuryPlus", 1, "levels that people hired there are better", 0, 4),
  chosen("office.moveUsd", 150, "USD, moving into an office", 0, 100_000),
  chosen("crew.levelPay", 0.2, "of the wage for each level above the first", 0, 2),
  chosen("crew.levelCapacity", 0.25, "of a head's work for each level above the first", 0, 2),
  chosen("crew.levelMost", 5, "the best level", 1, 10),
  chosen("training.days", 5, "days of eight hours: 40 hours", 1, 60),
  chosen("training.feeUsd", 60, "USD a head", 0, 10_000),
  chosen("operations.wageMonthUsd", 700, "USD a month", 0, 100_000),
  chosen("operations.leadMost", 0.3, "of suppliers' days that good people can save", 0, 0.9),
  chosen("operations.half", 3, "heads of the first level for half of that", 0.1, 100),
  chosen("shock.responseDays", 14, "days after an event in which a response is recorded", 1, 90),
  chosen("strategy.phaseDays", 7, "first days, in which a strategy is stated", 1, 60),
  chosen("strategy.nearBp", 1000, "basis points short of a target that is nearly met", 0, 10_000),
  chosen("strategy.indexNearBp", 500, "basis points beside a price index that is met", 0, 10_000),
] as const;
