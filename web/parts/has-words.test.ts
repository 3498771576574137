import assert from "node:assert/strict";
import { test } from "node:test";
import { hasWords } from "./has-words.ts";

test("a text is found by all of the words that are typed, however they are written", () => {
  assert.ok(hasWords("Lin Xiaoyu 2024017", "xiaoyu lin"));
  assert.ok(hasWords("Lin Xiaoyu 2024017", " ２０２４ "));
  assert.ok(hasWords("林晓雨 Ｂ１２", "b12 林"));
  assert.ok(!hasWords("Lin Xiaoyu", "lin wang"));
  assert.ok(hasWords("Lin Xiaoyu", "  "));
});
