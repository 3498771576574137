/** What an estimate foretold of each piece before it was seen. */

import { microOfWhole } from "../evidence/outcome.ts";
import type { Foretold } from "./calibration.ts";
import { afterPiece, type Piece, unseen } from "./mastery.ts";
import { expectedOutcome } from "./success-curve.ts";

/**
 * Forecasts and outcomes of one person's pieces in one competency, from the second piece on: of the
 * first nothing could be known.
 */
export function foretoldOf(pieces: readonly Piece[]): Foretold[] {
  const pairs: Foretold[] = [];
  let state = unseen;
  for (const piece of pieces) {
    if (state.pieces > 0) {
      pairs.push({
        predicted: expectedOutcome(state.theta, piece),
        observed: piece.outcomeMicro / microOfWhole,
      });
    }
    state = afterPiece(state, piece);
  }
  return pairs;
}
