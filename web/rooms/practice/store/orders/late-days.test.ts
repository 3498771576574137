import assert from "node:assert/strict";
import { test } from "node:test";
import { lateDaysOf } from "./late-days.ts";

const step = (event: string, day: number, isDone = true) => ({ event, day, isDone });

test("a parcel is late by the days that it arrived after its promise, and never when lost", () => {
  const begun = [step("sold", 3), step("dispatched", 3)];
  assert.equal(lateDaysOf([...begun, step("delivered", 14)], 12), 2);
  assert.equal(lateDaysOf([...begun, step("delivered", 12)], 12), 0);
  assert.equal(lateDaysOf([...begun, step("delivered", 13), step("delivered", 15)], 12), 3);
  assert.equal(lateDaysOf([...begun, step("lost", 22)], 12), 0);
  assert.equal(lateDaysOf([...begun, step("promised", 12, false)], 12), 0);
});
