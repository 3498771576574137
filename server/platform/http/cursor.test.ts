import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeCursor, encodeCursor } from "./cursor.ts";

const id = "01900000-0000-7000-8000-000000000001";

test("a place in a list comes back as it was given out", () => {
  const place = ["王雨桐", id, 7, "2026-03-02T08:00:00.000Z"] as const;
  assert.deepEqual(decodeCursor(encodeCursor(place), "text", "id", "integer", "instant"), place);
});

test("a text that is no such place starts the list anew", () => {
  const places = [[], ["x"], [id, 1], [null], [{}], { length: 1 }];
  for (const place of places) {
    const text = Buffer.from(JSON.stringify(place)).toString("base64url");
    assert.equal(decodeCursor(text, "id"), null, JSON.stringify(place));
  }
  assert.equal(decodeCursor(undefined, "id"), null);
  assert.equal(decodeCursor("no-json", "id"), null);
  for (const number of [0.5, 2 ** 31, -(2 ** 31), 1e300, "1"])
    assert.equal(decodeCursor(encodeCursor([number]), "integer"), null, String(number));
  assert.equal(decodeCursor(encodeCursor(["a\u0000"]), "text"), null);
  assert.equal(decodeCursor(encodeCursor(["yesterday"]), "instant"), null);
});
