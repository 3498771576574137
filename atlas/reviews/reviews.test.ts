import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadReviews, reviewThemes, sentencesOf } from "./reviews.ts";

const reviews = loadReviews();

test("every theme has at least two sentences for each number of stars", () => {
  for (const theme of reviewThemes) {
    for (const star of [1, 2, 3, 4, 5]) {
      assert.ok(sentencesOf(reviews, theme, star).length >= 2, `${theme} ${star}`);
    }
  }
  assert.equal(reviews.length, 60);
});

test("the sentences of a theme and a star are of that theme and that star", () => {
  for (const { theme, star } of sentencesOf(reviews, "delivery", 2)) {
    assert.deepEqual([theme, star], ["delivery", 2]);
  }
});

test("no sentence comes twice, and each is written in its language", () => {
  assert.equal(new Set(reviews.map(({ text }) => text.en)).size, reviews.length);
  assert.equal(new Set(reviews.map(({ text }) => text.zh)).size, reviews.length);
  for (const { text } of reviews) {
    assert.match(text.en, /^[A-Z][\x20-\x7e]+\.$/);
    assert.match(text.zh, /\p{Script=Han}.*。$/u);
  }
});

test("what is loaded cannot be changed", () => {
  assert.ok(Object.isFrozen(reviews) && Object.isFrozen(reviews[0]?.text));
});

test("a sentence with six stars or without Chinese is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "reviews-"));
  const write = (review: object) =>
    writeFileSync(join(folder, "reviews.json"), JSON.stringify([review]));
  try {
    write({ theme: "value", star: 6, text: { zh: "好。", en: "Good." } });
    assert.throws(() => loadReviews(folder), /star/);
    write({ theme: "value", star: 5, text: { zh: "", en: "Good." } });
    assert.throws(() => loadReviews(folder), /zh/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
