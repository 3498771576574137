import assert from "node:assert/strict";
import { test } from "node:test";
import { safePath } from "./safe-path.ts";

test("who was sent to sign in comes back to where they wanted to go", () => {
  assert.equal(safePath("/t/0197/wall?projector"), "/t/0197/wall?projector");
});

test("a link cannot make signing in lead to another site", () => {
  for (const evil of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:1"])
    assert.equal(safePath(evil), "/");
  assert.equal(safePath(undefined), "/");
});
