import { test } from "node:test";
import assert from "node:assert/strict";
import { fromIso, toIso, weekday } from "./day.ts";
import { retailEvents, retailYears } from "./retail-events.ts";

const years = Array.from(
  { length: retailYears.last - retailYears.first + 1 },
  (_, i) => retailYears.first + i,
);

test("the retail calendar of 2026 is the published one", () => {
  const { ramadanStarts, ...events } = retailEvents(2026);
  const dates = Object.fromEntries(Object.entries(events).map(([name, day]) => [name, toIso(day)]));
  assert.deepEqual(dates, {
    valentine: "2026-02-14",
    chineseNewYear: "2026-02-17",
    goldenWeekJapan: "2026-04-29",
    midYearSale: "2026-06-18",
    goldenWeekChina: "2026-10-01",
    singlesDay: "2026-11-11",
    thanksgiving: "2026-11-26",
    blackFriday: "2026-11-27",
    cyberMonday: "2026-11-30",
    doubleTwelve: "2026-12-12",
    christmas: "2026-12-25",
  });
  assert.deepEqual(ramadanStarts.map(toIso), ["2026-02-18"]);
});

test("Thanksgiving is a Thursday from the 22nd to the 28th, and its sales follow it", () => {
  for (const year of years) {
    const { thanksgiving, blackFriday, cyberMonday } = retailEvents(year);
    assert.equal(weekday(thanksgiving), 3);
    const date = toIso(thanksgiving);
    assert.ok(date >= `${year}-11-22` && date <= `${year}-11-28`, date);
    assert.equal(weekday(blackFriday), 4);
    assert.equal(weekday(cyberMonday), 0);
    assert.ok(cyberMonday > blackFriday);
  }
});

test("lunar years last twelve or thirteen moons", () => {
  for (const year of years.slice(1)) {
    const length = retailEvents(year).chineseNewYear - retailEvents(year - 1).chineseNewYear;
    assert.ok([353, 354, 355, 383, 384, 385].includes(length), `${year}: ${length}`);
  }
});

test("Chinese New Year falls between 21 January and 20 February", () => {
  for (const year of years) {
    const date = toIso(retailEvents(year).chineseNewYear);
    assert.ok(date >= `${year}-01-21` && date <= `${year}-02-20`, date);
  }
});

test("Ramadan begins when the Umm al-Qura calendar says", () => {
  const hijri = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  const computed: string[] = [];
  const end = fromIso(`${retailYears.last}-12-31`);
  for (let day = fromIso(`${retailYears.first}-01-01`); day <= end; day++) {
    if (hijri.format(day * 86_400_000).startsWith("9/1")) {
      const [, dayOfMonth] = hijri.format(day * 86_400_000).split(/[/ ]/);
      if (dayOfMonth === "1") computed.push(toIso(day));
    }
  }
  assert.deepEqual(
    years.flatMap((year) => retailEvents(year).ramadanStarts.map(toIso)),
    computed,
  );
});

test("a year without published lunar dates is refused, not guessed", () => {
  assert.throws(() => retailEvents(retailYears.first - 1), RangeError);
  assert.throws(() => retailEvents(retailYears.last + 1), RangeError);
});
