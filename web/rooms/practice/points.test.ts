import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsOf, pointsText } from "./points.ts";

test("a score that cannot be said is a dash on screen and nothing in a file", () => {
  const number = (value: number, digits: number) => value.toFixed(digits);
  assert.equal(pointsText(-1, number), "–");
  assert.equal(pointsOf(-1), "");
  assert.equal(pointsText(0, number), "0.0");
  assert.equal(pointsText(754, number), "75.4");
  assert.equal(pointsOf(754), 75.4);
});
