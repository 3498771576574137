import assert from "node:assert/strict";
import { test } from "node:test";
import { rankingWord } from "./ranking-word.ts";

test("tasks are said to rank a store only where the season ranks by them", () => {
  const shares = { operationsBp: 4_000, scoreMilli: 61_000 };
  assert.equal(rankingWord("checklist", shares), "mix");
  assert.equal(rankingWord("checklist", { ...shares, scoreMilli: -1 }), "mixNone");
  assert.equal(rankingWord("checklist", { ...shares, operationsBp: 0 }), null);
  assert.equal(rankingWord("balanced", shares), "beside");
  assert.equal(rankingWord("roi", { ...shares, operationsBp: 0 }), "beside");
});
