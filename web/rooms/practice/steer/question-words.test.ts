import assert from "node:assert/strict";
import { test } from "node:test";
import { formats } from "../../../text/format.ts";
import { askedOf, type Question, sorted } from "./question-words.ts";

const stores = [
  { store: 6, name: "North" },
  { store: 7, name: "South" },
];
const person = "01900000-0000-7000-8000-000000000001";
const small: Question = {
  key: `small-share/6/${person}`,
  kind: "small-share",
  stores: [6],
  person,
  members: 3,
  shareBp: 140,
  from: 3,
  to: 16,
};
const pair: Question = {
  key: "one-after-other/6-7",
  kind: "one-after-other",
  stores: [6, 7],
  days: [1, 2, 4],
  bothDays: 4,
  pauseSeconds: 90,
};

test("a question names its stores and people, never their numbers", () => {
  const people = { [person]: "Li" };
  const one = askedOf(small, { stores, people }, formats.en);
  assert.deepEqual([one["a"], one["person"], one["percent"]], ["North", "Li", "1%"]);
  const two = askedOf(pair, { stores, people }, formats.en);
  assert.deepEqual([two["a"], two["b"], two["days"], two["both"]], ["North", "South", 3, 4]);
});

test("the last remark says whether a question waits", () => {
  const said = (key: string, isAside: boolean) => ({ key, isAside, note: "", by: "", at: "" });
  const questions = [small, pair];
  const of = (remarks: ReturnType<typeof said>[]) => sorted({ questions, remarks }).open;
  assert.deepEqual(of([]), questions);
  assert.deepEqual(of([said(small.key, true)]), [pair]);
  assert.deepEqual(of([said(small.key, true), said(small.key, false)]), questions);
});
