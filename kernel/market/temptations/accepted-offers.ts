/** What stores accepted: the rows of the state's table, and what they bring while they last. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { postSideDeal } from "../books/integrity-journals.ts";
import type { State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import { cashOfOffer, type InboxOffer } from "./inbox.ts";
import { neverEnds, temptation } from "./temptation-kinds.ts";

/** Row of an offer that a store accepted, or -1. */
export function acceptedRow({ tables }: State, store: number, number: number): number {
  const { columns, rows } = tables.temptations;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === store && columns.number[row] === number) return row;
  }
  return -1;
}

/**
 * Accepts an offer: its price is paid or its money taken, and what it brings is there at once.
 *
 * @param row     of the own offer it is for, -1 where it is for the whole store
 * @param market  of the listing it is for, or -1
 */
export function accept(
  context: DecisionContext,
  store: number,
  offer: InboxOffer,
  row: number,
  market: number,
): void {
  const { state, engineDay, book } = context;
  const cash = cashOfOffer(context, store, offer);
  const subject = row < 0 ? 0 : state.offerNumber[row]!;
  postSideDeal(book, store, subject, market, cash);
  const { temptations } = state.tables;
  const units = take(context, store, offer.kind, row, market);
  const at = addRow(temptations);
  const { columns } = temptations;
  columns.store[at] = store;
  columns.number[at] = offer.number;
  columns.kind[at] = offer.kind;
  columns.offer[at] = row;
  columns.market[at] = market;
  columns.acceptedOn[at] = engineDay;
  columns.endsOn[at] = endOf(context, offer.kind);
  columns.units[at] = units;
  columns.cashMinor[at] = cash;
  columns.foundOn[at] = -1;
}

/** The last day on which it works or can be found. */
function endOf({ world, engineDay }: DecisionContext, kind: number): number {
  const p = world.parameters;
  if (kind === temptation.reviews) return engineDay + p["found.reviewsDays"] - 1;
  if (kind === temptation.tracking) return engineDay + p["scans.days"] - 1;
  return neverEnds;
}

/** Gives what was promised; returns how much: reviews, thousandths of content, orders sold. */
function take(
  { state, world }: DecisionContext,
  store: number,
  kind: number,
  row: number,
  market: number,
): number {
  const p = world.parameters;
  switch (kind) {
    case temptation.reviews: {
      addReviews(state, row, p["bought.reviews"]);
      return p["bought.reviews"];
    }
    case temptation.pictures: {
      const cell = row * state.sizes.markets + market;
      const before = state.contentMilli[cell]!;
      state.contentMilli[cell] = Math.min(1000, before + p["pictures.contentMilli"]);
      return state.contentMilli[cell]! - before;
    }
    case temptation.data:
      return state.soldUnits[store]!;
    default:
      return 0;
  }
}

/**
 * Puts reviews of five stars beside an offer, or takes them away. The store's own mean, by which
 * it is scored, is of buyers who bought, and stays.
 */
export function addReviews(state: State, row: number, reviews: number): void {
  state.reviewCount[row]! += reviews;
  state.starSum[row]! += 5 * reviews;
  state.starSquareSum[row]! += 25 * reviews;
}

/** A listing shows the store's own pictures again: borrowed ones are gone, and cannot be found. */
export function dropBorrowed(state: State, engineDay: number, row: number, market: number): void {
  const { columns, rows } = state.tables.temptations;
  for (let at = 0; at < rows; at++) {
    if (columns.kind[at] !== temptation.pictures || columns.endsOn[at] !== neverEnds) continue;
    if (columns.offer[at] !== row || columns.market[at] !== market) continue;
    columns.endsOn[at] = engineDay - 1;
    state.contentMilli[row * state.sizes.markets + market]! -= columns.units[at]!;
  }
}
