/** What a day tells: rows for the stores that are reported, collected while the day goes on. */
import type { AnsweredDay } from "../after-sales/answer-day.ts";
import { writeCase, writeService } from "./report-after-sales.ts";
import { writeSourcing, type SourcingEvent } from "./report-sourcing.ts";
import type { State } from "../state/state.ts";
import { addRow, newDayTables, noticeKinds, type DayTables } from "../state/tables.ts";

export type NoticeKind = (typeof noticeKinds)[number];

/** A listing whose price somebody asked to change today, as the day began. */
export type AskedPrice = {
  readonly store: number;
  readonly row: number;
  readonly market: number;
  readonly beforeMinor: number;
  /** What was asked, in order: number of the entry and price. */
  readonly asked: { readonly number: number; readonly priceMinor: number }[];
};

export type DayReport = {
  readonly tables: DayTables;
  /** Whether rows of this store are wanted. */
  readonly isReported: (store: number) => boolean;
  /** Views of each reported store, written with its listings. */
  readonly impressionsOfStore: Map<number, number>;
  /** Units that came into a pool today, by row · pools + pool. */
  readonly received: Map<number, number>;
  /** Units sent once more out of a pool today, by row · pools + pool. */
  readonly replaced: Map<number, number>;
  /** Listings whose price somebody asked to change today, by row · markets + market. */
  readonly askedPrices: Map<number, AskedPrice>;
  parcels(
    row: number,
    market: number,
    service: number,
    orderedOn: number,
    event: number,
    units: number,
    lot: number,
  ): void;
  review(
    row: number,
    market: number,
    orderedOn: number,
    stars: number,
    lateDays: number,
    theme: number,
    wording: number,
  ): void;
  /** What happened to units of the case in row `at`. */
  caseEvent(at: number, event: number, units: number, backMinor: number): void;
  service(store: number, asked: number, day: AnsweredDay): void;
  sourcing(event: SourcingEvent): void;
  notice(store: number, kind: NoticeKind, subject: number, market: number, value: number): void;
};

/**
 * An empty report.
 *
 * @param burnInDays  engine days before season day 1: rows name season days
 */
export function newDayReport(
  state: State,
  burnInDays: number,
  isReported: (store: number) => boolean,
): DayReport {
  const tables = newDayTables();
  const seasonDay = (engineDay: number) => engineDay - burnInDays + 1;
  const report: DayReport = {
    tables,
    isReported,
    impressionsOfStore: new Map(),
    received: new Map(),
    replaced: new Map(),
    askedPrices: new Map(),
    parcels(row, market, service, orderedOn, event, units, lot) {
      const store = state.storeOf[row]!;
      if (!isReported(store)) return;
      const at = addRow(tables.parcels);
      const { columns } = tables.parcels;
      columns.store[at] = store;
      columns.offer[at] = state.offerNumber[row]!;
      columns.market[at] = market;
      columns.service[at] = service;
      columns.orderedOn[at] = seasonDay(orderedOn);
      columns.event[at] = event;
      columns.units[at] = units;
      columns.lot[at] = lot;
    },
    review(row, market, orderedOn, stars, lateDays, theme, wording) {
      const store = state.storeOf[row]!;
      if (!isReported(store)) return;
      const at = addRow(tables.reviews);
      const { columns } = tables.reviews;
      columns.store[at] = store;
      columns.offer[at] = state.offerNumber[row]!;
      columns.market[at] = market;
      columns.orderedOn[at] = seasonDay(orderedOn);
      columns.stars[at] = stars;
      columns.lateDays[at] = lateDays;
      columns.theme[at] = theme;
      columns.wording[at] = wording;
      if (stars <= 2) report.notice(store, "review-bad", state.offerNumber[row]!, market, stars);
      if (lateDays > 0) {
        report.notice(store, "promise-broken", state.offerNumber[row]!, market, lateDays);
      }
    },
    caseEvent(at, event, units, backMinor) {
      const store = state.storeOf[state.tables.cases.columns.offer[at]!]!;
      if (isReported(store)) writeCase(tables, state, seasonDay, at, event, units, backMinor);
    },
    service(store, asked, day) {
      if (isReported(store)) writeService(tables, state, store, asked, day);
    },
    sourcing(event) {
      if (isReported(state.storeOf[event.row]!)) writeSourcing(tables, state, seasonDay, event);
    },
    notice(store, kind, subject, market, value) {
      if (store >= 0 && !isReported(store)) return;
      const at = addRow(tables.notices);
      const { columns } = tables.notices;
      columns.store[at] = store;
      columns.kind[at] = noticeKinds.indexOf(kind);
      columns.subject[at] = subject;
      columns.market[at] = market;
      columns.value[at] = value;
    },
  };
  return report;
}
