import assert from "node:assert/strict";
import { test } from "node:test";
import {
  evenness,
  nearestMark,
  reviewMinutes,
  severityInMarks,
  strictness,
  wholeBand,
} from "./review-rules.ts";

test("five works take about ten minutes", () => {
  assert.equal(reviewMinutes(5), 10);
});

test("a severity is told in marks, and is as large whichever way it points", () => {
  assert.equal(severityInMarks(0), 0);
  assert.ok(severityInMarks(0.5) > 0.4 && severityInMarks(0.5) < 0.5);
  assert.ok(Math.abs(severityInMarks(0.5) + severityInMarks(-0.5)) < 1e-9);
});

test("a severity within its own error is none", () => {
  assert.equal(strictness({ severity: 0.6, severityError: 0.7 }), "same");
  assert.equal(strictness({ severity: 0.6, severityError: 0.2 }), "stricter");
  assert.equal(strictness({ severity: -0.6, severityError: 0.2 }), "milder");
  assert.equal(strictness({ severity: 0.1, severityError: 0.01 }), "same");
});

test("marks are looked at where they are too even or unlike the others'", () => {
  const told = [0.4, 0.5, 1, 1.5, 1.6].map((infit) => evenness({ infit, marks: 20 }));
  assert.deepEqual(told, ["even", "usual", "usual", "usual", "uneven"]);
  assert.equal(evenness({ infit: 0.1, marks: 19 }), "few");
});

test("an assignment is told by its worst pair of raters", () => {
  assert.equal(wholeBand([]), "too-few");
  assert.equal(wholeBand(["too-few", "good"]), "good");
  assert.equal(wholeBand(["good", "retrain", "third-if-apart"]), "retrain");
});

test("a fair mark is described by the words of the nearest", () => {
  assert.deepEqual([0, 2.49, 2.5, 4].map(nearestMark), [0, 2, 3, 4]);
});
