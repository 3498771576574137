/** Pacing (market.md E5): a campaign skips auctions so that its budget lasts the day. */
import { clamp } from "../number/clamp.ts";
import { address, purpose } from "../random/purpose.ts";
import { uniform } from "../random/uniform.ts";
import type { Engine } from "./engine.ts";

const pacingAddress = address(purpose.pacing);

/** Whether a campaign takes part on a shelf in a slice; the same for all its entries there. */
export function isAdmitted(
  engine: Engine,
  campaign: number,
  shelf: number,
  slice: number,
): boolean {
  const { work, key } = engine;
  const share = work.campaignPacing[campaign]!;
  if (share >= 1) return true;
  const number = work.campaignNumber[campaign]!;
  return uniform(number, shelf, 4 * work.day[0]! + slice, pacingAddress, key) < share;
}

/**
 * Moves every campaign's share of auctions towards spending its budget evenly over the day's visits,
 * and closes those that have spent it.
 */
export function paceCampaigns(engine: Engine, slice: number): void {
  const { world, state, work } = engine;
  const { parameters, sliceShares } = world;
  const { columns, rows } = state.tables.campaigns;
  let elapsed = 0;
  for (let t = 0; t <= slice; t++) elapsed += sliceShares[t]!;
  const gain = parameters["pacing.gain"];
  const least = parameters["pacing.least"];
  for (let campaign = 0; campaign < rows; campaign++) {
    const budget = columns.dailyBudgetTicks[campaign]!;
    if (columns.isOn[campaign] === 0 || budget <= 0) continue;
    const spent = columns.spentTicks[campaign]!;
    const planned = budget * elapsed;
    const factor = 1 + (gain * (planned - spent)) / planned;
    const share = clamp(columns.pacing[campaign]! * factor, least, 1);
    columns.pacing[campaign] = share;
    work.campaignPacing[campaign] = share;
    if (spent >= budget) work.campaignIsOpen[campaign] = 0;
  }
}
