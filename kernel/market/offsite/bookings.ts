/**
 * Places that only one store can have on a day: an influencer's mention, a bought place. Who asks
 * is noted; on the day of the decision the highest bid has it, of equal ones the one accepted
 * first. Money is taken from who gets it and from nobody else.
 */
import { cashOf } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import type { State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import { sourceOf } from "./channel.ts";
import { pay, promote } from "./outreach.ts";

export type Booking = {
  readonly store: number;
  readonly number: number;
  readonly channel: number;
  readonly market: number;
  readonly subject: number;
  readonly from: number;
  readonly until: number;
  readonly bidMinor: number;
  readonly acceptedAt: number;
  readonly dueOn: number;
};

const influencer = sourceOf("influencer");
const media = sourceOf("media");

/** Notes that a store asks for a place. */
export function askFor({ state }: DecisionContext, booking: Booking): void {
  const { bookings } = state.tables;
  const row = addRow(bookings);
  for (const name of Object.keys(booking) as (keyof Booking)[]) {
    bookings.columns[name][row] = booking[name];
  }
}

/** Whether an influencer speaks for somebody on a day already. */
export function isBooked(
  { state }: DecisionContext,
  market: number,
  subject: number,
  day: number,
): boolean {
  const { columns, rows } = state.tables.outreach;
  for (let row = 0; row < rows; row++) {
    if (columns.channel[row] !== influencer || columns.market[row] !== market) continue;
    if (columns.subject[row] === subject && columns.from[row] === day) return true;
  }
  return false;
}

/** What a store has offered for places that are not given yet. */
export function openBookingsMinor({ state }: DecisionContext, store: number): number {
  const { columns, rows } = state.tables.bookings;
  let minor = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === store) minor += columns.bidMinor[row]!;
  }
  return minor;
}

/** What a store bids for a place; 0 when it does not. */
export function standingBid(
  { state }: DecisionContext,
  store: number,
  market: number,
  slot: number,
): number {
  const { columns } = state.tables.bookings;
  const row = bidRow(state, store, market, slot);
  return row < 0 ? 0 : columns.bidMinor[row]!;
}

/** Takes a store's bid for a place back, where there is one. */
export function takeBack(
  { state }: DecisionContext,
  store: number,
  market: number,
  slot: number,
): void {
  const { bookings } = state.tables;
  const row = bidRow(state, store, market, slot);
  if (row < 0) return;
  for (const column of Object.values(bookings.columns)) {
    column.copyWithin(row, row + 1, bookings.rows);
  }
  bookings.rows--;
}

function bidRow({ tables }: State, store: number, market: number, slot: number): number {
  const { columns, rows } = tables.bookings;
  for (let row = 0; row < rows; row++) {
    if (columns.channel[row] !== media || columns.store[row] !== store) continue;
    if (columns.market[row] === market && columns.subject[row] === slot) return row;
  }
  return -1;
}

/** Gives away the places that are decided today, and tells everybody who asked for them. */
export function giveBookings(context: DecisionContext, report: DayReport): void {
  const { state, engineDay } = context;
  const { bookings } = state.tables;
  const due = bookingsOf(context).filter(({ dueOn }) => dueOn <= engineDay);
  if (due.length === 0) return;
  const given = new Set<string>();
  for (const one of due.toSorted(before)) {
    const place = `${one.channel}/${one.market}/${one.subject}/${one.from}`;
    const isFree =
      !given.has(place) &&
      !(one.channel === influencer && isBooked(context, one.market, one.subject, one.from));
    if (!isFree || one.bidMinor > cashOf(context.book, one.store)) {
      report.notice(one.store, "place-lost", -1, one.market, one.bidMinor);
      continue;
    }
    given.add(place);
    pay(context, one.store, one.channel, one.market, one.bidMinor);
    promote(context, { ...one, spendMinor: 0, fitMilli: 0, earlier: 0 });
    report.notice(one.store, "place-won", -1, one.market, one.bidMinor);
  }
  const kept = bookingsOf(context).filter(({ dueOn }) => dueOn > engineDay);
  bookings.rows = 0;
  for (const one of kept) askFor(context, one);
}

function bookingsOf({ state }: DecisionContext): Booking[] {
  const { columns, rows } = state.tables.bookings;
  const names = Object.keys(columns) as (keyof Booking)[];
  return Array.from(
    { length: rows },
    (_, row) => Object.fromEntries(names.map((name) => [name, columns[name][row]!])) as Booking,
  );
}

/** The higher bid, then the earlier one; two of one instant by their place in the log. */
const before = (a: Booking, b: Booking) =>
  b.bidMinor - a.bidMinor ||
  a.acceptedAt - b.acceptedAt ||
  a.store - b.store ||
  a.number - b.number;
