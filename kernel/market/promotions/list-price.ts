/**
 * The list price that a listing shows beside its own (market.md E20): it must have been asked on 14
 * of the last 30 days. One that was not is false; each promotion beside it, on its first day that
 * buyers see, and the day on which it is put up, may be the one at which it is found.
 */
import { ofDollars } from "../books/dollars.ts";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { uniform } from "../../random/uniform.ts";
import { address, purpose } from "../../random/purpose.ts";
import { postExpense } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import { live } from "../shelf/prepare.ts";
import type { State } from "../state/state.ts";
import { storeKind } from "../state/store-kind.ts";
import { addRow } from "../state/tables.ts";
import type { World } from "../world/world.ts";
import { endWith, type DayPromotions } from "./day-promotions.ts";

/** Days of the last 30 on which at least this price was asked of a listing. */
export function daysCharged(
  { parameters: p }: World,
  state: State,
  listing: number,
  listMinor: number,
  today: number,
): number {
  const { columns, rows } = state.tables.askedPrices;
  const since = today - p["listPrice.withinDays"];
  let days = 0;
  for (let at = 0; at < rows; at++) {
    if (columns.listing[at] !== listing || columns.priceMinor[at]! < listMinor) continue;
    const [from, to] = [Math.max(since, columns.from[at]!), Math.min(today - 1, columns.to[at]!)];
    days += Math.max(0, to - from + 1);
  }
  return days;
}

export const isHonest = (world: World, state: State, listing: number, today: number) =>
  daysCharged(world, state, listing, state.listMinor[listing]!, today) >=
  world.parameters["listPrice.chargedDays"];

/** Index of the draw for a list price itself; those of promotions are their kinds. */
const ofListPrice = 63;

/** Looks at list prices that are put up today, and at promotions that begin beside one. */
export function inspectListPrices(context: DecisionContext, report: DayReport): void {
  const { state, world, seasonDay } = context;
  if (!world.source.scenario.modules.promotions) return;
  const { markets } = state.sizes;
  const { columns, rows } = state.tables.promotions;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeKind[state.storeOf[row]!] !== storeKind.people) continue;
    for (let listing = row * markets; listing < (row + 1) * markets; listing++) {
      const isShown = state.listMinor[listing]! > 0 && state.listing[listing] === live;
      if (!isShown || isHonest(world, state, listing, seasonDay)) continue;
      const looks: number[] = [];
      if (state.listSetOn[listing] === seasonDay) looks.push(ofListPrice);
      const seen = lastShown(state, listing);
      const isFirst = (from: number, to: number) =>
        seen < from && from <= seasonDay && seasonDay <= to;
      const [from, to] = [state.discountFrom[listing]!, state.discountTo[listing]!];
      if (state.discountBp[listing]! > 0 && isFirst(from, to)) looks.push(0);
      for (let at = 0; at < rows; at++) {
        const isHere = columns.offer[at]! * markets + columns.market[at]! === listing;
        const begins = isHere && isFirst(columns.from[at]!, columns.to[at]!);
        if (begins) looks.push(columns.kind[at]!);
      }
      if (looks.some((look) => isFound(context, listing, look))) {
        punish(context, report, row, listing);
      }
    }
  }
}

/** The last day before today on which the listing was shown; -1 where none is remembered. */
function lastShown({ tables }: State, listing: number): number {
  const { columns, rows } = tables.askedPrices;
  let last = -1;
  for (let at = 0; at < rows; at++) {
    if (columns.listing[at] === listing) last = Math.max(last, columns.to[at]!);
  }
  return last;
}

function isFound({ state, world, key, engineDay }: DecisionContext, listing: number, look: number) {
  const { markets } = state.sizes;
  const offer = state.offerNumber[Math.floor(listing / markets)]!;
  const at = address(purpose.falsePrice, look);
  return (
    uniform(offer, listing % markets, 4 * engineDay, at, key) < world.parameters["listPrice.found"]
  );
}

/** The platform takes the price down, closes the listing's promotions and asks for a fine. */
function punish(context: DecisionContext, report: DayReport, row: number, listing: number): void {
  const { state, world, book, seasonDay } = context;
  const { markets } = state.sizes;
  const market = listing % markets;
  const store = state.storeOf[row]!;
  const offer = state.offerNumber[row]!;
  const minor = ofDollars(context, world.parameters["listPrice.fineUsd"]);
  const platform = partyOf("platform");
  const kind = documentKind.platformPenalty;
  postExpense(book, kind, account.penalties, store, offer, market, platform, minor);
  state.listMinor[listing] = 0;
  state.discountBp[listing] = 0;
  const { columns, rows } = state.tables.promotions;
  for (let at = 0; at < rows; at++) {
    const isHere = columns.offer[at] === row && columns.market[at] === market;
    if (isHere && columns.from[at]! <= seasonDay) endWith(state, at, seasonDay - 1);
  }
  report.notice(store, "false-list-price", offer, market, minor);
}

/**
 * Remembers what was asked of people's listings today: the least of the day, so that a day with a
 * promotion does not count for the price before it.
 */
export function rememberAsked(context: DecisionContext, day: DayPromotions): void {
  const { state, world, seasonDay } = context;
  if (!world.source.scenario.modules.promotions) return;
  const { askedPrices } = state.tables;
  const { columns } = askedPrices;
  const last = new Map<number, number>();
  for (let at = 0; at < askedPrices.rows; at++) last.set(columns.listing[at]!, at);
  const { markets } = state.sizes;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeKind[state.storeOf[row]!] !== storeKind.people) continue;
    for (let listing = row * markets; listing < (row + 1) * markets; listing++) {
      if (state.listing[listing] !== live) continue;
      const plans = day.byListing.get(listing)?.plans ?? [];
      const asked = plans.map(({ shown }) => shown.goodsMinor);
      const priceMinor = Math.min(state.priceMinor[listing]!, ...asked);
      const known = last.get(listing);
      const isSame =
        known !== undefined &&
        columns.to[known] === seasonDay - 1 &&
        columns.priceMinor[known] === priceMinor;
      const at = isSame ? known : addRow(askedPrices);
      askedPrices.columns.listing[at] = listing;
      askedPrices.columns.priceMinor[at] = priceMinor;
      if (!isSame) askedPrices.columns.from[at] = seasonDay;
      askedPrices.columns.to[at] = seasonDay;
    }
  }
  forgetAsked(context);
}

/** Forgets what was asked so long ago that no list price may rest on it. */
function forgetAsked({ state, world, seasonDay }: DecisionContext): void {
  const { askedPrices } = state.tables;
  const since = seasonDay - world.parameters["listPrice.withinDays"];
  const columns = Object.values(askedPrices.columns);
  let kept = 0;
  for (let at = 0; at < askedPrices.rows; at++) {
    if (askedPrices.columns.to[at]! < since) continue;
    if (kept !== at) for (const column of columns) column[kept] = column[at]!;
    kept++;
  }
  askedPrices.rows = kept;
}
