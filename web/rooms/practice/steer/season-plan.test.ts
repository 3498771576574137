import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Catalog,
  choiceOf,
  paceFault,
  paceOf,
  planSeason,
  type Scenario,
  scenarioOf,
  untouched,
  usualPace,
} from "./season-plan.ts";

const both = { zh: "名", en: "name" };
const scenario = (id: string, level: 1 | 2 | 3): Scenario => ({
  id,
  name: both,
  goal: both,
  level,
  days: level * 7,
  startDate: "2026-10-12",
  markets: [],
  categories: 6,
  bots: 32,
  storesMax: 340,
  openingCashMinor: 2_000_000,
  booksCurrency: "USD",
  shocks: 2,
});
const catalog = (id: string, sellableSkus: number): Catalog => ({
  enterprise: { id, name: both },
  products: 9,
  skus: 9,
  published: 9,
  sellableSkus,
  readiness: { red: 0, amber: 0, green: 9 },
  categories: [],
  changedAt: null,
  mayEdit: false,
});
const scenarios = [scenario("class-40", 2), scenario("first-week", 1)];
const catalogs = [catalog("a", 12), catalog("empty", 0), catalog("b", 3)];

test("who chooses nothing gets the easiest scenario, closed by hand, one person a store", () => {
  const chosen = scenarioOf(untouched, scenarios);
  assert.equal(chosen?.id, "first-week");
  const request = planSeason(untouched, {
    class: "c",
    scenario: scenario("first-week", 1),
    catalogs,
    usualName: "First week",
  });
  assert.deepEqual(request, {
    class: "c",
    scenario: "first-week",
    name: "First week",
    pace: { kind: "by-hand" },
    enterprises: ["a", "b"],
    teamSize: 1,
  });
});

test("what the teacher did change goes before what the scenario says", () => {
  const choice = { ...untouched, scenario: "class-40", days: 20, bots: 0, enterprises: ["b"] };
  assert.equal(scenarioOf(choice, scenarios)?.id, "class-40");
  const request = planSeason(choice, {
    class: "c",
    scenario: scenario("class-40", 2),
    catalogs,
    usualName: "x",
  });
  assert.deepEqual([request.days, request.bots, request.enterprises], [20, 0, ["b"]]);
});

test("a pace says only what its kind needs, and is read back the same", () => {
  const interval = { ...usualPace, kind: "interval" as const, minutes: 8 };
  const timetable = { ...usualPace, kind: "timetable" as const, weekdays: [4, 0] };
  assert.deepEqual(paceOf(interval), { kind: "interval", minutes: 8, closesWhenAllReady: true });
  assert.deepEqual(choiceOf(paceOf(interval)), interval);
  assert.deepEqual(paceOf(timetable), {
    kind: "timetable",
    weekdays: [0, 4],
    time: "08:00",
    timeZone: "Asia/Shanghai",
  });
});

test("a timetable needs a weekday and a time, rounds need whole minutes", () => {
  assert.equal(paceFault({ ...usualPace, kind: "timetable", weekdays: [] }), "noWeekday");
  assert.equal(paceFault({ ...usualPace, kind: "timetable", time: "25:00" }), "noTime");
  assert.equal(paceFault({ ...usualPace, kind: "interval", minutes: 0.5 }), "noMinutes");
  assert.equal(paceFault(usualPace), null);
});
