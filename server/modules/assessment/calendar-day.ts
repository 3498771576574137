import { type Day, toIso } from "@echelon/kernel/calendar/day.ts";

const millisADay = 86_400_000;

/** The day of UTC that a moment lies in. */
export const calendarDay = (at: Date): Day => Math.floor(at.getTime() / millisADay);

/** The day that a moment lies in, as `YYYY-MM-DD`. */
export const plainDay = (at: Date): string => toIso(calendarDay(at));
