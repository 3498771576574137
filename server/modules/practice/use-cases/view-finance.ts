import type { FinanceView } from "@echelon/contract/practice/finance.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { balanceOf, exchanged } from "@echelon/kernel/market/books/book.ts";
import { factorable } from "@echelon/kernel/market/finance/factoring.ts";
import { unbookedGain } from "@echelon/kernel/market/finance/foreign-money.ts";
import { forwardBets, forwardLine } from "@echelon/kernel/market/finance/forward-line.ts";
import { exposureOf, forwardValue } from "@echelon/kernel/market/finance/forwards.ts";
import {
  interestOf,
  lineLeft,
  loanTerms,
  neverDue,
  owesEmergency,
  yearlyBpOf,
} from "@echelon/kernel/market/finance/loans.ts";
import { earnedLeft, ownersAdded, raiseLeft } from "@echelon/kernel/market/finance/owners.ts";
import { creditLeft } from "@echelon/kernel/market/finance/supplier-credit.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { headCloses } from "../store/result-store.ts";
import { type Desk, openDesk, seasonDay } from "./open-desk.ts";
import { movesOf, ratesAhead } from "./rate-moves.ts";

/** Money by currency, rates, forwards, loans and what may be sold early, today's decisions in. */
export async function viewFinance(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<FinanceView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { world, context } = desk;
  const closes = await headCloses(means.database, season);
  const p = world.parameters;
  const hasEmergency = owesEmergency(context, store);
  return ok({
    day: desk.row.day,
    currency: world.currencies[world.base]!,
    cash: world.currencies.map((_, currency) => cashOf(desk, currency)),
    rates: ratesAhead(world, closes, context.book.rateE8).map(movesOf),
    convertsAtOnce: context.state.convertsAtOnce[store] === 1,
    spreadBp: p["exchange.spreadBp"],
    forwardBp: p["exchange.forwardBp"],
    forwardLineMinor: forwardLine(context, desk.number),
    forwardUsedMinor: forwardBets(context, desk.number),
    gainMinor: world.currencies.reduce(
      (sum, _, currency) =>
        currency === world.base ? sum : sum + unbookedGain(context, store, currency),
      0,
    ),
    forwards: forwardsOf(desk),
    loans: loansOf(desk),
    lines: (["short", "long"] as const).map((term) => ({
      term,
      leftMinor: lineLeft(context, store, term),
      yearlyBp: yearlyBpOf(context, term),
    })),
    periodDays: p["loan.periodDays"],
    factorable: world.marketIds.map((market, index) => ({
      market,
      currency: currencyOf(world, index),
      mostMinor: factorable(context, store, index),
    })),
    factoringFeeBp: p["factoring.feeBp"],
    credit: {
      leftMinor: creditLeft(context, store),
      days: p["credit.days"],
      feeBp: p["credit.feeBp"],
    },
    owners: world.source.scenario.modules.equity === true ? ownersOf(desk) : null,
    scoreCapMilli: hasEmergency ? Math.round(1000 * p["emergency.scoreCap"]) : null,
  });
}

function ownersOf({ context, number, world }: Desk): FinanceView["owners"] {
  return {
    openingMinor: world.source.scenario.openingCashMinor,
    addedMinor: ownersAdded(context, number),
    leftMinor: raiseLeft(context, number),
    feeBp: world.parameters["equity.raiseFeeBp"],
    earnedMinor: earnedLeft(context, number),
    cashMinor: balanceOf(context.state, number, account.cash, world.base),
  };
}

function cashOf(desk: Desk, currency: number): FinanceView["cash"][number] {
  const { context, number, world } = desk;
  const { state, book } = context;
  const cashMinor = balanceOf(state, number, account.cash, currency);
  const heldMinor = balanceOf(state, number, account.held, currency);
  return {
    currency: world.currencies[currency]!,
    cashMinor,
    heldMinor,
    exposureMinor: exposureOf(context, number, currency),
    booksMinor: exchanged(book, cashMinor + heldMinor, currency, world.base),
  };
}

function forwardsOf(desk: Desk): FinanceView["forwards"] {
  const { context, number, world } = desk;
  const { columns, rows } = context.state.tables.forwards;
  const found: FinanceView["forwards"] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== number) continue;
    found.push({
      number: columns.number[row]!,
      from: world.currencies[columns.from[row]!]!,
      to: world.currencies[columns.to[row]!]!,
      fromMinor: columns.fromMinor[row]!,
      toMinor: columns.toMinor[row]!,
      agreedOn: seasonDay(desk, columns.agreedOn[row]!),
      dueOn: seasonDay(desk, columns.dueOn[row]!),
      valueMinor: forwardValue(context, row),
    });
  }
  return found.toSorted((a, b) => a.dueOn - b.dueOn || a.number - b.number);
}

function loansOf(desk: Desk): FinanceView["loans"] {
  const { columns, rows } = desk.context.state.tables.loans;
  const found: FinanceView["loans"] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== desk.number) continue;
    const openMinor = columns.openMinor[row]!;
    const yearlyBp = columns.yearlyBp[row]!;
    const dueOn = columns.dueOn[row]!;
    found.push({
      loan: columns.number[row]!,
      term: loanTerms[columns.term[row]!]!,
      takenOn: seasonDay(desk, columns.takenOn[row]!),
      principalMinor: columns.principalMinor[row]!,
      openMinor,
      yearlyBp,
      dueOn: dueOn === neverDue ? null : seasonDay(desk, dueOn),
      partMinor: Math.min(columns.partMinor[row]!, openMinor),
      interestADayMinor: interestOf(openMinor, yearlyBp, 1),
    });
  }
  return found.toSorted((a, b) => (a.dueOn ?? 999) - (b.dueOn ?? 999) || a.loan - b.loan);
}
