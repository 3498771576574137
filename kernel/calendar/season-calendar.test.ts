import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { fromIso, toIso } from "./day.ts";
import { calendarDay, isInSeason, monthEnds, periodEnds, seasonDay } from "./season-calendar.ts";

const autumn = { startsOn: fromIso("2026-09-14"), days: 70 };

test("season day 1 is the first trading day, and the last is as many days on as are played", () => {
  assert.equal(toIso(calendarDay(autumn, 1)), "2026-09-14");
  assert.equal(toIso(calendarDay(autumn, 70)), "2026-11-22");
  assert.equal(toIso(calendarDay(autumn, -27)), "2026-08-17");
});

test("season days and calendar days are one another's reverse", () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 500 }), (day) => {
      assert.equal(seasonDay(autumn, calendarDay(autumn, day)), day);
      assert.equal(isInSeason(autumn, calendarDay(autumn, day)), day >= 1 && day <= 70);
    }),
  );
});

test("periods end on Sundays, on the month's last day and with the season", () => {
  assert.deepEqual(monthEnds(autumn), [17, 48]);
  assert.deepEqual(periodEnds(autumn, 17), {
    isWeekEnd: false,
    isMonthEnd: true,
    isQuarterEnd: true,
    isSeasonEnd: false,
  });
  assert.deepEqual(periodEnds(autumn, 48), {
    isWeekEnd: false,
    isMonthEnd: true,
    isQuarterEnd: false,
    isSeasonEnd: false,
  });
  assert.deepEqual(periodEnds(autumn, 70), {
    isWeekEnd: true,
    isMonthEnd: false,
    isQuarterEnd: false,
    isSeasonEnd: true,
  });
});

test("a season of seventy days from a Monday has ten week ends", () => {
  const days = Array.from({ length: 70 }, (_, i) => i + 1);
  assert.equal(days.filter((day) => periodEnds(autumn, day).isWeekEnd).length, 10);
});
