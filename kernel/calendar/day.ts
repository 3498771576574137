/**
 * Days as integers: 0 is 1970-01-01, in the Gregorian calendar extended in both directions. There
 * is no clock and no time zone here; what day it is, somebody says.
 *
 * Conversions follow H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years are counted
 * from 1 March, so the leap day is the last of its year, in eras of 400 years.
 */

/** A calendar day: days since 1970-01-01. */
export type Day = number;

/** A day as people write it; month 1 to 12, day of month from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const DAYS_OF_ERA = 146_097;
const DAYS_TO_EPOCH = 719_468; // from 0000-03-01 to 1970-01-01
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day of a date. Throws RangeError for one that does not exist, as 29 February 2026. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const isWhole = Number.isInteger(year) && Number.isInteger(dayOfMonth);
  if (!isWhole || dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) {
    throw new RangeError(`there is no ${year}-${month}-${dayOfMonth}`);
  }
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_OF_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_TO_EPOCH;
}

/** The date of a day. */
export function civilOf(day: Day): CivilDate {
  const shifted = day + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const leapless = dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524);
  const yearOfEra = Math.floor((leapless - Math.floor(dayOfEra / 146_096)) / 365);
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** The day of "2026-11-27". Throws RangeError for another form or a date that does not exist. */
export function fromIso(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new RangeError(`not a date of the form YYYY-MM-DD: ${text}`);
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** "2026-11-27". Throws RangeError outside the years 0 to 9999, which have no such form. */
export function toIso(day: Day): string {
  const { year, month, dayOfMonth } = civilOf(day);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`the year ${year} has no four digits`);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

export function addDays(day: Day, count: number): Day {
  return day + count;
}

/**
 * The same day of the month, `count` months later or earlier; where that month is too short, its
 * last day. So 31 January plus one month is 28 or 29 February.
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = civilOf(day);
  const months = year * 12 + (month - 1) + count;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, monthLength(newYear, newMonth)));
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: Day): number {
  const daysFromMonday = day + 3;
  return daysFromMonday - 7 * Math.floor(daysFromMonday / 7);
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 1 to 12. Throws RangeError for another month. */
export function monthLength(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`there is no month ${month}`);
  return month === 2 && isLeap(year) ? 29 : length;
}

/** Whether the month ends with this day. */
export function isMonthEnd(day: Day): boolean {
  const { year, month, dayOfMonth } = civilOf(day);
  return dayOfMonth === monthLength(year, month);
}

/** The ISO 8601 week: weeks start on Monday, week 1 holds the first Thursday of its year. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day - weekday(day) + 3;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** The nth weekday of a month, as the fourth Thursday of November: nthWeekday(y, 11, 3, 4). */
export function nthWeekday(year: number, month: number, dayOfWeek: number, nth: number): Day {
  const first = dayOf(year, month, 1);
  return first + ((dayOfWeek - weekday(first) + 7) % 7) + 7 * (nth - 1);
}

function padded(value: number, width: number): string {
  return value.toString().padStart(width, "0");
}
