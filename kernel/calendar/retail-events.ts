/**
 * The days on which retail of a year turns: what a scenario's demand calendar hangs on.
 * Fixed dates and weekday rules are computed; lunar feasts come from tables of published dates.
 */

import { dayOf, fromIso, nthWeekday } from "./day.ts";
import type { Day } from "./day.ts";

/** The events of one year. A span starts on its day; how long it lasts is the scenario's matter. */
export interface RetailEvents {
  readonly valentine: Day;
  /** First day of the Chinese lunar year; factories have stopped by then. */
  readonly chineseNewYear: Day;
  /** First days of Ramadan: usually one, two in 2030, when the lunar year catches up. */
  readonly ramadanStarts: readonly Day[];
  /** Japan: from Showa Day, 29 April, to Children's Day, 5 May. */
  readonly goldenWeekJapan: Day;
  /** 18 June, the sale of the Chinese mid-year. */
  readonly midYearSale: Day;
  /** China: the national holiday from 1 October. */
  readonly goldenWeekChina: Day;
  /** 11 November. */
  readonly singlesDay: Day;
  /** United States: the fourth Thursday of November. */
  readonly thanksgiving: Day;
  /** The day after Thanksgiving. */
  readonly blackFriday: Day;
  /** The Monday after Thanksgiving. */
  readonly cyberMonday: Day;
  /** 12 December. */
  readonly doubleTwelve: Day;
  readonly christmas: Day;
}

/** The years for which lunar feasts are known. */
export const retailYears = { first: 2024, last: 2030 } as const;

/**
 * Hong Kong Observatory, "Gregorian-Lunar Calendar Conversion Table", 1901-2100
 * (hko.gov.hk/en/gts/time/conversion.htm). New moon falls minutes from midnight in 2027 and 2030,
 * where calendar libraries are often a day off; the observatory's dates are the official ones.
 */
const CHINESE_NEW_YEAR = [
  "2024-02-10",
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-03",
] as const;

/**
 * 1 Ramadan in the Umm al-Qura calendar of Saudi Arabia, which is computed, years 1445 to 1452, as
 * in the calendar data of ICU 78 (islamic-umalqura), read on 2026-11-24. Sighting of the moon may
 * move the real beginning by a day from country to country.
 */
const RAMADAN = [
  "2024-03-11",
  "2025-03-01",
  "2026-02-18",
  "2027-02-08",
  "2028-01-28",
  "2029-01-16",
  "2030-01-05",
  "2030-12-26",
] as const;

/** The events of a year. Throws RangeError for a year outside `retailYears`. */
export function retailEvents(year: number): RetailEvents {
  const newYear = CHINESE_NEW_YEAR[year - retailYears.first];
  if (newYear === undefined) throw new RangeError(`no lunar feasts are known for ${year}`);
  const thanksgiving = nthWeekday(year, 11, 3, 4);
  return {
    valentine: dayOf(year, 2, 14),
    chineseNewYear: fromIso(newYear),
    ramadanStarts: RAMADAN.filter((date) => date.startsWith(`${year}-`)).map(fromIso),
    goldenWeekJapan: dayOf(year, 4, 29),
    midYearSale: dayOf(year, 6, 18),
    goldenWeekChina: dayOf(year, 10, 1),
    singlesDay: dayOf(year, 11, 11),
    thanksgiving,
    blackFriday: thanksgiving + 1,
    cyberMonday: thanksgiving + 4,
    doubleTwelve: dayOf(year, 12, 12),
    christmas: dayOf(year, 12, 25),
  };
}
