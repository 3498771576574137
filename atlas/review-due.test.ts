import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatedRow, reviewDue, reviewOf } from "./review-due.ts";

const today = Date.parse("2026-11-29T00:00:00Z") / 86_400_000;
const row: DatedRow = {
  name: "XX.std",
  kind: "import",
  from: 0,
  to: null,
  certainty: "certain",
  checkedOn: ["2026-11-23"],
  recheckBy: today + 200,
  supersedes: null,
};
const codes = (...rows: readonly Partial<DatedRow>[]) =>
  reviewOf(
    "XX",
    rows.map((change) => ({ ...row, ...change })),
    today,
  ).map(({ code }) => code);

test("a rule that was read this year and holds on is not due", () => {
  assert.deepEqual(codes({}), []);
});

test("a rule is due before the day of its next reading, and for ever after it", () => {
  assert.deepEqual(codes({ recheckBy: today + 31 }), []);
  assert.deepEqual(codes({ recheckBy: today + 30 }), ["rules-recheck"]);
  assert.deepEqual(codes({ recheckBy: today - 900 }), ["rules-recheck"]);
});

test("a rule that ends soon, or has ended, is due unless another one follows", () => {
  assert.deepEqual(codes({ to: today + 61 }), []);
  assert.deepEqual(codes({ to: today + 60 }), ["rules-ending"]);
  assert.deepEqual(codes({ to: today - 10 }), ["rules-ending"]);
  assert.deepEqual(codes({ to: today - 400 }), [], "history");
  assert.deepEqual(codes({ to: today + 60 }, { name: "XX.new", supersedes: "XX.std" }), []);
  assert.deepEqual(codes({ to: today + 60 }, { name: "XX.new", from: today + 60 }), []);
  const other = { name: "XX.other", kind: "fee", from: today + 60 };
  assert.deepEqual(codes({ to: today + 60 }, other), ["rules-ending"]);
});

test("a rule is due when its source was not read for a year, or never", () => {
  assert.deepEqual(codes({ checkedOn: ["2025-11-29"] }), []);
  assert.deepEqual(codes({ checkedOn: ["2024-01-01", "2025-11-28"] }), ["rules-old"]);
  assert.deepEqual(codes({ checkedOn: [null] }), ["rules-unread"]);
  assert.deepEqual(codes({ certainty: "believed" }), ["rules-unread"]);
  assert.deepEqual(codes({ certainty: "scenario", checkedOn: [null] }), [], "made up");
});

test("a place has one line of each kind, with the count and the first day", () => {
  const rows = [2, 1, 3].map((days) => ({ ...row, name: `r${days}`, recheckBy: today + days }));
  const [note, ...others] = reviewOf("XX", rows, today);
  assert.deepEqual(note, {
    code: "rules-recheck",
    facts: { place: "XX", count: 3, rules: "r2, r1, r3", date: "2026-11-30" },
  });
  assert.deepEqual(others, []);
});

test("in five years everything of the atlas is due, and the lines fit on a page", () => {
  const notes = reviewDue(today + 5 * 365);
  assert.ok(notes.some(({ code }) => code === "rules-old"));
  assert.ok(notes.some(({ code }) => code === "exchange-old"));
  assert.ok(notes.length <= 200);
  assert.equal(notes.filter(({ code }) => code === "rules-unread").length, 1);
  for (const { facts } of notes)
    for (const fact of Object.values(facts)) assert.ok(String(fact).length <= 500);
});
