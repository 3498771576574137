import assert from "node:assert/strict";
import { test } from "node:test";
import { testedClass, type TestedWorld } from "../synthetic/tested-class.ts";
import { learningEffect } from "./learning-effect.ts";

/** Questions of one test of a course. */
const questions = 12;
const classes = 1_000;
const share = 0.95;
/**
 * The effect's bounds are a little wide in the smallest class: its variance has g²/2m beside the
 * spread of changes. Where nobody learns, a class of ten has them hold the truth as often as
 * Student's distribution of eight degrees stays within 2.485, which is 0.962.
 */
const shareOfEffect = (people: number) => (people === 10 ? 0.962 : share);
/** Four standard errors of a share of a thousand. */
const within = (of: number) => 4 * Math.sqrt((of * (1 - of)) / classes);

type World = Omit<TestedWorld, "seed" | "people">;
const worlds: Readonly<Record<string, World>> = {
  "nobody learns": { questions, learning: 0, learningSpread: 0.5, harder: 0, guess: 0.2 },
  "people learn, and one form is harder": {
    questions,
    learning: 0.8,
    learningSpread: 0.5,
    harder: 0.6,
    guess: 0.2,
  },
  "people learn much and unlike, and the other form is harder": {
    questions,
    learning: 1.6,
    learningSpread: 0.8,
    harder: -0.8,
    guess: 0.2,
  },
};

/** How often the bounds hold what is true of a world, and what they hold on average. */
function tried(world: World, people: number) {
  const truth = learningEffect(testedClass({ ...world, seed: 9_999, people: 40_000 }))!;
  const found = Array.from({ length: classes }, (_, seed) =>
    learningEffect(testedClass({ ...world, seed: seed + 1, people }))!,
  );
  const mean = (of: (one: (typeof found)[number]) => number) =>
    found.reduce((sum, one) => sum + of(one), 0) / classes;
  return {
    truth,
    effect: mean(({ effect }) => effect),
    gap: mean(({ formGap }) => formGap),
    isInGain: mean(({ low, high }) => (low <= truth.gain && truth.gain <= high ? 1 : 0)),
    isInEffect: mean(({ effectLow, effectHigh }) =>
      effectLow <= truth.effect && truth.effect <= effectHigh ? 1 : 0,
    ),
  };
}

for (const [name, world] of Object.entries(worlds))
  for (const people of [10, 24, 40])
    test(`where ${name}, bounds of ${people} hold the truth as often as they say`, () => {
      const { truth, effect, gap, isInGain, isInEffect } = tried(world, people);
      assert.ok(Math.abs(isInGain - share) <= within(share), `gain ${isInGain}`);
      const ofEffect = shareOfEffect(people);
      assert.ok(Math.abs(isInEffect - ofEffect) <= within(ofEffect), `effect ${isInEffect}`);
      assert.ok(Math.abs(effect - truth.effect) < 0.05, `${effect} is not ${truth.effect}`);
      assert.ok(Math.abs(gap - truth.formGap) < 0.01, `${gap} is not ${truth.formGap}`);
    });

test("a harder form seen by all before would be taken for learning; by lot it is not", () => {
  // Why: this is what the lot is for. Without it the hard test comes first for everybody.
  const world = { ...worlds["nobody learns"]!, harder: 1, seed: 3, people: 4_000 };
  const lot = learningEffect(testedClass(world))!;
  assert.ok(Math.abs(lot.gain) < 0.01, `${lot.gain}`);
  assert.ok(lot.formGap < -0.1, `${lot.formGap}`);
});
