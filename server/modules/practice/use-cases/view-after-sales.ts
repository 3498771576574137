import type { AfterSalesView } from "@echelon/contract/practice/after-sales.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import {
  caseEvents,
  caseReasons,
  disputeAnswers,
  returnAnswers,
} from "@echelon/kernel/market/after-sales/case-kinds.ts";
import { hasWarehouse } from "@echelon/kernel/market/after-sales/case-goods.ts";
import {
  caseRates,
  nextSanction,
  sanction,
  sanctionKinds,
} from "@echelon/kernel/market/after-sales/sanctions.ts";
import { balanceOf, exchanged } from "@echelon/kernel/market/books/book.ts";
import { strengthOf } from "@echelon/kernel/market/company/crews.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import { disputeRate, healthOf, healthParts } from "@echelon/kernel/market/parcels/reputation.ts";
import { parcelEvents } from "@echelon/kernel/market/state/tables.ts";
import { currencyNumber, currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import { lowerUntil } from "@echelon/kernel/market/temptations/integrity-record.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { openDisputes, openReturns } from "./open-cases.ts";
import { type Desk, labelOf, marketOf, openDesk, seasonDay, seriesOf } from "./open-desk.ts";

const eventsShown = 200;
const daysShown = 30;
const bp = (share: number) => Math.round(10_000 * share);

/** Everything after the sale: what waits, what happened, who answers, how the store stands. */
export async function viewAfterSales(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<AfterSalesView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const from = Math.max(1, desk.closed - daysShown + 1);
  const sql = means.database;
  const [cases, service, parcels] = await Promise.all([
    storeRows(sql, "cases", season, store, from, desk.closed),
    storeRows(sql, "service", season, store, from, desk.closed),
    storeRows(sql, "parcels", season, store, from, desk.closed),
  ]);
  return ok({
    returns: openReturns(desk),
    disputes: openDisputes(desk),
    byReason: byReason(cases),
    delivered: parcels
      .filter(({ event }) => parcelEvents[event] === "delivered")
      .reduce((sum, { units }) => sum + units, 0),
    events: eventsOf(desk, cases),
    questions: questionsOf(desk, service, from),
    policy: policyOf(desk),
    staff: staffOf(desk),
    health: healthView(desk),
    markets: standings(desk),
    limits: {
      disputesBp: bp(desk.world.parameters["sanction.disputes"]),
      chargebacksBp: bp(desk.world.parameters["sanction.chargebacks"]),
    },
  });
}

function byReason(cases: readonly ResultRow<"cases">[]): AfterSalesView["byReason"] {
  const opened = cases.filter(({ event }) => caseEvents[event] === "opened");
  return caseReasons.map((reason, number) => ({
    reason,
    units: opened.filter((row) => row.reason === number).reduce((sum, { units }) => sum + units, 0),
  }));
}

function eventsOf(desk: Desk, cases: readonly ResultRow<"cases">[]): AfterSalesView["events"] {
  const { world } = desk;
  return cases
    .toSorted((a, b) => b.day - a.day || b.line - a.line)
    .slice(0, eventsShown)
    .map((row) => ({
      day: row.day,
      ...labelOf(desk, row.offer),
      market: marketOf(desk, row.market),
      reason: caseReasons[row.reason]!,
      event: caseEvents[row.event]!,
      units: row.units,
      backMinor: row.backMinor,
      currency: currencyOf(world, row.market),
    }));
}

function questionsOf(
  desk: Desk,
  days: readonly ResultRow<"service">[],
  from: number,
): AfterSalesView["questions"] {
  const { state } = desk.preview;
  const last = days.find(({ day }) => day === desk.closed);
  const series = (pick: (row: ResultRow<"service">) => number) =>
    seriesOf(days, pick, from, desk.closed);
  const perHead = desk.world.parameters["service.perHead"];
  return {
    asked: last?.asked ?? 0,
    answered: last?.answered ?? 0,
    late: last?.late ?? 0,
    lapsed: last?.lapsed ?? 0,
    waiting: state.waitingQuestions[desk.number]!,
    askedSeries: series(({ asked }) => asked),
    answeredSeries: series(({ answered }) => answered),
    capacity:
      state.handAnswers[desk.number]! +
      Math.floor(perHead * strengthOf(desk.context, desk.number, "service")),
  };
}

function policyOf(desk: Desk): AfterSalesView["policy"] {
  const { state } = desk.preview;
  const markets = desk.world.marketIds.keys();
  return {
    disputes: disputeAnswers[state.disputePolicy[desk.number]!] as "ask",
    returns: returnAnswers[state.returnPolicy[desk.number]!]!,
    handAnswers: state.handAnswers[desk.number]!,
    handAnswersMax: decisionLimits.handAnswersMax,
    hasWarehouses: [...markets].some((market) => hasWarehouse(desk.context, market)),
  };
}

function staffOf({ preview: { state }, world, context, number }: Desk): AfterSalesView["staff"] {
  const p = world.parameters;
  const cents = Math.round(100 * p["service.wageMonthUsd"]);
  const leaving = state.staffLeaving[number]!;
  const day = seasonDay({ world }, state.staffLeavesOn[number]!);
  return {
    heads: state.staff[number]!,
    leaving,
    leavesOn: leaving === 0 ? null : day,
    perHead: p["service.perHead"],
    noticeDays: p["service.noticeDays"],
    wageMonthMinor: exchanged(context.book, cents, currencyNumber(world, "USD"), world.base),
    cashMinor: balanceOf(state, number, account.cash, world.base),
  };
}

function healthView({ preview: { state }, world, number }: Desk): AfterSalesView["health"] {
  const parts = healthParts(world, state, number).filter(({ weight }) => weight > 0);
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  return {
    healthBp: bp(healthOf(world, state, number)),
    tiers: world.source.tiers.map((tier, index) => ({
      id: tier.id,
      isOwn: state.tier[number] === index,
      healthMinBp: tier.healthMinBp,
      commissionBp: tier.commissionBp,
      payoutDays: tier.payoutDays,
      rankBonusMilli: tier.rankBonusMilli,
    })),
    priorUnits: world.parameters["health.priorUnits"],
    parts: parts.map(({ name, mark, weight }) => ({
      part: name,
      markBp: bp(Math.min(1, Math.max(0, mark))),
      weightBp: bp(weight / all),
    })),
    disputeRateBp: bp(disputeRate(world, state, number)),
    answeredBp: bp(state.answered[number]!),
  };
}

/** How the store stands in each market it sells in, and what comes next. */
function standings(desk: Desk): AfterSalesView["markets"] {
  const { state } = desk.preview;
  const { world, number } = desk;
  return world.marketIds.flatMap((market, index) => {
    const cell = number * state.sizes.markets + index;
    const now = state.sanction[cell]!;
    if (state.monthEnded[cell] === 0 && now === sanction.none) return [];
    const { disputes, chargebacks, isBad } = caseRates(world, state, cell);
    const since = state.sanctionSince[cell]!;
    return [
      {
        market,
        ended: Math.round(state.monthEnded[cell]!),
        disputesBp: bp(disputes),
        chargebacksBp: bp(chargebacks),
        sanction: sanctionKinds[now]!,
        since: now === sanction.none ? null : Math.max(0, seasonDay(desk, since)),
        next: nextOf(desk, now, since, isBad),
      },
    ];
  });
}

/** The standing that follows if the figures stay as they are, and the day on which it does. */
function nextOf(desk: Desk, now: number, since: number, isBad: boolean) {
  const { world, preview } = desk;
  const today = preview.state.day[0]!;
  const held = lowerUntil(desk.context, desk.number);
  if (held > today) {
    // What the rates would do waits: found reviews hold the rank down until their day.
    return {
      sanction: sanctionKinds[sanction.none],
      on: seasonDay(desk, held),
    };
  }
  const most = Math.max(
    world.parameters["sanction.stepDays"],
    world.parameters["sanction.suspendedDays"],
  );
  for (let day = today; day <= today + most; day += 1) {
    const next = nextSanction(world, now, day - since, isBad);
    if (next === now) continue;
    return {
      sanction: sanctionKinds[next]!,
      on: seasonDay(desk, day),
    };
  }
  return null;
}
