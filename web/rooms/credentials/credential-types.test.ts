import assert from "node:assert/strict";
import { test } from "node:test";
import { credentialVerdicts, isProven } from "@echelon/contract/exchange/credential-verdicts.ts";
import { toneOf } from "./credential-types.ts";

test("only what is genuine and in force looks good", () => {
  const good = credentialVerdicts.filter((verdict) => toneOf(verdict) === "good");
  assert.deepEqual(good, ["issuer-unknown", "valid"]);
  assert.equal(toneOf("revoked"), "bad");
  assert.equal(toneOf("not-genuine"), "bad");
});

test("a revoked certificate was genuine once, a forged one never was", () => {
  assert.equal(isProven("revoked"), true);
  assert.equal(isProven("not-genuine"), false);
  assert.equal(isProven("unproved"), false);
});
