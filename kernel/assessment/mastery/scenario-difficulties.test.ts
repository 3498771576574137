import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { binomial } from "../../random/binomial.ts";
import { normal } from "../../random/normal.ts";
import { batchWeight } from "../evidence/evidence-weight.ts";
import { microOfWhole } from "../evidence/outcome.ts";
import {
  fitScenarios,
  type ScenarioDifficulty,
  type ScenarioPiece,
} from "./scenario-difficulties.ts";
import { expectedOutcome, usualGuess, usualSlip } from "./success-curve.ts";

const usual = { guess: usualGuess, slip: usualSlip };
const events = 10;

type World = Readonly<Record<string, number>>;

/** What people show of a competency in scenarios of given difficulties. */
function shown(
  competency: string,
  world: World,
  people: readonly number[],
  ability = 0,
): ScenarioPiece[] {
  const key = { k0: competency.charCodeAt(1), k1: competency.charCodeAt(0) };
  return people.flatMap((person) => {
    const theta = ability + normal(person, 0, 0, 0, key);
    return Object.entries(world).map(([scenario, difficulty], at) => {
      const chance = expectedOutcome(theta, { ...usual, difficulty });
      const hits = binomial(events, chance, person, at, 1, 0, key);
      const outcomeMicro = Math.floor((hits / events) * microOfWhole + 0.5);
      const weight = batchWeight(events);
      return { person: `p${person}`, competency, scenario, outcomeMicro, weight, ...usual };
    });
  });
}

const crowd = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const of = (fitted: readonly ScenarioDifficulty[], scenario: string, competency = "C02") =>
  fitted.find((one) => one.scenario === scenario && one.competency === competency)!.difficulty;

suite("how hard scenarios are", () => {
  test("is found night by night from people who were seen in both, at most 0.3 at a time", () => {
    const pieces = shown("C02", { calm: -0.4, rough: 0.4 }, crowd(0, 200));
    let fitted: readonly ScenarioDifficulty[] = [];
    for (let night = 0; night < 5; night += 1) {
      const before = fitted;
      fitted = fitScenarios(pieces, before);
      for (const one of fitted) {
        const was = before.find(({ scenario }) => scenario === one.scenario)?.difficulty ?? 0;
        assert.ok(Math.abs(one.difficulty - was) <= 0.3 + 1e-9);
      }
    }
    assert.ok(
      Math.abs(of(fitted, "calm") + 0.4) < 0.15 && Math.abs(of(fitted, "rough") - 0.4) < 0.15,
    );
  });

  test("a hard competency makes no scenario hard: people may know little of it", () => {
    const hard = shown("C02", { one: 1 }, crowd(0, 100));
    const easy = shown("D01", { one: -1 }, crowd(0, 100));
    const fitted = fitScenarios([...hard, ...easy], []);
    assert.deepEqual([of(fitted, "one"), of(fitted, "one", "D01")], [0, 0]);
  });

  test("classes of which nobody was in both scenarios tell nothing of either", () => {
    const weak = shown("C02", { first: 0 }, crowd(0, 80), -1);
    const able = shown("C02", { second: 0 }, crowd(100, 180), 1);
    const apart = fitScenarios([...weak, ...able], []);
    assert.deepEqual([of(apart, "first"), of(apart, "second")], [0, 0]);
    const bridge = shown("C02", { first: 0, second: 0.8 }, crowd(200, 260));
    const tied = fitScenarios([...weak, ...able, ...bridge], []);
    assert.notEqual(of(tied, "second"), 0);
  });

  test("what was known and is seen no more stays, and pieces are counted anew", () => {
    const known = [{ scenario: "old", competency: "C02", difficulty: 0.25, pieces: 60 }];
    assert.deepEqual(fitScenarios([], known), [{ ...known[0]!, pieces: 0 }]);
    const pieces = shown("C02", { calm: 0, rough: 0 }, crowd(0, 29));
    assert.deepEqual(fitScenarios(pieces, known), [
      { scenario: "calm", competency: "C02", difficulty: 0, pieces: 29 },
      { ...known[0]!, pieces: 0 },
      { scenario: "rough", competency: "C02", difficulty: 0, pieces: 29 },
    ]);
  });
});
