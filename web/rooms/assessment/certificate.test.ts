import assert from "node:assert/strict";
import { test } from "node:test";
import { isKnownExtra, partOf, reasonsOf, shortHash } from "./certificate.ts";

const rule = { mastery: 85, floor: 60, pieces: 5, contexts: 2, raters: 2 };
const standing = {
  competency: "C01",
  band: "nearly",
  pieces: 3,
  piecesMin: 3,
  contexts: 1,
  lastDay: "2026-09-01",
} as const;

test("a competency is short by what the certificate asks, not by its own echelon", () => {
  const short = { competency: "C01", short: ["mastery", "pieces", "contexts", "raters"] as const };
  assert.deepEqual(reasonsOf({ ...short, short: [...short.short] }, rule, standing), [
    { kind: "mastery", facts: { percent: 85 } },
    { kind: "pieces", facts: { count: 3, of: 5 } },
    { kind: "contexts", facts: { count: 1, of: 2 } },
    { kind: "raters", facts: { count: 2 } },
  ]);
});

test("who was never seen in a competency has none of the pieces", () => {
  const [reason] = reasonsOf({ competency: "C01", short: ["pieces"] }, rule, undefined);
  assert.deepEqual(reason, { kind: "pieces", facts: { count: 0, of: 5 } });
});

test("what is there is a part of what is needed, and never more than all", () => {
  assert.equal(partOf({ have: 11, need: 40 }), 0.275);
  assert.equal(partOf({ have: 50, need: 40 }), 1);
  assert.equal(partOf({ have: 0, need: 0 }), 1);
});

test("an extra without words is told from those with", () => {
  assert.ok(isKnownExtra("mentee"));
  assert.ok(!isKnownExtra("swim-test"));
});

test("a hash is shown by its beginning", () => {
  assert.equal(shortHash("ab".repeat(32)), "abababababab");
});
