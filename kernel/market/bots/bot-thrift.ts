/**
 * Bids of those who reckon, against their budget. Where it would be gone long before the day is,
 * the platform lets a campaign take part in few auctions only: then a lower bid buys more clicks
 * for the same money. So the bid goes down week by week until the budget lasts, and up again,
 * never beyond what a click is worth.
 */
import { clamp } from "../../number/clamp.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";

/** A campaign that takes part in this share of the auctions is left as it is. */
const lasting = 0.8;

/**
 * The bid for an offer of a store with one campaign.
 *
 * @param worthTicks  the most that a click is worth
 */
export function thriftyBid(context: DecisionContext, row: number, worthTicks: number): number {
  const before = standingBid(context, row);
  return before === null || worthTicks === 0 ? worthTicks : nextBid(context, before, worthTicks);
}

/** A bid as it stands, and the share of auctions its campaign takes part in. */
export type StandingBid = { readonly bidTicks: number; readonly pacing: number };

/** The bid that follows a standing one: nearer to what its budget lasts for, at least a tick. */
export function nextBid(
  { world }: DecisionContext,
  before: StandingBid,
  worthTicks: number,
): number {
  const p = world.parameters;
  const factor = clamp(before.pacing / lasting, p["bot.bidDown"], p["bot.bidUp"]);
  return Math.min(worthTicks, Math.max(1, Math.floor(before.bidTicks * factor + 0.5)));
}

/** What the offer bids now. */
function standingBid({ state }: DecisionContext, row: number): StandingBid | null {
  const { adEntries, campaigns } = state.tables;
  const { columns, rows } = adEntries;
  for (let entry = 0; entry < rows; entry++) {
    if (columns.offer[entry] !== row || columns.bidTicks[entry] === 0) continue;
    const pacing = campaigns.columns.pacing[columns.campaign[entry]!]!;
    return { bidTicks: columns.bidTicks[entry]!, pacing };
  }
  return null;
}
