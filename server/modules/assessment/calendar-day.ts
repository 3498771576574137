import { type Day, toIso } from "@echelon/kernel/calendar/day.ts";

const millisADay = 86_400_000;

/** The day of UTC that a moment lies in. */
export const calendarDay = (at: Date): Day => Math.floor(at.getTime() / millisADay);

/** The day that a moment lies in, as `YYYY-MM-DD`. */
export const plainDay = (at: Date): string => toIso(calendarDay(at));

/** China counts its days eight hours ahead of UTC, all year. */
const chinaMillis = 8 * 3_600_000;

/** The day in China that a moment lies in: times that the law or an agreement sets end with one. */
export const chinaDay = (at: Date): Day => calendarDay(new Date(at.getTime() + chinaMillis));
