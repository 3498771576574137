import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Pace } from "@echelon/contract/practice/season.ts";
import { isTimeZone, nextCloseAt } from "./next-close.ts";

const at = (iso: string) => new Date(iso);

suite("when a day closes by itself", () => {
  test("a day closed by hand has no time", () => {
    assert.equal(nextCloseAt({ kind: "by-hand" }, at("2026-03-02T08:00:00Z")), null);
    assert.equal(nextCloseAt({ kind: "self-paced" }, at("2026-03-02T08:00:00Z")), null);
  });

  test("an interval counts from the opening", () => {
    const pace = { kind: "interval", minutes: 90, closesWhenAllReady: false } satisfies Pace;
    assert.deepEqual(nextCloseAt(pace, at("2026-03-02T08:00:00Z")), at("2026-03-02T09:30:00Z"));
  });

  test("a timetable means the clock of its time zone, not of the server", () => {
    const pace = {
      kind: "timetable",
      weekdays: [0, 3],
      time: "20:00",
      timeZone: "Asia/Shanghai",
    } satisfies Pace;
    // 2 March 2026 is a Monday; 20:00 in Shanghai is 12:00 UTC.
    assert.deepEqual(nextCloseAt(pace, at("2026-03-02T08:00:00Z")), at("2026-03-02T12:00:00Z"));
    assert.deepEqual(nextCloseAt(pace, at("2026-03-02T12:00:00Z")), at("2026-03-05T12:00:00Z"));
  });

  test("daylight saving moves the instant and keeps the wall clock", () => {
    const pace = {
      kind: "timetable",
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      time: "09:00",
      timeZone: "Europe/Berlin",
    } satisfies Pace;
    assert.deepEqual(nextCloseAt(pace, at("2026-03-28T09:00:00Z")), at("2026-03-29T07:00:00Z"));
    assert.deepEqual(nextCloseAt(pace, at("2026-10-24T08:00:00Z")), at("2026-10-25T08:00:00Z"));
  });

  test("an unknown time zone is told apart", () => {
    assert.equal(isTimeZone("Asia/Shanghai"), true);
    assert.equal(isTimeZone("Mars/Olympus"), false);
  });
});
