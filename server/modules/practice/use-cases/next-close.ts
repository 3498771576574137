import type { Pace } from "@echelon/contract/practice/season.ts";

/** When a day that opens at `now` closes by itself; null when a person closes it. */
export function nextCloseAt(pace: Pace, now: Date): Date | null {
  switch (pace.kind) {
    case "by-hand":
    case "self-paced":
      return null;
    case "interval":
      return new Date(now.getTime() + pace.minutes * 60_000);
    case "timetable":
      return nextOnTimetable(pace.weekdays, pace.time, pace.timeZone, now);
  }
}

const dayMillis = 86_400_000;

/**
 * The next instant after `now` at which the clock of the time zone shows `time` on one of the
 * weekdays (Monday is 0). An hour that daylight saving skips is taken an hour later.
 */
function nextOnTimetable(
  weekdays: readonly number[],
  time: string,
  timeZone: string,
  now: Date,
): Date | null {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const local = wallClock(new Date(now.getTime() + ahead * dayMillis), timeZone);
    const midnight = Date.UTC(local.year, local.month - 1, local.day);
    const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
    if (!weekdays.includes(weekday)) continue;
    const at = instantOf(midnight + (hour * 60 + minute) * 60_000, timeZone);
    if (at.getTime() > now.getTime()) return at;
  }
  return null;
}

/** The instant at which the zone's clock shows `wall` (written as if it were UTC). */
function instantOf(wall: number, timeZone: string): Date {
  let at = wall;
  for (let round = 0; round < 2; round += 1) at = wall - offsetAt(new Date(at), timeZone);
  return new Date(at);
}

function offsetAt(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}

function wallClock(instant: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    second: part("second"),
  };
}

/** Whether a class's season may have this pace: only a person's own practice is self-paced. */
export function isPaceForClass(pace: Pace): boolean {
  return pace.kind !== "self-paced" && (pace.kind !== "timetable" || isTimeZone(pace.timeZone));
}

/** Whether the zone is one that this installation's clock knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
