import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lostMinutes, secondsLeft, sittingEnd } from "./sitting-clock.ts";

const minute = 60_000;

test("who starts late loses time, and extra minutes come on top of the close", () => {
  const sat = { startedAt: 0, minutes: 60, closesAt: 90 * minute, extraMinutes: 0 };
  assert.equal(sittingEnd(sat), 60 * minute);
  assert.equal(sittingEnd({ ...sat, startedAt: 50 * minute }), 90 * minute);
  assert.equal(sittingEnd({ ...sat, startedAt: 50 * minute, extraMinutes: 15 }), 105 * minute);
  assert.equal(sittingEnd({ ...sat, closesAt: null, extraMinutes: 15 }), 75 * minute);
});

test("a minute more is a minute more, whenever somebody began", () => {
  const time = fc.record({
    startedAt: fc.integer({ min: 0, max: 1e12 }),
    minutes: fc.integer({ min: 1, max: 600 }),
    closesAt: fc.option(fc.integer({ min: 0, max: 1e12 })),
    extraMinutes: fc.integer({ min: 0, max: 600 }),
  });
  fc.assert(
    fc.property(time, (sat) => {
      const more = sittingEnd({ ...sat, extraMinutes: sat.extraMinutes + 1 });
      assert.equal(more - sittingEnd(sat), minute);
    }),
  );
});

test("an outage costs who wrote during it, and what is given back makes it no longer", () => {
  const sat = { startedAt: 10 * minute, minutes: 60, closesAt: null, extraMinutes: 0 };
  const span = (from: number, to: number) => ({ from: from * minute, to: to * minute });
  assert.equal(lostMinutes(sat, null, [span(20, 25), span(30, 30.5)]), 6, "rounded up once");
  assert.equal(lostMinutes(sat, null, [span(0, 12)]), 2, "from the own start on");
  assert.equal(lostMinutes(sat, 15 * minute, [span(20, 25)]), 0, "not who had handed in");
  assert.equal(lostMinutes(sat, 70 * minute, [span(60, 90)]), 10, "to the end");
  assert.equal(lostMinutes({ ...sat, extraMinutes: 30 }, null, [span(60, 90)]), 10, "given back");
  assert.equal(lostMinutes({ ...sat, extraMinutes: 30 }, null, [span(75, 90)]), 15, "of the rest");
});

test("no second is left after the end, and none is told before it has begun", () => {
  assert.deepEqual(
    [900, 1_000, 1_999, 2_001].map((now) => secondsLeft(2_000, now)),
    [1, 1, 0, 0],
  );
});
