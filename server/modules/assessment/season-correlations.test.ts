import assert from "node:assert/strict";
import { test } from "node:test";
import { correlated } from "./season-correlations.ts";

const alone = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    person: `p${at}`,
    store: `s${at}`,
    scoreMilli: 300 + 40 * at,
  }));

test("a team counts once, with the mean of what its people learned", () => {
  const stores = alone(10);
  const learned = new Map(stores.map(({ person }, at) => [person, at / 10]));
  const mate = { person: "mate", store: "s9", scoreMilli: 660 };
  const single = correlated(stores, learned);
  const team = correlated([...stores, mate], new Map([...learned, ["mate", -9]]));
  assert.equal(single.stores, 10);
  assert.equal(team.stores, 10);
  assert.ok(Math.abs(single.found!.numbers.r - 1) < 1e-9);
  assert.ok(team.found!.numbers.r < 0.3, "the mate has learned nothing");
});

test("who has no score yet, or of whom nothing is known, is left out", () => {
  const [unscored, ...scored] = alone(12);
  const learned = new Map(scored.slice(1).map(({ person }, at) => [person, at]));
  const found = correlated([{ ...unscored!, scoreMilli: -1 }, ...scored], learned);
  assert.equal(found.stores, 10);
  assert.notEqual(found.found, null);
  const nine = new Map([...learned].slice(1));
  assert.equal(correlated(scored, nine).found, null, "nine are too few");
});
