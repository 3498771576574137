import assert from "node:assert/strict";
import { test } from "node:test";
import { conflictsOf, keepMine, takeTheirs, withChange } from "./draft-conflicts.ts";
import type { ListingForm } from "./listing-form.ts";

const form = (parts: Partial<ListingForm> = {}): ListingForm => ({
  title: "Bottle",
  keywords: ["bottle"],
  text: "",
  attributes: { color: "blue", size: "500" },
  photoLevel: 0,
  priceMinor: 2_000,
  service: null,
  feeMinor: 0,
  promiseDays: null,
  ...parts,
});

test("a field handed in since it began to be typed is told with both values", () => {
  const draft = withChange(
    withChange(null, { title: "Steel b" }, form()),
    { title: "Steel" },
    form(),
  );
  assert.deepEqual(conflictsOf(draft, form()), []);
  assert.deepEqual(
    conflictsOf(draft, form({ priceMinor: 1_900 })),
    [],
    "another field is no matter",
  );
  assert.deepEqual(conflictsOf(draft, form({ title: "Flask" })), [
    { field: "title", theirs: "Flask", mine: "Steel" },
  ]);
  assert.deepEqual(conflictsOf(draft, form({ title: "Steel" })), [], "both wrote the same");
});

test("attributes in another order are the same attributes", () => {
  const typed = { attributes: { color: "red", size: "500" } };
  const draft = withChange(null, typed, form());
  assert.deepEqual(conflictsOf(draft, form({ attributes: { size: "500", color: "blue" } })), []);
});

test("one goes on with one's own words or takes the other's, and is asked no more", () => {
  const draft = withChange(null, { title: "Steel", priceMinor: 1_500 }, form());
  const now = form({ title: "Flask" });
  const kept = keepMine(draft, "title", now);
  assert.deepEqual([kept.title, conflictsOf(kept, now)], ["Steel", []]);
  const taken = takeTheirs(draft, "title");
  assert.deepEqual([taken.title, taken.priceMinor], [undefined, 1_500]);
  assert.deepEqual(conflictsOf(taken, now), []);
});

test("a draft from before such notes were made is no conflict", () => {
  assert.deepEqual(conflictsOf({ title: "Steel" }, form({ title: "Flask" })), []);
});
