/** How mastery is told to people: as bands, never as a number of three digits. */

import { type Mastery, masteryOn, varianceAt } from "./mastery.ts";

/** From little to much. */
export const bands = ["too-little-seen", "not-yet", "nearly", "mastered"] as const;
export type Band = (typeof bands)[number];

/** What an echelon asks before a competency counts. */
export interface BandRule {
  /** Mastery from which it counts, 0 to 1. */
  readonly cut: number;
  /** Pieces of evidence without which nothing is said. */
  readonly piecesMin: number;
}

/** Above this standard deviation, in logits, an estimate says too little. */
const deviationMax = 0.8;
/** Below this mastery somebody is more likely not to reach the rule. */
const evenOdds = 0.5;

/**
 * The band of an estimate on a day.
 *
 * @param pieces  that count as pieces; a short last batch weighs but is none
 */
export function bandOf(
  state: Mastery,
  today: number,
  { cut, piecesMin }: BandRule,
  pieces = state.pieces,
): Band {
  const deviation = Math.sqrt(varianceAt(state, today));
  if (pieces < piecesMin || deviation > deviationMax) return "too-little-seen";
  const mastery = masteryOn(state, today);
  if (mastery >= cut) return "mastered";
  return mastery < evenOdds ? "not-yet" : "nearly";
}
