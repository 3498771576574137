import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { firstDayOfRound, lastDayOfRound, roundOf } from "./round.ts";

test("rounds part the days of a season, each but the last of full length", () => {
  const day = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 28 }), fc.nat(400), (at, length, rest) => {
      const days = at + rest;
      const first = firstDayOfRound(at, length);
      const last = lastDayOfRound(at, length, days);
      assert.ok(first <= at && at <= last && last <= days);
      assert.ok(last - first + 1 === length || last === days);
      assert.equal(first === 1 ? 1 : lastDayOfRound(first - 1, length, days) + 1, first);
      assert.equal(roundOf(first, length), roundOf(last, length));
    }),
  );
});
