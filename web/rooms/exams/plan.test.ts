import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyPlan, emptySection, fieldsOf, localTime, missingOf, planOf, sizeOf } from "./plan.ts";

const whole = {
  ...emptyPlan("en"),
  name: " Midterm ",
  banks: ["course-C3"],
  opensAt: "2026-12-01T09:00",
  closesAt: "2026-12-01T11:00",
};

test("a plan is read into the form and back without loss", () => {
  const plan = planOf(whole);
  assert.equal(plan.name, "Midterm");
  assert.deepEqual(planOf(fieldsOf(plan)), plan);
  const practical = { ...plan, kind: "practical" as const, season: "x" };
  assert.deepEqual(planOf(fieldsOf(practical)), {
    kind: "practical",
    name: "Midterm",
    language: "en",
    passingPercent: 60,
    season: "x",
  });
});

test("what is missing is said one after the other", () => {
  assert.equal(missingOf(emptyPlan("zh")), "noName");
  assert.equal(missingOf({ ...whole, banks: [] }), "noBank");
  assert.equal(missingOf({ ...whole, minutes: null }), "noMinutes");
  assert.equal(missingOf({ ...whole, closesAt: whole.opensAt }), "closesFirst");
  assert.equal(missingOf({ ...whole, kind: "practical" }), "noSeason");
  assert.equal(missingOf(whole), null);
});

test("a time is shown as this device has it, whatever the zone", () => {
  const local = "2026-12-01T09:30";
  assert.equal(localTime(new Date(local).toISOString()), local);
  assert.equal(localTime(null), "");
});

test("a paper's size adds up what its sections ask", () => {
  const two = { ...emptySection(), questions: 5, points: 2 };
  assert.deepEqual(sizeOf([emptySection(), two]), { questions: 15, points: 20 });
});
