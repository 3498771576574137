import assert from "node:assert/strict";
import { test } from "node:test";
import { countInNeed, sortTiles, toneOf } from "./tiles.ts";

const tile = (store: number, rank: number, ...warnings: string[]) => ({
  store,
  rank,
  name: `store ${9 - store}`,
  warnings,
});
const numbers = (tiles: readonly { store: number }[]) => tiles.map(({ store }) => store);

test("who runs out of money is helped before who is away, and both before the rest", () => {
  const tiles = [tile(1, 1), tile(2, 4, "idle"), tile(3, 2, "cash-low"), tile(4, 3, "no-sale")];
  assert.deepEqual(numbers(sortTiles(tiles, "help")), [3, 2, 4, 1]);
});

test("two troubles weigh more than the heavier of them alone", () => {
  const tiles = [tile(1, 1, "idle"), tile(2, 2, "idle", "nothing-listed")];
  assert.deepEqual(numbers(sortTiles(tiles, "help")), [2, 1]);
});

test("stores of equal need stand by rank, and stay where they are", () => {
  assert.deepEqual(numbers(sortTiles([tile(1, 2), tile(2, 1)], "help")), [2, 1]);
  assert.deepEqual(numbers(sortTiles([tile(2, 1), tile(1, 1)], "rank")), [1, 2]);
});

test("only a store that runs out of money is red", () => {
  assert.equal(toneOf({ warnings: ["cash-low", "idle"] }), "bad");
  assert.equal(toneOf({ warnings: ["idle"] }), "warn");
  assert.equal(toneOf({ warnings: ["no-sale"] }), "quiet");
});

test("a store needs help when all of its goods are sold out, not when some of them are", () => {
  assert.equal(toneOf({ warnings: ["sold-out"] }), "warn");
  assert.equal(toneOf({ warnings: ["part-sold-out"] }), "quiet");
  const tiles = [tile(1, 1, "part-sold-out"), tile(2, 2, "sold-out"), tile(3, 3, "no-sale")];
  assert.deepEqual(numbers(sortTiles(tiles, "help")), [2, 3, 1]);
});

test("as many stores need help as there are marked cards", () => {
  const tiles = [tile(1, 1), tile(2, 2, "no-sale"), tile(3, 3, "idle", "loss"), tile(4, 4, "loss")];
  assert.equal(countInNeed(tiles), 2);
});
