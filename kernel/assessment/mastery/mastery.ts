/**
 * What is known of one person in one competency: a mean and a variance on a scale of logits, moved
 * by each piece of evidence as by one step of a Kalman filter on the success curve.
 *
 * The state is a fold of the log of evidence in order of day and id. It is kept as a cache only.
 */

import { clamp } from "../../number/clamp.ts";
import { exp } from "../../number/exp.ts";
import { normalCdf } from "../../number/normal-cdf.ts";
import { microOfWhole, reachedMicro } from "../evidence/outcome.ts";
import { abilityFor, logistic, slope, type Task } from "./success-curve.ts";

/** A piece of evidence as the estimate reads it. */
export interface Piece extends Task {
  /** Day of the calendar on which it was earned, a whole number. */
  readonly day: number;
  /** What was reached, in millionths. */
  readonly outcomeMicro: number;
  /** In single events of equal strength, above 0. */
  readonly weight: number;
}

/** An estimate: ability in logits with its variance in logits², and the day of its last piece. */
export interface Mastery {
  readonly theta: number;
  readonly variance: number;
  /** Null before the first piece. */
  readonly day: number | null;
  readonly pieces: number;
}

const priorVariance = 1;
/** What a day of practice may have taught, logits². */
const dailyDrift = 0.02;
/** No piece alone moves an estimate further, logits. */
export const stepMax = 1.5;
const thetaMax = 6;
/** After so many days half of what was learned of a person has faded. */
const halfLifeDays = 365;
const lnTwo = 0.6931471805599453;

/** Before anything was seen. */
export const unseen: Mastery = { theta: 0, variance: priorVariance, day: null, pieces: 0 };

/** The ability at which a person just reaches a rule on the reference task: 0.825 logits. */
export const cutAbility = abilityFor(reachedMicro / microOfWhole);

/**
 * The variance after some days without evidence: information beyond the prior halves in a year.
 *
 * Old evidence makes us less sure, never a person less able: the mean stays.
 */
export function agedVariance(variance: number, days: number): number {
  if (days <= 0) return variance;
  const gained = 1 / variance - 1 / priorVariance;
  return 1 / (1 / priorVariance + gained * exp((-days * lnTwo) / halfLifeDays));
}

/** The variance on a day that brings evidence, before its first piece; `day` is the last one's. */
export function varianceBefore(variance: number, day: number, today: number): number {
  if (day === today) return variance;
  return Math.min(priorVariance, agedVariance(variance, today - day) + dailyDrift);
}

/**
 * Moves the estimate at `at` of two columns by a piece, its variance being that of the piece's day.
 *
 * With p the expected outcome and p' its slope in θ, a piece of weight w carries the information
 * w·p'² / (p(1 - p)); the mean moves by v·w·p'·(y - p) / (p(1 - p)), at most by 1.5. In place and
 * of bare numbers, because a school's whole log is folded with it.
 *
 * @param y  what was reached, 0 to 1
 */
export function movePiece(
  theta: Float64Array,
  variance: Float64Array,
  at: number,
  y: number,
  weight: number,
  difficulty: number,
  guess: number,
  slip: number,
): void {
  const mean = theta[at]!;
  const q = logistic(slope * (mean - difficulty));
  const reach = 1 - guess - slip;
  const p = guess + reach * q;
  const gradient = reach * slope * q * (1 - q);
  const pull = (weight * gradient) / (p * (1 - p));
  const left = 1 / (1 / variance[at]! + pull * gradient);
  const step = clamp(left * pull * (y - p), -stepMax, stepMax);
  variance[at] = left;
  theta[at] = clamp(mean + step, -thetaMax, thetaMax);
}

const one = { theta: new Float64Array(1), variance: new Float64Array(1) };

/**
 * The estimate after one more piece.
 *
 * @throws RangeError for a piece of an earlier day than the last: the caller folds in order
 */
export function afterPiece(before: Mastery, piece: Piece): Mastery {
  if (before.day !== null && piece.day < before.day) {
    throw new RangeError(`a piece of day ${piece.day} after one of day ${before.day}`);
  }
  const { outcomeMicro, weight, difficulty, guess, slip, day } = piece;
  one.theta[0] = before.theta;
  one.variance[0] =
    before.day === null ? before.variance : varianceBefore(before.variance, before.day, day);
  const y = outcomeMicro / microOfWhole;
  movePiece(one.theta, one.variance, 0, y, weight, difficulty, guess, slip);
  return {
    theta: one.theta[0],
    variance: one.variance[0],
    day,
    pieces: before.pieces + 1,
  };
}

/** The estimate after pieces that follow in order of day and id. */
export function foldPieces(pieces: Iterable<Piece>, from: Mastery = unseen): Mastery {
  let state = from;
  for (const piece of pieces) state = afterPiece(state, piece);
  return state;
}

/**
 * Mastery on a day: the probability that the person reaches the rule on the reference task.
 *
 * `masteryOn(…) >= 0.80` is itself a one-sided lower bound of 80 %: no second one is put on top.
 */
export function masteryOn(state: Mastery, today: number): number {
  return normalCdf((state.theta - cutAbility) / Math.sqrt(varianceAt(state, today)));
}

/** The variance that is left on a day, when nothing new came. */
export function varianceAt({ variance, day }: Mastery, today: number): number {
  return day === null ? variance : agedVariance(variance, today - day);
}
