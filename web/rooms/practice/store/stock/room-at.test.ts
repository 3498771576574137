import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf, roomAt } from "./room-at.ts";

test("an open room is the one that stands now, not the one that was opened", () => {
  const before = [
    { market: null, untilDay: 9 },
    { market: "us", untilDay: 12 },
  ];
  const opened = placeOf(before[1]!);
  const now = [before[0]!, { market: "us", untilDay: null }];
  assert.equal(roomAt(now, opened), now[1]);
  assert.equal(roomAt(now, placeOf({ market: null })), now[0], "home is a place as well");
  assert.equal(roomAt(now, null), null);
  assert.equal(roomAt([], opened), null);
});
