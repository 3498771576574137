/**
 * What is found out, and what follows (practice.md 14). Every chance is drawn at the address of the
 * store and its offer, so that what one store does never changes another one's luck.
 */
import { ofDollars } from "../books/dollars.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform, uniformBelow } from "../../random/uniform.ts";
import { postCompensation, postFine } from "../books/integrity-journals.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import { storeKind } from "../state/store-kind.ts";
import type { State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import { addReviews, dropBorrowed } from "./accepted-offers.ts";
import { backOf, foundScans, type FalseScan } from "./false-scans.ts";
import { pointsOf } from "./integrity-record.ts";
import { inboxOffer } from "./inbox.ts";
import { temptation } from "./temptation-kinds.ts";

/** Looks into what stores accepted, audits those whose day it is, and brings tomorrow's letters. */
export function auditStores(
  context: DecisionContext,
  scans: readonly FalseScan[],
  report: DayReport,
): void {
  if (!context.world.source.scenario.modules.temptations) return;
  const { temptations } = context.state.tables;
  for (let row = 0; row < temptations.rows; row++) {
    if (isFoundToday(context, row)) find(context, row, report);
  }
  findScans(context, scans, report);
  for (let store = 0; store < context.state.sizes.stores; store++) {
    if (context.state.storeKind[store] !== storeKind.people) continue;
    tellAudit(context, store, report);
    tellInbox(context, store, report);
  }
}

function isFoundToday(context: DecisionContext, row: number): boolean {
  const { state, world, engineDay, key } = context;
  const { columns } = state.tables.temptations;
  const p = world.parameters;
  if (columns.foundOn[row] !== -1 || columns.endsOn[row]! < engineDay) return false;
  // After the last day nobody looks: a sale that were still open then would be free.
  if (columns.kind[row] === temptation.data && isLastDay(context)) return true;
  // Nobody is found out on the very day: what was promised is there for a night at least.
  if (columns.acceptedOn[row] === engineDay) return false;
  const store = columns.store[row]!;
  const kind = columns.kind[row]!;
  if (kind === temptation.tracking) return false;
  if (kind === temptation.data) {
    const isDue = engineDay - columns.acceptedOn[row]! >= p["audit.dataDays"];
    return isDue && isAuditDay(context, store);
  }
  const chance =
    kind === temptation.pictures
      ? p["found.picturesDaily"]
      : p["found.reviewsDaily"] *
        (1 + p["found.reviewsOdd"] * oddShare(state, columns.offer[row]!));
  const number = columns.number[row]!;
  return uniform(store, number, 4 * engineDay, address(purpose.finding), key) < chance;
}

const isLastDay = ({ world, seasonDay }: DecisionContext) =>
  seasonDay === world.source.scenario.days;

/** Share of an offer's reviews that were bought and still stand. */
export function oddShare(state: State, row: number): number {
  const { columns, rows } = state.tables.temptations;
  let bought = 0;
  for (let at = 0; at < rows; at++) {
    if (columns.kind[at] !== temptation.reviews || columns.offer[at] !== row) continue;
    if (columns.foundOn[at] === -1) bought += columns.units[at]!;
  }
  const all = state.reviewCount[row]!;
  return all > 0 ? Math.min(1, bought / all) : 0;
}

/** Whether the platform goes through the store's books today: once in each span of days. */
export function isAuditDay({ world, seasonDay, key }: DecisionContext, store: number): boolean {
  const span = world.parameters["audit.everyDays"];
  if (seasonDay < 1) return false;
  return seasonDay === auditDay(span, Math.floor((seasonDay - 1) / span), store, key);
}

function auditDay(span: number, turn: number, store: number, key: DecisionContext["key"]): number {
  const at = address(purpose.auditDay);
  return span * turn + 1 + uniformBelow(span, store, turn, 0, at, key);
}

/** Season days of a store's audits up to and with the last closed one, the earliest first. */
export function auditDays(
  { world, key }: DecisionContext,
  store: number,
  from: number,
  to: number,
): readonly number[] {
  const span = world.parameters["audit.everyDays"];
  const days: number[] = [];
  for (let turn = 0; span * turn < to; turn++) {
    const day = auditDay(span, turn, store, key);
    if (day >= from && day <= to) days.push(day);
  }
  return days;
}

/** Something was found: what it brought is taken back, and it is paid for. */
function find(context: DecisionContext, row: number, report: DayReport): void {
  const { state, world, engineDay, book } = context;
  const p = world.parameters;
  const { columns } = state.tables.temptations;
  const store = columns.store[row]!;
  const offer = columns.offer[row]!;
  const units = columns.units[row]!;
  columns.foundOn[row] = engineDay;
  switch (columns.kind[row]) {
    case temptation.reviews: {
      addReviews(state, offer, -units);
      const fine = ofDollars(context, units * p["penalty.reviewUsd"]);
      postFine(book, store, state.offerNumber[offer]!, fine);
      return note(context, row, p["demerit.reviews"], fine, units, report);
    }
    case temptation.pictures: {
      const market = columns.market[row]!;
      dropBorrowed(state, engineDay, offer, market);
      state.listing[offer * state.sizes.markets + market] = 2;
      const claim = ofDollars(context, p["penalty.picturesUsd"]);
      postCompensation(book, store, state.offerNumber[offer]!, market, "agency", claim);
      return note(context, row, p["demerit.pictures"], claim, units, report);
    }
    default: {
      const times = Math.floor(p["penalty.dataTimes"] * columns.cashMinor[row]! + 0.5);
      const fine = Math.max(times, ofDollars(context, p["penalty.dataLeastUsd"]));
      postFine(book, store, 0, fine);
      return note(context, row, p["demerit.data"], fine, units, report);
    }
  }
}

/** Buyers of parcels that were not as scanned get their money back, at the store's cost. */
function findScans(context: DecisionContext, scans: readonly FalseScan[], report: DayReport): void {
  const { state, book, engineDay } = context;
  const sums = new Map<number, { units: number; minor: number }>();
  for (const scan of scans) {
    const units = foundScans(context, scan);
    if (units === 0) continue;
    const minor = backOf(context, scan, units);
    const store = state.storeOf[scan.row]!;
    postCompensation(book, store, state.offerNumber[scan.row]!, scan.market, "buyers", minor);
    const sum = sums.get(scan.by) ?? { units: 0, minor: 0 };
    sums.set(scan.by, { units: sum.units + units, minor: sum.minor + minor });
  }
  const { columns, rows } = state.tables.temptations;
  for (let row = 0; row < rows; row++) {
    const sum = sums.get(row);
    if (sum === undefined) continue;
    columns.foundOn[row] = engineDay;
    note(context, row, scanPoints(context, row), sum.minor, sum.units, report);
  }
}

/** Points of a day's false scans: no more in all than one week of scans is worth. */
function scanPoints({ state, world }: DecisionContext, row: number): number {
  const { columns } = state.tables.temptations;
  const [store, number] = [columns.store[row]!, columns.number[row]!];
  const left = world.parameters["demerit.scansMost"] - pointsOf(state, store, number);
  return Math.max(0, Math.min(world.parameters["demerit.scans"], left));
}

/** Writes a finding into the store's record and tells of it. */
function note(
  { state, engineDay }: DecisionContext,
  row: number,
  points: number,
  costMinor: number,
  units: number,
  report: DayReport,
): void {
  const from = state.tables.temptations.columns;
  const { findings } = state.tables;
  const at = addRow(findings);
  const { columns } = findings;
  columns.store[at] = from.store[row]!;
  columns.number[at] = from.number[row]!;
  columns.kind[at] = from.kind[row]!;
  columns.foundOn[at] = engineDay;
  columns.points[at] = points;
  columns.costMinor[at] = costMinor;
  columns.units[at] = units;
  const offer = from.offer[row]!;
  const subject = offer < 0 ? -1 : state.offerNumber[offer]!;
  report.notice(from.store[row]!, "audit-found", subject, from.market[row]!, from.kind[row]!);
}

/** An audit that finds nothing since the one before is worth a word as well. */
function tellAudit(context: DecisionContext, store: number, report: DayReport): void {
  if (!isAuditDay(context, store)) return;
  const days = auditDays(context, store, 1, context.seasonDay - 1);
  const before = context.engineDay - context.seasonDay + (days.at(-1) ?? 0);
  const { columns, rows } = context.state.tables.findings;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === store && columns.foundOn[row]! > before) return;
  }
  report.notice(store, "audit-passed", -1, -1, 0);
}

/** A letter that can be answered from tomorrow on. */
function tellInbox(context: DecisionContext, store: number, report: DayReport): void {
  const tomorrow = context.seasonDay + 1;
  const offer = inboxOffer(context, store, Math.floor((tomorrow - 1) / 7) + 1);
  if (offer?.from === tomorrow) report.notice(store, "inbox-offer", -1, -1, offer.kind);
}
