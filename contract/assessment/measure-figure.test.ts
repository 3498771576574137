import assert from "node:assert/strict";
import { test } from "node:test";
import { measureFigure } from "./measure-figure.ts";

test("a measure's value is printed as every other number is: a minus is no hyphen", () => {
  assert.equal(measureFigure("share", 0.8), "80%");
  assert.equal(measureFigure("percent", 12.345), "12.35%");
  assert.equal(measureFigure("change", 0.1), "+10%");
  assert.equal(measureFigure("change", -0.055), "−5.5%");
  assert.equal(measureFigure("nps", -20), "−20");
  assert.equal(measureFigure("places", 3), "+3");
  assert.equal(measureFigure("mastery", 0), "0");
  assert.equal(measureFigure("stars", 0.25), "+0.25 ★");
  assert.equal(measureFigure("rubric", 2.5), "2.5 / 4");
  assert.equal(measureFigure("count", 1500), "1,500");
});
