/** Advertising of a day as documents. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { postAds } from "./bookkeeping.ts";
import { ofTicks } from "./dollars.ts";

/** What campaigns spent today, one document each. */
export function payForAds(context: DecisionContext): void {
  const { columns, rows } = context.state.tables.campaigns;
  for (let row = 0; row < rows; row++) {
    const minor = ofTicks(context, columns.spentTicks[row]!);
    if (minor > 0) postAds(context.book, columns.store[row]!, columns.campaign[row]!, minor);
  }
}
