import assert from "node:assert/strict";
import { test } from "node:test";
import { callsOf, found } from "./api-calls.ts";

const both = [{ session: [] }, { program: [] }];
const calls = callsOf({
  paths: {
    "/api/seasons/{season}": {
      get: { "x-refuses": ["practice/no-such-season"], security: both },
      delete: { "x-refuses": [], security: [{ session: [] }] },
    },
    "/api/demo": { post: { "x-refuses": [] } },
  },
});
const names = (some: typeof calls) => some.map(({ method, path }) => `${method} ${path}`);

test("calls stand by path, each with what it may refuse", () => {
  assert.deepEqual(names(calls), [
    "POST /api/demo",
    "DELETE /api/seasons/{season}",
    "GET /api/seasons/{season}",
  ]);
  assert.deepEqual(calls[2]?.refuses, ["practice/no-such-season"]);
});

test("a program sees what its token opens", () => {
  const words = "";
  assert.deepEqual(names(found(calls, { words, isForProgram: true })), [
    "GET /api/seasons/{season}",
  ]);
  assert.equal(found(calls, { words, isForProgram: false }).length, 3);
});

test("every word that is typed must be there", () => {
  const typed = { words: " season  GET", isForProgram: false };
  assert.deepEqual(names(found(calls, typed)), ["GET /api/seasons/{season}"]);
});
