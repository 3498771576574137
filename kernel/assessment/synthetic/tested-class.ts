/** Made-up classes that sit two parallel tests, whose ability and learning are known. */

import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { firstForm, otherForm, type TestForm } from "../exams/form-lot.ts";
import type { TestPair } from "../exams/learning-effect.ts";
import { logistic } from "../mastery/success-curve.ts";

/** What a made-up class and its tests are like; all in logits, but the counts. */
export interface TestedWorld {
  readonly seed: number;
  readonly people: number;
  readonly questions: number;
  /** Mean of what people learn between the tests, and how it differs between them. */
  readonly learning: number;
  readonly learningSpread: number;
  /** How much harder form b is than form a. */
  readonly harder: number;
  /** Chance to be right blindly. */
  readonly guess: number;
}

/** Of questions within a form, from the easiest to the hardest. */
const spreadOfQuestions = 2.4;

/** What the people of a world reach; the same world gives the same people. */
export function testedClass(world: TestedWorld): TestPair[] {
  const key: Key = { k0: world.seed, k1: purpose.madeTest };
  return Array.from({ length: world.people }, (_, person) => {
    const draw = (index: number) =>
      normal(person, 0, 0, address(purpose.madeTest, index * retriesMax), key);
    const first = firstForm(person, key);
    const ability = draw(0);
    const after = ability + world.learning + world.learningSpread * draw(1);
    return {
      first,
      before: shareOf(world, key, person, first, 0, ability),
      after: shareOf(world, key, person, otherForm(first), 1, after),
    };
  });
}

function shareOf(
  { questions, harder, guess }: TestedWorld,
  key: Key,
  person: number,
  form: TestForm,
  time: 0 | 1,
  ability: number,
): number {
  let right = 0;
  for (let at = 0; at < questions; at += 1) {
    const place = spreadOfQuestions * (at / (questions - 1) - 0.5);
    const difficulty = place + (form === "b" ? harder : 0);
    const chance = guess + (1 - guess) * logistic(ability - difficulty);
    const lot = uniform(person, 1 + at, time, address(purpose.madeTest, 2 * retriesMax), key);
    if (lot < chance) right += 1;
  }
  return right / questions;
}
