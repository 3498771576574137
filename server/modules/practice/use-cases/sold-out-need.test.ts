import assert from "node:assert/strict";
import { test } from "node:test";
import { soldOutNeed } from "./sold-out-need.ts";

test("who is sold out is told when goods come, and that they are late", () => {
  // Why: 900 units of day 9 once came on day 24, and the brief told neither day.
  assert.deepEqual(soldOutNeed(0, null), { code: "sold-out", facts: {} });
  assert.deepEqual(soldOutNeed(900, { dueOn: 9, promisedOn: 9 }), {
    code: "sold-out-waiting",
    facts: { inbound: 900, day: 9 },
  });
  assert.deepEqual(soldOutNeed(900, { dueOn: 24, promisedOn: 9 }), {
    code: "sold-out-late",
    facts: { inbound: 900, day: 24, promised: 9 },
  });
  // What a store moves itself has no promise.
  assert.equal(soldOutNeed(20, { dueOn: 7, promisedOn: 0 }).code, "sold-out-waiting");
});
