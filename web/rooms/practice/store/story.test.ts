import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { headlineCode, toldStory } from "./story.ts";

const day = (profitMinor: number, previousMinor: number) =>
  toldStory({ code: "story/day", facts: { profitMinor, previousMinor, orders: 3 } });

test("a day is compared with the one before by what both were", () => {
  assert.equal(headlineCode(120, 100), "story/earned-more");
  assert.equal(headlineCode(80, 100), "story/earned-less");
  assert.equal(headlineCode(100, 100), "story/earned-same");
  assert.equal(headlineCode(100, -5), "story/earned-after-loss");
  assert.equal(headlineCode(100, 0), "story/earned");
  assert.equal(headlineCode(-80, -100), "story/lost-less");
  assert.equal(headlineCode(-120, -100), "story/lost-more");
  assert.equal(headlineCode(-100, -100), "story/lost-same");
  assert.equal(headlineCode(-100, 5), "story/lost-after-gain");
  assert.equal(headlineCode(-100, 0), "story/lost");
  assert.equal(headlineCode(0, 7), "story/even");
});

test("a fifth less is told as 20 percent of the day before", () => {
  const { code, facts } = day(41_200, 51_500);
  assert.equal(code, "story/earned-less");
  assert.equal(facts["percentBp"], 2_000);
  assert.equal(facts["changeMinor"], -10_300);
});

test("whatever two days earned, the headline never says gain for loss", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (profit, previous) => {
      const { code } = day(profit, previous);
      const word = profit === 0 ? "even" : profit > 0 ? "earned" : "lost";
      assert.ok(code.startsWith(`story/${word}`));
    }),
  );
});

test("other sentences stay as they came", () => {
  const told = { code: "story/best-seller", facts: { units: 4 } };
  assert.deepEqual(toldStory(told), told);
});
