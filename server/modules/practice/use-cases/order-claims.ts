import type { CaseEvent, CaseReason, OrderClaim } from "@echelon/contract/practice/after-sales.ts";
import { caseEvents, caseReasons } from "@echelon/kernel/market/after-sales/case-kinds.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { casesOrdered, type ResultRow } from "../store/report-store.ts";
import type { Desk } from "./open-desk.ts";
import { type CohortFates, type Fate, keyOf, type Place } from "./order-fate.ts";
import type { PlacedOrder } from "./open-order.ts";

type Row = ResultRow<"cases">;

/** Cases of a store by cohort, as fates are. */
export type CohortCases = ReadonlyMap<string, readonly Row[]>;

/** The cases of what was ordered from one day to another. */
export async function casesOf(
  sql: Sql,
  desk: Desk,
  ordered: { from: number; to: number },
): Promise<CohortCases> {
  const rows = await casesOrdered(sql, desk.season, desk.number, ordered, desk.closed);
  return Map.groupBy(rows, (row) => keyOf(row, row.orderedOn));
}

/** Which parcels a case is about: those that never came, or those delivered. */
const endOf = (reason: CaseReason): Fate["event"] =>
  reason === "dispute-lost" ? "lost" : "delivered";

const reasonOf = (row: Row): CaseReason => caseReasons[row.reason]!;

/**
 * What became of one order's units after their end. Cases are drawn for cohorts: of the units that
 * ended together, the first case has the first ones, the next case the next, and within a case what
 * was settled first stands first. So nothing that was told ever changes.
 */
export function claimsOf(
  fates: CohortFates,
  cases: CohortCases,
  { day, sale }: PlacedOrder,
  place: Place,
): OrderClaim[] {
  const key = keyOf(sale, day);
  const rows = cases.get(key) ?? [];
  if (rows.length === 0) return [];
  const claims: OrderClaim[] = [];
  let start = 0;
  for (const fate of fates.get(key) ?? []) {
    const ofFate = rows.filter(
      (row) => row.endedOn === fate.day && endOf(reasonOf(row)) === fate.event,
    );
    claims.push(...dealt(ofFate, start, place));
    start += fate.units;
  }
  return claims.toSorted((a, b) => a.openedOn - b.openedOn);
}

/** Deals the cases of units that ended together, from place `start` of the cohort on. */
function dealt(rows: readonly Row[], start: number, place: Place): OrderClaim[] {
  const claims: OrderClaim[] = [];
  let next = start;
  const within = (from: number, units: number) =>
    Math.min(from + units, place.first + place.units) - Math.max(from, place.first);
  for (const ofReason of Map.groupBy(rows, reasonOf).values()) {
    const [opened, settled] = parted(ofReason, ({ event }) => caseEvents[event] === "opened");
    const first = opened[0];
    if (first === undefined) continue;
    const about = { reason: reasonOf(first), openedOn: first.day };
    let from = next;
    next += opened.reduce((sum, row) => sum + row.units, 0);
    for (const row of settled) {
      const units = within(from, row.units);
      const event: CaseEvent = caseEvents[row.event]!;
      if (units > 0) claims.push({ ...about, units, event, day: row.day });
      from += row.units;
    }
    const left = within(from, next - from);
    if (left > 0) claims.push({ ...about, units: left, event: null, day: null });
  }
  return claims;
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

const paidBack: ReadonlySet<CaseEvent> = new Set([
  "resold",
  "sent-home",
  "scrapped",
  "left",
  "refunded",
  "lost",
  "unanswered",
  "charged-back",
]);

/** Units of an order whose buyers got their money back in the course of a case, by day. */
export function refundsOf(
  claims: readonly OrderClaim[],
): { day: number; units: number; isStock: boolean }[] {
  return claims.flatMap(({ event, day, units }) =>
    event === null || day === null || !paidBack.has(event)
      ? []
      : [{ day, units, isStock: event === "resold" || event === "sent-home" }],
  );
}

/** Lost units whose money was not paid back by itself, for their buyers opened a dispute. */
export const disputedLost = (claims: readonly OrderClaim[]): number =>
  claims.reduce((sum, { reason, units }) => sum + (reason === "dispute-lost" ? units : 0), 0);
