/** Made-up people whose ability is known, with batches of evidence as practice would leave them. */

import { normal } from "../../random/normal.ts";
import { binomial } from "../../random/binomial.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import { outcomeMicro } from "../evidence/outcome.ts";
import { batchWeight } from "../evidence/evidence-weight.ts";
import type { Piece } from "../mastery/mastery.ts";
import { expectedOutcome, usualGuess, usualSlip } from "../mastery/success-curve.ts";

/** What a made-up cohort is like. */
export interface LearnerWorld {
  readonly seed: number;
  readonly people: number;
  /** Batches a person. */
  readonly pieces: number;
  /** Events a batch. */
  readonly events: number;
  /** Logits gained a piece. */
  readonly learning: number;
  /** Days from one piece to the next. */
  readonly gapDays: number;
}

export interface MadeLearner {
  /** At the end, logits. */
  readonly ability: number;
  readonly pieces: readonly Piece[];
  /** The share of events that went well, by which a plain rule would judge. */
  readonly share: number;
}

/** The rule of a share: three quarters of the events go well. */
export const shareRule = { op: ">=", threshold: 0.75, worst: 0, best: 1 } as const;

const meanAbility = 0.3;
/** Standard deviations of what is declared of a task's difficulty, and of what nobody knows. */
const declaredSpread = 0.5;
const hiddenSpread = 0.5;

/** The people of a world; the same world gives the same people. */
export function madeLearners(world: LearnerWorld): MadeLearner[] {
  const key: Key = { k0: world.seed, k1: purpose.madeAbility };
  return Array.from({ length: world.people }, (_, person) => madeLearner(world, person, key));
}

function madeLearner(world: LearnerWorld, person: number, key: Key): MadeLearner {
  const { learning, events, gapDays } = world;
  const ability = meanAbility + normal(person, 0, 0, address(purpose.madeAbility), key);
  const weight = batchWeight(events);
  const pieces: Piece[] = [];
  let went = 0;
  for (let at = 0; at < world.pieces; at += 1) {
    const draw = (index: number) =>
      normal(person, at, 0, address(purpose.madePiece, index * retriesMax), key);
    const difficulty = declaredSpread * draw(0);
    const hidden = hiddenSpread * draw(1);
    // Who learns is as able at the last piece as is told of them.
    const now = ability - learning * (world.pieces - 1 - at);
    const task = { difficulty, guess: usualGuess, slip: usualSlip };
    const chance = expectedOutcome(now, { ...task, difficulty: difficulty + hidden });
    const hits = binomial(
      events,
      chance,
      person,
      at,
      0,
      address(purpose.madePiece, 2 * retriesMax),
      key,
    );
    went += hits;
    const day = at * gapDays;
    pieces.push({ ...task, day, weight, outcomeMicro: outcomeMicro(shareRule, hits / events) });
  }
  return { ability, pieces, share: went / (events * world.pieces) };
}
