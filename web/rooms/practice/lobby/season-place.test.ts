import assert from "node:assert/strict";
import { test } from "node:test";
import { placeInSeason, sortSeasons } from "./season-place.ts";

const season = { id: "0197", state: "running" as const, myStores: [] };
const mine = [{ store: 7, name: "Blue Harbor" }];

test("a student with a store goes straight into it", () => {
  const place = placeInSeason({ ...season, myStores: mine });
  assert.deepEqual(place, { to: "/s/0197/7/today", act: "enter", why: null });
});

test("a student who comes late can still open a store while the season runs", () => {
  assert.deepEqual(placeInSeason(season), { to: "/s/0197", act: "open", why: null });
});

test("a season that is over can be looked at by those who traded in it, and by nobody else", () => {
  const over = { ...season, state: "finished" as const };
  assert.equal(placeInSeason(over).why, "tooLate");
  assert.deepEqual(placeInSeason({ ...over, myStores: mine }).act, "look");
});

test("what goes on stands before what is over", () => {
  const states = sortSeasons([{ state: "finished" }, { state: "lobby" }, { state: "running" }]);
  assert.deepEqual(states, [{ state: "running" }, { state: "lobby" }, { state: "finished" }]);
});
