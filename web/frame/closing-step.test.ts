import assert from "node:assert/strict";
import { test } from "node:test";
import { closingStep } from "./closing-step.ts";

const rounds = (minutes: number) => ({
  kind: "interval" as const,
  minutes,
  closesWhenAllReady: true,
});

test("a close is told ten, five and one minute before, and not before or after", () => {
  const at = (seconds: number) => closingStep(seconds, rounds(40));
  assert.deepEqual([601, 600, 301, 300, 61, 60, 1, 0].map(at), [null, 10, 10, 5, 5, 1, 1, null]);
});

test("a round is told no time that is as long as itself", () => {
  assert.equal(closingStep(300, rounds(5)), null);
  assert.equal(closingStep(60, rounds(5)), 1);
  assert.equal(closingStep(59, rounds(1)), null);
  assert.equal(closingStep(590, { kind: "by-hand" }), 10);
});
