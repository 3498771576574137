/** The fold of very many estimates at once: a school's or a region's whole log. */

import { microOfWhole } from "../evidence/outcome.ts";
import { movePiece, unseen, varianceBefore } from "./mastery.ts";

/** The log's pieces, those of one estimate side by side and in order of day and id. */
export interface PieceColumns {
  /** Where each estimate's pieces begin, and at the end where the last one's end. */
  readonly starts: Int32Array;
  readonly day: Int32Array;
  readonly outcomeMicro: Int32Array;
  readonly weight: Float64Array;
  readonly difficulty: Float64Array;
  readonly guess: Float64Array;
  readonly slip: Float64Array;
}

/** Means and variances of the estimates, after their last pieces. */
export interface MasteryColumns {
  readonly theta: Float64Array;
  readonly variance: Float64Array;
}

/** Folds every estimate from the beginning, to the bit as `foldPieces` does it one by one. */
export function foldColumns(pieces: PieceColumns): MasteryColumns {
  const { starts, day, outcomeMicro, weight, difficulty, guess, slip } = pieces;
  const estimates = starts.length - 1;
  const theta = new Float64Array(estimates).fill(unseen.theta);
  const variance = new Float64Array(estimates).fill(unseen.variance);
  for (let at = 0; at < estimates; at += 1) {
    const first = starts[at]!;
    const end = starts[at + 1]!;
    for (let row = first; row < end; row += 1) {
      if (row > first) variance[at] = varianceBefore(variance[at]!, day[row - 1]!, day[row]!);
      const y = outcomeMicro[row]! / microOfWhole;
      movePiece(theta, variance, at, y, weight[row]!, difficulty[row]!, guess[row]!, slip[row]!);
    }
  }
  return { theta, variance };
}
