import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  civilOf,
  dayOf,
  fromIso,
  isLeap,
  isMonthEnd,
  isoWeek,
  monthLength,
  nthWeekday,
  toIso,
  weekday,
} from "./day.ts";

const milliseconds = 86_400_000;
const first = fromIso("1900-01-01");
const last = fromIso("2200-12-31");
const day = fc.integer({ min: first, max: last });

test("day 0 is 1970-01-01, a Thursday", () => {
  assert.equal(fromIso("1970-01-01"), 0);
  assert.equal(toIso(0), "1970-01-01");
  assert.equal(weekday(0), 3);
});

test("every day from 1900 to 2200 has the date the platform gives it, and back", () => {
  for (let d = first; d <= last; d++) {
    const date = new Date(d * milliseconds);
    const { year, month, dayOfMonth } = civilOf(d);
    assert.equal(year, date.getUTCFullYear());
    assert.equal(month, date.getUTCMonth() + 1);
    assert.equal(dayOfMonth, date.getUTCDate());
    assert.equal(weekday(d), (date.getUTCDay() + 6) % 7);
    assert.equal(dayOf(year, month, dayOfMonth), d);
  }
});

test("dates far before and after are round trips too", () => {
  fc.assert(
    fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (d) => {
      const { year, month, dayOfMonth } = civilOf(d);
      assert.equal(dayOf(year, month, dayOfMonth), d);
      assert.equal(weekday(d + 7), weekday(d));
      assert.equal((weekday(d) + 1) % 7, weekday(d + 1));
    }),
  );
});

test("the ISO form is read and written alike", () => {
  fc.assert(
    fc.property(day, (d) => {
      assert.equal(fromIso(toIso(d)), d);
      assert.equal(toIso(d), new Date(d * milliseconds).toISOString().slice(0, 10));
    }),
  );
});

test("dates that do not exist are refused", () => {
  const wrong =
    "2026-02-29 1900-02-29 2026-00-10 2026-13-01 2026-04-31 2026-01-00 2026-1-1 26-01-01";
  for (const text of [...wrong.split(" "), "", "2026-01-01T00:00", "2026/01/01"]) {
    assert.throws(() => fromIso(text), RangeError, text);
  }
  assert.throws(() => dayOf(2026, 1, 1.5), RangeError);
  assert.throws(() => toIso(dayOf(10_000, 1, 1)), RangeError);
  assert.doesNotThrow(() => fromIso("2000-02-29"));
});

test("a month later is the same day of the month, or the month's last day", () => {
  assert.equal(toIso(addMonths(fromIso("2027-01-31"), 1)), "2027-02-28");
  assert.equal(toIso(addMonths(fromIso("2028-01-31"), 1)), "2028-02-29");
  assert.equal(toIso(addMonths(fromIso("2026-11-30"), 3)), "2027-02-28");
  assert.equal(toIso(addMonths(fromIso("2026-03-15"), -15)), "2024-12-15");
  fc.assert(
    fc.property(day, fc.integer({ min: -600, max: 600 }), (d, months) => {
      const from = civilOf(d);
      const to = civilOf(addMonths(d, months));
      assert.equal(to.year * 12 + to.month, from.year * 12 + from.month + months);
      assert.equal(to.dayOfMonth, Math.min(from.dayOfMonth, monthLength(to.year, to.month)));
    }),
  );
});

test("a month ends where the next day is the first", () => {
  fc.assert(
    fc.property(day, (d) => {
      assert.equal(isMonthEnd(d), civilOf(addDays(d, 1)).dayOfMonth === 1);
    }),
  );
});

test("leap years are those of the Gregorian rule", () => {
  assert.deepEqual([1900, 2000, 2023, 2024, 2100].map(isLeap), [false, true, false, true, false]);
  assert.throws(() => monthLength(2026, 0), RangeError);
  assert.throws(() => monthLength(2026, 13), RangeError);
});

test("ISO weeks at the turn of the year are those of the standard", () => {
  const known = {
    "2020-12-31": [2020, 53],
    "2021-01-03": [2020, 53],
    "2021-01-04": [2021, 1],
    "2024-12-30": [2025, 1],
    "2026-01-01": [2026, 1],
    "2027-01-01": [2026, 53],
  };
  for (const [date, [year, week]] of Object.entries(known)) {
    assert.deepEqual(isoWeek(fromIso(date)), { year, week }, date);
  }
});

test("a week number holds from Monday to Sunday", () => {
  fc.assert(
    fc.property(day, (d) => {
      const monday = d - weekday(d);
      assert.deepEqual(isoWeek(d), isoWeek(monday));
      assert.notDeepEqual(isoWeek(monday - 1), isoWeek(monday));
      const { week } = isoWeek(d);
      assert.ok(week >= 1 && week <= 53);
    }),
  );
});

test("the nth weekday of a month is found", () => {
  assert.equal(toIso(nthWeekday(2026, 11, 3, 4)), "2026-11-26");
  assert.equal(toIso(nthWeekday(2026, 6, 0, 1)), "2026-06-01");
  assert.equal(toIso(nthWeekday(2026, 5, 6, 2)), "2026-05-10");
});
