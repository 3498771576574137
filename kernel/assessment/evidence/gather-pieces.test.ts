import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { batchWeight } from "./evidence-weight.ts";
import { gatherPieces, type Shown } from "./gather-pieces.ts";

const rule = { op: ">=", threshold: 0.75, worst: 0, best: 1, minCount: 3 } as const;
const event = (day: number, value = 1, part: Partial<Shown> = {}): Shown => ({
  day,
  value,
  count: 1,
  share: 1,
  members: 1,
  ...part,
});
const events = fc
  .array(
    fc.record({
      day: fc.nat(100),
      value: fc.double({ min: -1, max: 2, noNaN: true }),
      count: fc.integer({ min: 1, max: 5 }),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      members: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.toSorted((a, b) => a.day - b.day));

test("three events make a piece, and what is left waits", () => {
  const shown = [1, 2, 3, 4, 5].map((day) => event(day, day / 5));
  const [piece, ...rest] = gatherPieces(rule, shown, false);
  assert.deepEqual(rest, []);
  assert.ok(piece);
  assert.deepEqual([piece.day, piece.events, piece.isWhole], [3, 3, true]);
  assert.equal(piece.weight, batchWeight(3));
  assert.ok(Math.abs(piece.mean - 0.4) < 1e-9);
});

test("the end of a season closes the last batch, which counts when it is half full", () => {
  const left = (count: number) =>
    gatherPieces(
      { ...rule, minCount: 4 },
      Array.from({ length: count }, () => event(1)),
      true,
    );
  assert.deepEqual(
    [1, 2, 3].map((count) => left(count).map(({ isWhole }) => isWhole)),
    [[false], [true], [true]],
  );
});

test("a later event changes no piece that there is", () => {
  fc.assert(
    fc.property(events, fc.nat(30), (all, at) => {
      const early = gatherPieces(rule, all.slice(0, at), false);
      const late = gatherPieces(rule, all, false);
      assert.deepEqual(late.slice(0, early.length), early);
    }),
  );
});

test("every event is in one piece at the end", () => {
  fc.assert(
    fc.property(events, (all) => {
      const pieces = gatherPieces(rule, all, true);
      assert.deepEqual(
        pieces.flatMap(({ shown }) => shown),
        all,
      );
    }),
  );
});

test("parcels of a week count as many", () => {
  const shown = [event(7, 1, { count: 2 }), event(14, 0.5, { count: 4 })];
  const [piece] = gatherPieces(rule, shown, false);
  assert.ok(Math.abs(piece!.mean - 4 / 6) < 1e-9);
  assert.equal(piece!.events, 6);
});

test("a tenth of a team of four weighs 0.4, and nothing at all is no piece", () => {
  const shown = [1, 2, 3].map((day) => event(day, 1, { share: 0.1, members: 4 }));
  const [piece] = gatherPieces(rule, shown, false);
  assert.ok(Math.abs(piece!.weight - 0.4 * batchWeight(3)) < 1e-12);
  const idle = shown.map((one) => ({ ...one, share: 0 }));
  assert.deepEqual(gatherPieces(rule, idle, false), []);
});

test("the fourth piece of one act in one place weighs half", () => {
  const shown = Array.from({ length: 12 }, (_, day) => event(day));
  const weights = gatherPieces(rule, shown, false).map(({ weight }) => weight / batchWeight(3));
  assert.deepEqual(weights, [1, 1, 1, 0.5]);
});
