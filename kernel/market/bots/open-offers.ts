/** What a store sells. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";

/** Rows of a store's open offers, in order of place. */
export function rowsOf({ state, rowOfOffer }: DecisionContext, store: number): readonly number[] {
  const rows: number[] = [];
  for (let at = 0; at < state.offersOfStore[store]!; at++) {
    const row = rowOfOffer[store * decisionLimits.offerPlacesMax + at]!;
    if (row >= 0 && state.isDropped[row] === 0) rows.push(row);
  }
  return rows;
}
