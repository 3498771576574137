import assert from "node:assert/strict";
import { test } from "node:test";
import { holdLast } from "./hold-last.ts";

test("the value that was asked for longest ago is dropped first", () => {
  const map = new Map<string, number>();
  for (const [at, key] of ["a", "b", "a", "c"].entries()) holdLast(map, key, at, 2);
  assert.deepEqual(
    [...map],
    [
      ["a", 2],
      ["c", 3],
    ],
  );
});
