import { suite, test } from "node:test";
import assert from "node:assert/strict";
import { permutation } from "../../random/permutation.ts";
import { honestyGate, scriptGate, scriptRows, follyGate } from "./judge-recipes.ts";
import { judgeSkill, type SkillTable } from "./judge.ts";
import { fixedScripts } from "./recipes.ts";
import type { MarkedStore, PlayedSeason } from "./play-season.ts";

const stores = 260;
const seeds = [1, 2, 3, 4, 5, 6];
const key = { k0: 7, k1: 8 };

/** Numbers 0 … n-1 by lot: pure luck. */
const luck = (seed: number) =>
  Array.from(permutation(stores, seed, 0, 0, 98 * 65_536, { k0: seed, k1: 3 }));

const levels = Array.from({ length: stores }, (_, store) => store % 5);

function tableOf(scores: (seed: number) => readonly number[]): SkillTable {
  const columns = seeds.map(scores);
  return {
    levels,
    seeds,
    scores: columns,
    parts: { profit: columns },
    numbers: { "store number": levels.map((_, store) => store) },
    labels: { shard: levels.map((_, store) => Math.floor(store / 52)) },
  };
}

const missed = (checks: readonly { name: string; isMet: boolean }[]) =>
  checks.filter(({ isMet }) => !isMet).map(({ name }) => name);

suite("judging a score", () => {
  test("a score that is pure luck misses every gate of skill", () => {
    const report = judgeSkill(tableOf(luck), key, 50);
    assert.deepEqual(missed(report.gates), [
      "spearman",
      "three-replicas",
      "same-quarter",
      "levels-rising",
    ]);
    assert.ok(Math.abs(report.retest) < 0.1, `${report.retest}`);
    assert.equal(missed(report.goals).length, report.goals.length);
  });

  test("a score of skill with a little luck meets them all", () => {
    const report = judgeSkill(
      tableOf((seed) => luck(seed).map((noise, store) => 100 * levels[store]! + noise / 2)),
      key,
      50,
    );
    assert.deepEqual([missed(report.gates), missed(report.goals)], [[], []]);
    for (const { spearman, low, high } of report.seasons) {
      assert.ok(low < spearman && spearman < high);
    }
  });

  test("luck that stays with the stores is reliable, and yet it is not skill", () => {
    const report = judgeSkill(
      tableOf(() => luck(9)),
      key,
      50,
    );
    assert.ok(report.threePredicted > 0.99 && report.sameQuarter === 1);
    assert.ok(missed(report.gates).includes("spearman"));
  });

  test("a lasting favor for early stores is unfair, however valid the score", () => {
    const report = judgeSkill(
      tableOf((seed) =>
        luck(seed).map((noise, store) => 100 * levels[store]! + noise / 8 - store / 4),
      ),
      key,
      50,
    );
    assert.deepEqual(missed(report.gates), ["fairness-t"]);
  });
});

suite("judging recipes", () => {
  const store = (scoreMilli: number, level: number): MarkedStore => ({
    store: 0,
    level,
    isEntrant: true,
    measures: {} as MarkedStore["measures"],
    worthMinor: 0,
    wantedLate: 0,
    scoreMilli,
    profitMilli: 0,
    customerMilli: 0,
    operationsMilli: 0,
    processMilli: -1,
  });
  const world = (winner: number, bot = 900): PlayedSeason => ({
    stores: [
      store(bot, 4),
      ...fixedScripts.map((_, place) => store(place === winner ? 800 : 500, -1)),
    ],
  });

  test("a script that wins half of all worlds is a leak, one that wins a quarter is none", () => {
    const often = [0, 0, 0, 0, 1, 2, 3, 4].map((winner) => world(winner));
    const seldom = [0, 0, 1, 2, 3, 4, 5, 6].map((winner) => world(winner));
    assert.equal(scriptGate(scriptRows(fixedScripts, often), 8).value, 0.5);
    assert.ok(!scriptGate(scriptRows(fixedScripts, often), 8).isMet);
    assert.ok(scriptGate(scriptRows(fixedScripts, seldom), 8).isMet);
  });

  test("a script is ahead of all only where no bot has more", () => {
    const [first] = scriptRows(fixedScripts, [world(0, 900), world(0, 700)]);
    assert.deepEqual([first!.wins, first!.firsts, first!.meanScore], [2, 1, 800]);
  });

  test("nonsense that has more than an average bot is caught, and so is a boast that pays", () => {
    assert.ok(!follyGate([{ id: "x", meanScore: 500 }], 400).isMet);
    assert.ok(follyGate([{ id: "x", meanScore: 300 }], 400).isMet);
    const row = { seed: 1, honestWanted: 5, boastingWanted: 5 };
    const won = { ...row, honestScore: 600, boastingScore: 500 };
    const lost = { ...row, honestScore: 500, boastingScore: 600 };
    assert.ok(honestyGate([won]).isMet);
    assert.ok(!honestyGate([won, won, lost]).isMet);
  });
});
