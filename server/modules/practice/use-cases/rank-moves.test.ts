import assert from "node:assert/strict";
import { test } from "node:test";
import { byWeight, firstTurningDay, lastingMoves } from "./rank-moves.ts";

/** Ranks of two stores: the places of the first by day, the other has the other one. */
const duel = (places: readonly number[]) =>
  new Map(
    places.map((place, index) => [
      index + 1,
      new Map([
        [0, place],
        [1, 3 - place],
      ]),
    ]),
  );

test("no day of the first week turns a season, and none of the first half of a short one", () => {
  assert.deepEqual([60, 14, 6, 1].map(firstTurningDay), [8, 8, 4, 1]);
  const early = duel([1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  assert.deepEqual(lastingMoves(early, 16), []);
});

test("a move that is undone some days later was noise, one that stays is told", () => {
  const moved = duel([1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  const found = lastingMoves(moved, 18).map(({ store, day, before, after }) => [
    store,
    day,
    before,
    after,
  ]);
  assert.deepEqual(found, [
    [0, 14, 1, 2],
    [1, 14, 2, 1],
  ]);
});

test("a move with decisions comes before a somewhat larger one without", () => {
  const quiet = { store: 0, day: 9, before: 1, after: 5, lasting: 4 };
  const decided = { store: 1, day: 12, before: 6, after: 4, lasting: 2 };
  const sorted = [quiet, decided].toSorted(byWeight(({ store }) => store === 1));
  assert.deepEqual(sorted, [decided, quiet]);
});
