/** What an exam shows of one person: a piece of evidence for each topic that was asked. */

import { examUnitWeight } from "../evidence/evidence-weight.ts";
import { outcomeMicro } from "../evidence/outcome.ts";
import { usualGuess } from "../mastery/success-curve.ts";

/** A question of a paper as it was marked. */
export interface MarkedQuestion {
  /** Competencies that it shows. */
  readonly topics: readonly string[];
  readonly pointsMicro: number;
  /** Of its points, millionths. */
  readonly shareMicro: number;
  /** The chance to be right without knowing, 0 to 1. */
  readonly guess: number;
}

export interface ExamPiece {
  readonly topic: string;
  readonly questions: number;
  /** Of all points asked of it, 0 to 1. */
  readonly share: number;
  readonly outcomeMicro: number;
  readonly weight: number;
  readonly guess: number;
  /** So few questions weigh, and are not counted as a piece. */
  readonly isWhole: boolean;
}

/** A topic that was asked by fewer questions is seen too narrowly to be counted. */
export const questionsOfPieceMin = 3;

/**
 * The pieces of one paper, by topic in the order of their names. A unit of an exam weighs six, and
 * never more than it has questions: one question is one event, however it is called. The share that
 * passes the exam is what just reaches the rule.
 *
 * @param passing  share of the points that passes, above 0 and below 1
 */
export function examPieces(marked: readonly MarkedQuestion[], passing: number): ExamPiece[] {
  const topics = [...new Set(marked.flatMap((one) => one.topics))].toSorted();
  return topics.flatMap((topic) => {
    const own = marked.filter((one) => one.topics.includes(topic) && one.pointsMicro > 0);
    if (own.length === 0) return [];
    const asked = own.reduce((sum, one) => sum + one.pointsMicro, 0);
    const mean = (of: (one: MarkedQuestion) => number) =>
      own.reduce((sum, one) => sum + of(one) * one.pointsMicro, 0) / asked;
    const share = mean(({ shareMicro }) => shareMicro) / 1_000_000;
    return [
      {
        topic,
        questions: own.length,
        share,
        outcomeMicro: passedMicro(share, passing),
        weight: Math.min(examUnitWeight, own.length),
        guess: mean(({ guess }) => guess),
        isWhole: own.length >= questionsOfPieceMin,
      },
    ];
  });
}

/** The outcome of a share of points: three quarters where it just passes. */
export const passedMicro = (share: number, passing: number): number =>
  outcomeMicro({ op: ">=", threshold: passing, worst: 0, best: 1 }, share);

/**
 * The chance to be right at a question without knowing: one of its options where one is chosen of
 * them, else the usual slight one.
 */
export function guessOf(type: string, options: number): number {
  if (type === "true-false") return 1 / 2;
  if (type === "single-choice" && options >= 2) return Math.max(usualGuess, 1 / options);
  return usualGuess;
}
