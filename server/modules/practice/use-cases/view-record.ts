import type { IntegrityRecordView } from "@echelon/contract/practice/integrity-record.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { acceptedRow } from "@echelon/kernel/market/temptations/accepted-offers.ts";
import { auditDays } from "@echelon/kernel/market/temptations/audits.ts";
import { cashOfOffer, inboxOf, promiseOf } from "@echelon/kernel/market/temptations/inbox.ts";
import {
  lowerUntil,
  pointsOf,
  recordMark,
  worthlessUntil,
} from "@echelon/kernel/market/temptations/integrity-record.ts";
import { scopeOf, temptationKinds } from "@echelon/kernel/market/temptations/temptation-kinds.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type Desk, marketOf, offerRows, openDesk, seasonDay } from "./open-desk.ts";

/** What a store was offered behind the platform's back, what it accepted, and what was found. */
export async function viewRecord(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<IntegrityRecordView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { world, context } = desk;
  const findings = findingsOf(desk);
  return ok({
    day: desk.row.day,
    currency: world.currencies[world.base]!,
    inbox: standingOffers(desk),
    places: placesOf(desk),
    accepted: acceptedOffers(desk),
    findings,
    audits: auditsOf(desk, findings),
    points: pointsOf(context.state, store),
    pointsMost: world.parameters["demerit.most"],
    markMilli: Math.round(1000 * (recordMark(context, store) ?? 1)),
    worthlessTo: lastDay(desk, worthlessUntil(context, store)),
    rankedLowerTo: lastDay(desk, lowerUntil(context, store)),
  });
}

function standingOffers(desk: Desk): IntegrityRecordView["inbox"] {
  const { context, number, row } = desk;
  if (row.state === "finished" || row.day > row.days) return [];
  return inboxOf(context, number)
    .filter((offer) => offer.to >= row.day)
    .filter((offer) => acceptedRow(context.state, number, offer.number) < 0)
    .map((offer) => ({
      offer: offer.number,
      kind: temptationKinds[offer.kind]!,
      sender: offer.sender,
      from: offer.from,
      to: offer.to,
      scope: scopeOf(offer.kind),
      cashMinor: cashOfOffer(context, number, offer),
      promise: promiseOf(context, number, offer.kind),
    }));
}

function placesOf(desk: Desk): IntegrityRecordView["places"] {
  const { state } = desk.preview;
  const { markets } = state.sizes;
  return offerRows(desk).map((row) => ({
    ...productOf(desk, row)!,
    markets: desk.world.marketIds.filter(
      (_, market) => state.listing[row * markets + market] !== 0,
    ),
  }));
}

function productOf(desk: Desk, row: number): IntegrityRecordView["findings"][number]["product"] {
  if (row < 0) return null;
  const product = desk.products[desk.preview.state.skuOf[row]!]!;
  return { sku: product.sku, name: product.detail.name };
}

const placeOf = (desk: Desk, row: number, market: number) => ({
  product: productOf(desk, row),
  market: market < 0 ? null : marketOf(desk, market),
});

function acceptedOffers(desk: Desk): IntegrityRecordView["accepted"] {
  const { state } = desk.preview;
  const { columns, rows } = state.tables.temptations;
  const found: IntegrityRecordView["accepted"] = [];
  const today = state.day[0]!;
  for (let at = 0; at < rows; at += 1) {
    if (columns.store[at] !== desk.number) continue;
    const isFound = columns.foundOn[at] !== -1;
    const isToday = columns.acceptedOn[at] === today;
    const isOver = columns.endsOn[at]! < today;
    found.push({
      offer: columns.number[at]!,
      kind: temptationKinds[columns.kind[at]!]!,
      ...placeOf(desk, columns.offer[at]!, columns.market[at]!),
      on: seasonDay(desk, columns.acceptedOn[at]!),
      cashMinor: columns.cashMinor[at]!,
      brought: columns.units[at]!,
      state: isFound ? "found" : isToday ? "today" : isOver ? "over" : "works",
    });
  }
  return found.toReversed();
}

function findingsOf(desk: Desk): IntegrityRecordView["findings"] {
  const { state } = desk.preview;
  const { columns, rows } = state.tables.findings;
  const accepted = state.tables.temptations.columns;
  const found: IntegrityRecordView["findings"] = [];
  for (let at = 0; at < rows; at += 1) {
    if (columns.store[at] !== desk.number) continue;
    const offer = columns.number[at]!;
    const by = acceptedRow(state, desk.number, offer);
    found.push({
      offer,
      kind: temptationKinds[columns.kind[at]!]!,
      ...placeOf(desk, accepted.offer[by]!, accepted.market[by]!),
      on: seasonDay(desk, columns.foundOn[at]!),
      points: columns.points[at]!,
      costMinor: columns.costMinor[at]!,
      units: columns.units[at]!,
    });
  }
  return found.toReversed();
}

/** The platform's audits so far: one passes if nothing was found since the one before. */
function auditsOf(
  desk: Desk,
  findings: IntegrityRecordView["findings"],
): IntegrityRecordView["audits"] {
  const { context, number, closed } = desk;
  if (!desk.world.source.scenario.modules.temptations) return [];
  const entered = seasonDay(desk, context.state.enteredOn[number]!);
  const days = auditDays(context, number, entered, closed);
  return days
    .map((on, at) => ({
      on,
      isPassed: !findings.some((one) => one.on <= on && one.on > (days[at - 1] ?? 0)),
    }))
    .toReversed();
}

/** The last season day of a penalty that lasts until an engine day; null when it is over. */
function lastDay(desk: Desk, until: number): number | null {
  return until > desk.preview.state.day[0]! ? Math.min(400, seasonDay(desk, until - 1)) : null;
}
