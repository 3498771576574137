/** How hard tasks turned out to be: fitted to the whole log at night, moved by small steps. */

import { clamp } from "../../number/clamp.ts";
import { microOfWhole } from "../evidence/outcome.ts";
import { logistic, slope } from "./success-curve.ts";

/** A piece of evidence with whose estimate it belongs to and which task it was earned at. */
export interface TaskPiece {
  /** Row of the person and competency. */
  readonly learner: number;
  /** Row of the task. */
  readonly task: number;
  readonly outcomeMicro: number;
  readonly weight: number;
  readonly guess: number;
  readonly slip: number;
}

export interface DifficultyFit {
  /** Logits, one a task. */
  readonly difficulties: Float64Array;
  readonly sweeps: number;
  /** Tasks with pieces enough to be moved. */
  readonly movable: readonly boolean[];
}

const piecesMin = 30;
const sweepsMax = 30;
const moveMax = 0.3;
const ridge = 1;
const settled = 1e-4;
/** A sweep's step alone, so that a few odd pieces do not throw the fit about. */
const sweepStepMax = 1;

/**
 * Difficulties that fit the log best, each moved by at most 0.3 logits from where it is.
 *
 * Damped Fisher scoring on the weighted likelihood of all pieces with the slope fixed at 1.4, first
 * people, then tasks; a ridge of 1 holds people to the prior and tasks to where they are. Only what
 * tells tasks apart moves: a common shift of all tasks could as well be one of all people, so the
 * mean of the tasks that move stays. Tasks with fewer than 30 pieces keep their difficulty.
 *
 * @param current  difficulty of each task, logits
 */
export function fitDifficulties(
  pieces: readonly TaskPiece[],
  learners: number,
  current: Float64Array,
): DifficultyFit {
  const counts = new Int32Array(current.length);
  for (const { task } of pieces) counts[task]! += 1;
  const movable = Array.from(counts, (count) => count >= piecesMin);
  const fit = Float64Array.from(current);
  const theta = new Float64Array(learners);
  let sweeps = 0;
  let moved = Number.POSITIVE_INFINITY;
  while (sweeps < sweepsMax && moved > settled) {
    sweeps += 1;
    const people = scored(pieces, theta, fit, theta.length, (piece) => piece.learner, 1);
    moved = stepAll(theta, people, (at) => -theta[at]!);
    const tasks = scored(pieces, theta, fit, fit.length, (piece) => piece.task, -1);
    movable.forEach((isMovable, task) => {
      if (!isMovable) tasks.gradient[task] = Number.NaN;
    });
    moved = Math.max(
      moved,
      stepAll(fit, tasks, (at) => current[at]! - fit[at]!),
    );
    center(fit, current, movable);
  }
  const difficulties = fit.map((value, task) =>
    clamp(value, current[task]! - moveMax, current[task]! + moveMax),
  );
  return { difficulties, sweeps, movable };
}

interface Scores {
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

/** Gradient and expected information of the likelihood, summed by learner or by task. */
function scored(
  pieces: readonly TaskPiece[],
  theta: Float64Array,
  difficulty: Float64Array,
  rows: number,
  rowOf: (piece: TaskPiece) => number,
  sign: 1 | -1,
): Scores {
  const gradient = new Float64Array(rows);
  const information = new Float64Array(rows);
  for (const piece of pieces) {
    const { guess, slip, weight } = piece;
    const q = logistic(slope * (theta[piece.learner]! - difficulty[piece.task]!));
    const reach = 1 - guess - slip;
    const p = guess + reach * q;
    const change = reach * slope * q * (1 - q);
    const pull = (weight * change) / (p * (1 - p));
    const row = rowOf(piece);
    gradient[row]! += sign * pull * (piece.outcomeMicro / microOfWhole - p);
    information[row]! += pull * change;
  }
  return { gradient, information };
}

/** One step of every row that has a gradient; answers the longest. */
function stepAll(values: Float64Array, scores: Scores, pullBack: (at: number) => number): number {
  let longest = 0;
  for (let at = 0; at < values.length; at += 1) {
    const gradient = scores.gradient[at]!;
    if (Number.isNaN(gradient)) continue;
    const whole = (gradient + ridge * pullBack(at)) / (scores.information[at]! + ridge);
    const step = clamp(whole, -sweepStepMax, sweepStepMax);
    values[at]! += step;
    longest = Math.max(longest, Math.abs(step));
  }
  return longest;
}

/** Takes out of the tasks' moves what they have in common. */
function center(fit: Float64Array, current: Float64Array, movable: readonly boolean[]): void {
  let [sum, count] = [0, 0];
  movable.forEach((isMovable, task) => {
    if (!isMovable) return;
    sum += fit[task]! - current[task]!;
    count += 1;
  });
  if (count === 0) return;
  movable.forEach((isMovable, task) => {
    if (isMovable) fit[task]! -= sum / count;
  });
}
