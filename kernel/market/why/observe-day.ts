/**
 * A closed day played again and watched: what the market looked at, slice by slice, and what came
 * of it. From two such days every difference between them can be explained.
 */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { beginDay, endDay, runSlice, type DayResult } from "../day.ts";
import type { LogEntry } from "../decisions/decision.ts";
import type { Season } from "../state/season.ts";
import { copyState, type State } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import { slices } from "../world/world-limits.ts";
import { pagesOf, type DayPages } from "./shown-page.ts";

/** What rivals' stock and budgets were like when a slice began. */
export type SliceView = {
  /** By listing: whether it had units. */
  readonly hasStock: Uint8Array;
  /** By row of the campaigns. */
  readonly isOpen: Uint8Array;
  readonly pacing: Float64Array;
};

export type ObservedDay = {
  readonly engineDay: number;
  /** The memory of the season after decisions and arrivals, before the first slice. */
  readonly state: State;
  /** Mean visits by shelf. */
  readonly visits: Float64Array;
  /** By store: whether it could not pay for clicks. */
  readonly isBroke: Uint8Array;
  readonly slices: readonly SliceView[];
  readonly pages: DayPages;
  readonly result: DayResult;
};

const memory = (bytes: number) => new ArrayBuffer(bytes);

/**
 * Plays the season's next day. The given season is not changed.
 *
 * @param entries  the log of the day
 */
export function observeDay(
  season: Season,
  entries: readonly LogEntry[],
  work: Workspace,
): ObservedDay {
  const run = beginDay(season, entries, work);
  const { state } = run.season;
  const before = copyState(state, memory);
  const visits = work.visits.slice();
  const isBroke = brokeStores(season, state);
  const views: SliceView[] = [];
  const goodsMinor: Int32Array[] = [];
  for (let slice = 0; slice < slices; slice++) {
    views.push(viewOf(state, work));
    runSlice(run, slice as 0 | 1 | 2 | 3);
    goodsMinor.push(work.goodsMinor.slice());
  }
  const engineDay = before.day[0]!;
  const pages = pagesOf(work, goodsMinor);
  return { engineDay, state: before, visits, isBroke, slices: views, pages, result: endDay(run) };
}

function brokeStores({ world }: Season, state: State): Uint8Array {
  const { stores } = state.sizes;
  const isBroke = new Uint8Array(stores);
  for (let store = 0; store < stores; store++) {
    isBroke[store] = balanceOf(state, store, account.cash, world.base) < 0 ? 1 : 0;
  }
  return isBroke;
}

function viewOf(state: State, work: Workspace): SliceView {
  const listings = state.offerCount[0]! * state.sizes.markets;
  const campaigns = state.tables.campaigns.rows;
  return {
    hasStock: work.hasStock.slice(0, listings),
    isOpen: work.campaignIsOpen.slice(0, campaigns),
    pacing: work.campaignPacing.slice(0, campaigns),
  };
}
