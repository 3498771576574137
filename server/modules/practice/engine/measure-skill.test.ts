import { suite, test } from "node:test";
import assert from "node:assert/strict";
import { measureSkill, type MeasureRequest } from "./measure-skill.ts";

/** As small as it can be: a first week, and one world of each kind. */
const small: MeasureRequest = {
  scenario: "first-week",
  stores: 20,
  incumbents: 10,
  days: 4,
  seasons: 2,
  worlds: { scripts: 1, follies: 1, honesty: 1 },
  worldStores: 20,
  seed: 5,
  threads: 1,
};

suite("measuring skill", () => {
  test("threads change no figure, and every kind of season is played and judged", async () => {
    const told: number[] = [];
    const apart = await measureSkill({
      ...small,
      threads: 2,
      progress: (done) => void told.push(done),
    });
    const here = await measureSkill({ ...small, threads: 0 });
    assert.ok(apart !== null && here !== null);
    assert.deepEqual({ ...apart, seconds: 0 }, { ...here, seconds: 0 });
    assert.deepEqual(told, [1, 2, 3, 4, 5, 6]);
    assert.equal(apart.skill.stores, 20);
    assert.equal(apart.scripts.length, 10);
    assert.ok(apart.scripts.some(({ wins }) => wins === 1));
    assert.equal(apart.honesty.length, 1);
    assert.deepEqual(
      apart.gates.map(({ name }) => name),
      [
        "spearman",
        "three-replicas",
        "same-quarter",
        "levels-rising",
        "fairness-t",
        "best-script",
        "best-folly",
        "honest-wins",
      ],
    );
    assert.equal(
      apart.isMet,
      apart.gates.every(({ isMet }) => isMet),
    );
  });

  test("there is nothing to measure of a scenario that is not there", async () => {
    assert.equal(await measureSkill({ ...small, scenario: "nowhere" }), null);
  });
});
