/** The days of a season on the calendar. Season day 1 is its first trading day. */

import { civilOf, isMonthEnd, weekday } from "./day.ts";
import type { Day } from "./day.ts";

/** When a season is played, in the calendar of its own world. */
export interface SeasonCalendar {
  /** The calendar day of season day 1. */
  readonly startsOn: Day;
  /** How many days are played. */
  readonly days: number;
}

/** The calendar day of a season day; days before 1 (the burn-in) lie before the start. */
export function calendarDay(season: SeasonCalendar, seasonDay: number): Day {
  return season.startsOn + seasonDay - 1;
}

/** The season day of a calendar day; it may lie outside the season. */
export function seasonDay(season: SeasonCalendar, day: Day): number {
  return day - season.startsOn + 1;
}

/** Whether a calendar day is played. */
export function isInSeason(season: SeasonCalendar, day: Day): boolean {
  return day >= season.startsOn && day < season.startsOn + season.days;
}

/** What ends with a season day: weekly storage, monthly wages and VAT, quarterly filings. */
export interface PeriodEnds {
  /** Sunday. */
  readonly isWeekEnd: boolean;
  readonly isMonthEnd: boolean;
  /** The last day of March, June, September or December. */
  readonly isQuarterEnd: boolean;
  readonly isSeasonEnd: boolean;
}

export function periodEnds(season: SeasonCalendar, dayOfSeason: number): PeriodEnds {
  const day = calendarDay(season, dayOfSeason);
  const endsMonth = isMonthEnd(day);
  return {
    isWeekEnd: weekday(day) === 6,
    isMonthEnd: endsMonth,
    isQuarterEnd: endsMonth && civilOf(day).month % 3 === 0,
    isSeasonEnd: dayOfSeason === season.days,
  };
}

/** The season days on which a month ends, ascending. */
export function monthEnds(season: SeasonCalendar): number[] {
  const ends: number[] = [];
  for (let day = 1; day <= season.days; day++) {
    if (isMonthEnd(calendarDay(season, day))) ends.push(day);
  }
  return ends;
}
