/** How likely a person is to do well at a task: a logistic curve with guess and slip. */

import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";

/** Slope of the curve, per logit. */
export const slope = 1.4;
/** Chance that who cannot do it looks as if they could, where a measure states no other. */
export const usualGuess = 0.02;
/** Chance that who can do it looks as if they could not, likewise. */
export const usualSlip = 0.02;

/** What a task asks: its difficulty in logits (0 is the reference task), and how it misleads. */
export interface Task {
  readonly difficulty: number;
  readonly guess: number;
  readonly slip: number;
}

/** The task that mastery is told on. */
export const referenceTask: Task = { difficulty: 0, guess: usualGuess, slip: usualSlip };

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/**
 * The expected outcome of a person at a task, 0 to 1: g + (1 - g - s)·σ(a(θ - b)).
 *
 * Birnbaum's three-parameter curve (in Lord and Novick, "Statistical Theories of Mental Test
 * Scores", 1968) with an upper end below 1 for slips.
 *
 * @param theta  the person's ability, logits
 */
export function expectedOutcome(theta: number, { difficulty, guess, slip }: Task): number {
  return guess + (1 - guess - slip) * logistic(slope * (theta - difficulty));
}

/**
 * The ability that just reaches an outcome at the reference task, in logits: 0.825 for 0.75.
 *
 * @param outcome  0 to 1, between guess and 1 - slip
 */
export function abilityFor(outcome: number): number {
  const { guess, slip } = referenceTask;
  const q = (outcome - guess) / (1 - guess - slip);
  return log(q / (1 - q)) / slope;
}
