/**
 * What it takes to check or apply a decision on a day: the season, its book and its trade rules.
 */
import type { Key } from "../../random/philox.ts";
import type { TradeAnswers } from "../../trade/answers.ts";
import { openBook, type Book } from "../books/book.ts";
import { noShifts, type Shifts } from "../company/shifts.ts";
import { ratesOf } from "../books/currency.ts";
import type { Facts, Ruling, StoreDecision, Warning } from "./decision.ts";
import type { RefusalCode, WarningCode } from "./decision-codes.ts";
import { decisionLimits } from "./decision-limits.ts";
import type { DayEffects } from "../world/shock.ts";
import { effectsOfDay, seasonDayOf, type Season } from "../state/season.ts";
import type { State } from "../state/state.ts";
import { tradeOn, type World } from "../world/world.ts";

export type DecisionContext = {
  readonly world: World;
  readonly state: State;
  /** What may be told of other stores: as they stood at the last close. */
  readonly seen: State;
  readonly key: Key;
  readonly trade: TradeAnswers;
  readonly effects: DayEffects;
  readonly book: Book;
  /** Season day on which the decisions act; at most 0 in the burn-in. */
  readonly seasonDay: number;
  readonly engineDay: number;
  /** Whether warnings are wanted; they cost time and change nothing. */
  readonly warns: boolean;
  /** Row of each offer by its number, -1 where there is none. */
  readonly rowOfOffer: Int32Array;
  /** Row of each campaign by store · campaigns a store + campaign. */
  readonly rowOfCampaign: Map<number, number>;
  /** Rows of the advertisement entries of each campaign's row. */
  readonly entriesOfCampaign: Map<number, number[]>;
  /** Who of the teams works today. */
  readonly shifts: Shifts;
};

const placesMax = decisionLimits.offerPlacesMax;

/**
 * The context of the season's next day. Without a book, decisions are only tried: they are warned
 * about, and their documents are written into a book that nobody keeps.
 */
export function contextOf(season: Season, book?: Book): DecisionContext {
  const { world, state, seed } = season;
  const engineDay = state.day[0]!;
  const rateE8 = book?.rateE8 ?? ratesOf(world, state);
  const rowOfOffer = new Int32Array(state.sizes.stores * placesMax).fill(-1);
  for (let row = 0; row < state.offerCount[0]!; row++) rowOfOffer[state.offerNumber[row]!] = row;
  return {
    world,
    state,
    seen: season.seen ?? state,
    key: seed,
    trade: tradeOn(world, engineDay),
    effects: effectsOfDay(season),
    book: book ?? openBook(state, world.currencies, world.base, rateE8, engineDay),
    seasonDay: seasonDayOf(season),
    engineDay,
    warns: book === undefined,
    rowOfOffer,
    rowOfCampaign: campaignRows(state),
    entriesOfCampaign: entryRows(state),
    shifts: season.shifts ?? noShifts(state.sizes.stores),
  };
}

const campaignsMax = decisionLimits.campaignsPerStoreMax;

function campaignRows(state: State): Map<number, number> {
  const { columns, rows } = state.tables.campaigns;
  const found = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    found.set(columns.store[row]! * campaignsMax + columns.campaign[row]!, row);
  }
  return found;
}

function entryRows(state: State): Map<number, number[]> {
  const { columns, rows } = state.tables.adEntries;
  const found = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const campaign = columns.campaign[row]!;
    const entries = found.get(campaign);
    if (entries === undefined) found.set(campaign, [row]);
    else entries.push(row);
  }
  return found;
}

/** Row of a store's offer of a SKU that was not dropped, or -1. */
export function offerRow(context: DecisionContext, store: number, sku: string): number {
  const { state, world, rowOfOffer } = context;
  const product = world.skuOf.get(sku);
  if (product === undefined) return -1;
  for (let place = 0; place < state.offersOfStore[store]!; place++) {
    const row = rowOfOffer[store * placesMax + place]!;
    if (row >= 0 && state.skuOf[row] === product && state.isDropped[row] === 0) return row;
  }
  return -1;
}

/** Row of a store's campaign in the state's table, or -1. */
export function campaignRow(context: DecisionContext, store: number, campaign: number): number {
  return context.rowOfCampaign.get(store * campaignsMax + campaign) ?? -1;
}

/** Makes a new campaign findable. */
export function rememberCampaign(
  context: DecisionContext,
  store: number,
  campaign: number,
  row: number,
): void {
  context.rowOfCampaign.set(store * campaignsMax + campaign, row);
}

export const refused = (code: RefusalCode, facts: Facts = {}): Ruling => ({
  kind: "refused",
  code: `practice/${code}`,
  facts,
});

export const accepted = (
  decision: StoreDecision,
  cashMinor = 0,
  warnings: readonly Warning[] = [],
): Ruling => ({ kind: "accepted", effect: { cashMinor, decision }, warnings });

export const warning = (code: WarningCode, facts: Facts = {}): Warning => ({
  code: `practice/${code}`,
  facts,
});

/** Whether a number is an integer within bounds. */
export const isWithin = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
