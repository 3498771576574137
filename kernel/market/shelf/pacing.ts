/** Pacing (market.md E5): a campaign skips auctions so that its budget lasts the day. */
import { clamp } from "../../number/clamp.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import type { Engine } from "../state/engine.ts";

const pacingAddress = address(purpose.pacing);

/**
 * A campaign takes part on a shelf where the fraction of (phase + shelf × golden) lies below its
 * share. The phase is a uniform of (campaign, slice), and multiples of the golden ratio's fraction
 * fall evenly into [0, 1): on each shelf a uniform, over all shelves nearly the exact share.
 */
export const golden = 0.6180339887498949;

/** Draws the campaigns' phases for a slice. */
export function drawPhases({ state, work, key }: Engine, slice: number): void {
  const { columns, rows } = state.tables.campaigns;
  const time = 4 * work.day[0]! + slice;
  for (let campaign = 0; campaign < rows; campaign++) {
    if (work.campaignIsOpen[campaign] === 0) continue;
    const number = columns.store[campaign]! * 256 + columns.campaign[campaign]!;
    work.campaignPhase[campaign] = uniform(number, 0, time, pacingAddress, key);
  }
}

/**
 * Moves every campaign's share of auctions towards spending its budget evenly over the day's
 * visits, and closes those that have spent it.
 */
export function paceCampaigns({ world, state, work }: Engine, slice: number): void {
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
