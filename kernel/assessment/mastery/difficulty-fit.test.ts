import assert from "node:assert/strict";
import { test } from "node:test";
import { meanOf, pearson } from "../../number/correlation.ts";
import { normal } from "../../random/normal.ts";
import { binomial } from "../../random/binomial.ts";
import { microOfWhole } from "../evidence/outcome.ts";
import { batchWeight } from "../evidence/evidence-weight.ts";
import { fitDifficulties, type TaskPiece } from "./difficulty-fit.ts";
import { expectedOutcome, usualGuess, usualSlip } from "./success-curve.ts";

const usual = { guess: usualGuess, slip: usualSlip };
const events = 10;

/** Everybody at every task, with what the tasks' true difficulties and chance give. */
function played(difficulties: readonly number[], people: number, seed: number): TaskPiece[] {
  const key = { k0: seed, k1: 7 };
  return Array.from({ length: people }).flatMap((_, learner) => {
    const ability = normal(learner, 0, 0, 0, key);
    return difficulties.map((difficulty, task) => {
      const chance = expectedOutcome(ability, { ...usual, difficulty });
      const hits = binomial(events, chance, learner, task, 1, 0, key);
      const outcomeMicro = Math.floor((hits / events) * microOfWhole + 0.5);
      return { learner, task, outcomeMicro, weight: batchWeight(events), ...usual };
    });
  });
}

test("night by night the difficulties of tasks are found", () => {
  const truth = [-1, -0.6, -0.2, 0, 0.3, 0.5, 1];
  const pieces = played(truth, 200, 3);
  let found = new Float64Array(truth.length);
  for (let night = 0; night < 6; night += 1) {
    const before = found;
    found = Float64Array.from(fitDifficulties(pieces, 200, found).difficulties);
    found.forEach((value, task) => {
      assert.ok(Math.abs(value - before[task]!) <= 0.3 + 1e-12, "by 0.3 a night at most");
    });
  }
  assert.ok(pearson(found, truth) > 0.99);
  // The truth's mean is 0, as that of the start is, so nothing is left but the spread.
  found.forEach((value, task) => assert.ok(Math.abs(value - truth[task]!) < 0.25, `${task}`));
});

test("what all tasks have in common stays, for it could as well be the people", () => {
  const pieces = played([0.8, 1.2, 1], 100, 4);
  const { difficulties } = fitDifficulties(pieces, 100, new Float64Array(3));
  assert.ok(Math.abs(meanOf(difficulties)) < 0.05);
});

test("a task that was seen fewer than thirty times keeps its difficulty", () => {
  const truth = [1, -1, 0];
  const pieces = played(truth, 60, 5).filter(({ task, learner }) => task !== 2 || learner < 29);
  const { difficulties, movable } = fitDifficulties(pieces, 60, Float64Array.of(0, 0, 0.4));
  assert.deepEqual(movable, [true, true, false]);
  assert.equal(difficulties[2], 0.4);
  assert.ok(difficulties[0]! > 0.2 && difficulties[1]! < -0.2);
});

test("without evidence nothing moves", () => {
  const { difficulties } = fitDifficulties([], 0, Float64Array.of(0.5, -0.5));
  assert.deepEqual([...difficulties], [0.5, -0.5]);
});
