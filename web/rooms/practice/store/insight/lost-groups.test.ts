import assert from "node:assert/strict";
import { test } from "node:test";
import { lostByReason } from "./lost-groups.ts";

test("lost sales come by reason, the reason that cost most orders first", () => {
  const rows = [
    { reason: "price", ordersMilli: 400, salesMinor: 10 },
    { reason: "soldOut", ordersMilli: 900, salesMinor: 25 },
    { reason: "price", ordersMilli: 700, salesMinor: 20 },
  ];
  const groups = lostByReason(rows);
  assert.deepEqual(
    groups.map(({ reason, ordersMilli, salesMinor }) => [reason, ordersMilli, salesMinor]),
    [
      ["price", 1_100, 30],
      ["soldOut", 900, 25],
    ],
  );
  assert.deepEqual(groups[0]?.rows, [rows[0], rows[2]]);
  assert.deepEqual(lostByReason([]), []);
});
