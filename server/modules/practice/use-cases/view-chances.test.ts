import assert from "node:assert/strict";
import { test } from "node:test";
import type { WhatIfResult } from "@echelon/contract/practice/study.ts";
import { bestOf } from "./view-chances.ts";

const chance = (score: number, profit: number, unlawful: string | null = null) => ({
  result: {
    scoreMilli: { was: 454, would: 454 + score },
    profitMinor: { was: 10_000, would: 10_000 + profit },
    unlawful,
  } as unknown as WhatIfResult,
});

test("the best missed chance has the best score, and never less profit", () => {
  // Why: a debrief once told that a store had missed a loss of 2.70 USD.
  const [loss, more, same] = [chance(90, -270), chance(20, 500), chance(20, 100)];
  assert.equal(bestOf([loss, same, more]), more);
  assert.equal(bestOf([loss]), undefined, "better score, less profit");
  assert.equal(bestOf([chance(0, 0)]), undefined, "nothing was better");
  assert.equal(bestOf([chance(-5, 900)]), undefined, "more profit, worse score");
  assert.equal(bestOf([{ result: null }, chance(99, 99, "practice/x"), same]), same);
});
