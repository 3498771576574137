/** Rounds: days of a season that close in one go. Round 1 begins on day 1. */

/** The round of a day. */
export const roundOf = (day: number, daysPerRound: number): number =>
  Math.floor((day - 1) / daysPerRound) + 1;

/** The first day of a day's round: decisions apply on it and stand for the rest. */
export const firstDayOfRound = (day: number, daysPerRound: number): number =>
  (roundOf(day, daysPerRound) - 1) * daysPerRound + 1;

/** The last day of a day's round; a season may end within one. */
export const lastDayOfRound = (day: number, daysPerRound: number, days: number): number =>
  Math.min(days, roundOf(day, daysPerRound) * daysPerRound);
