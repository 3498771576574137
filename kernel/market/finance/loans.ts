/**
 * Loans in the books' currency. A short one is paid back at once after one period, a long one in
 * equal parts; an emergency loan stays until the store pays it back (practice.md 5). Interest is
 * charged for every night that the money is out.
 */
import { mulDivRoundHalfUp } from "../../number/rational.ts";
import { exchanged, balanceOf } from "../books/book.ts";
import { account } from "../../ledger/account.ts";
import { equityOf } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import { addRow } from "../state/tables.ts";
import { postLoan, postLoanInterest, postLoanRepayment } from "./finance-documents.ts";
import { storeKind } from "../state/store-kind.ts";

export const loanTerms = ["short", "long", "emergency"] as const;
export type LoanTerm = (typeof loanTerms)[number];

/** Numbers of emergency loans begin here, so that they never clash with those of the log. */
const emergencyNumber = 1_000_000;
/** The day on which a loan without one is due. */
export const neverDue = -1;

/** Yearly interest of a kind of loan, basis points. */
export function yearlyBpOf({ world }: Pick<DecisionContext, "world">, term: LoanTerm): number {
  const p = world.parameters;
  const yearly = {
    short: p["loan.shortYearly"],
    long: p["loan.longYearly"],
    emergency: p["emergency.yearly"],
  }[term];
  return Math.floor(10_000 * yearly + 0.5);
}

/** What a store may still borrow of a kind: a multiple of its equity less what it owes of it. */
export function lineLeft(
  context: Pick<DecisionContext, "state" | "world" | "book">,
  store: number,
  term: "short" | "long",
): number {
  const times = context.world.parameters["loan.lineTimes"];
  const line = Math.floor(times * Math.max(0, equityOf(context, store)));
  const { columns, rows } = context.state.tables.loans;
  let owed = 0;
  for (let row = 0; row < rows; row++) {
    const isOfKind = columns.term[row] === loanTerms.indexOf(term);
    if (columns.store[row] === store && isOfKind) owed += columns.openMinor[row]!;
  }
  return Math.max(0, line - owed);
}

/** Row of a store's loan, or -1. */
export function loanRow(
  { state }: Pick<DecisionContext, "state">,
  store: number,
  number: number,
): number {
  const { columns, rows } = state.tables.loans;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === store && columns.number[row] === number) return row;
  }
  return -1;
}

/** Loans a store has not paid back. */
export function loansOpen({ state }: Pick<DecisionContext, "state">, store: number): number {
  const { columns, rows } = state.tables.loans;
  let open = 0;
  for (let row = 0; row < rows; row++) if (columns.store[row] === store) open++;
  return open;
}

/** Whether a store still owes an emergency loan: until it does not, its score is capped. */
export function owesEmergency({ state }: Pick<DecisionContext, "state">, store: number): boolean {
  const { columns, rows } = state.tables.loans;
  const emergency = loanTerms.indexOf("emergency");
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === store && columns.term[row] === emergency) return true;
  }
  return false;
}

/**
 * Lends money.
 *
 * @param periods  equal parts in which it is paid back, one a period; 0 leaves it to the store
 */
export function lend(
  context: DecisionContext,
  store: number,
  number: number,
  term: LoanTerm,
  minor: number,
  periods: number,
): void {
  const { state, world, book, engineDay } = context;
  postLoan(book, store, number, minor);
  const { loans } = state.tables;
  const row = addRow(loans);
  const { columns } = loans;
  columns.store[row] = store;
  columns.number[row] = number;
  columns.term[row] = loanTerms.indexOf(term);
  columns.takenOn[row] = engineDay;
  columns.principalMinor[row] = minor;
  columns.openMinor[row] = minor;
  columns.yearlyBp[row] = yearlyBpOf(context, term);
  columns.partMinor[row] = periods === 0 ? 0 : Math.ceil(minor / periods);
  columns.dueOn[row] = periods === 0 ? neverDue : engineDay + world.parameters["loan.periodDays"];
  columns.sinceOn[row] = engineDay;
  columns.chargedMinor[row] = 0;
}

/**
 * Charges the interest of a loan up to today: what is due since its debt last changed, rounded once
 * for all those days, less what was charged of it.
 */
function chargeInterest({ state, book, engineDay }: DecisionContext, row: number): void {
  const { columns } = state.tables.loans;
  const days = engineDay - columns.sinceOn[row]!;
  const due = interestOf(columns.openMinor[row]!, columns.yearlyBp[row]!, days);
  const minor = due - columns.chargedMinor[row]!;
  columns.chargedMinor[row] = due;
  if (minor > 0) postLoanInterest(book, columns.store[row]!, columns.number[row]!, minor);
}

/** Interest of some days on a debt, half up to a minor unit. */
export function interestOf(minor: number, yearlyBp: number, days: number): number {
  return mulDivRoundHalfUp(minor, yearlyBp * days, 3_650_000);
}

/** What a loan costs when every part is paid on its day, minor units. */
export function interestInAll(
  context: Pick<DecisionContext, "world">,
  term: "short" | "long",
  minor: number,
  periods: number,
): number {
  const days = context.world.parameters["loan.periodDays"];
  const yearlyBp = yearlyBpOf(context, term);
  const part = Math.ceil(minor / periods);
  let cost = 0;
  for (let open = minor; open > 0; open -= Math.min(part, open)) {
    cost += interestOf(open, yearlyBp, days);
  }
  return cost;
}

/** Pays back a part of a loan, with the interest up to today. Forgets a loan that is paid. */
export function payBack(context: DecisionContext, row: number, minor: number): void {
  const { state, book, engineDay } = context;
  const { columns } = state.tables.loans;
  chargeInterest(context, row);
  postLoanRepayment(book, columns.store[row]!, columns.number[row]!, minor);
  columns.openMinor[row]! -= minor;
  columns.sinceOn[row] = engineDay;
  columns.chargedMinor[row] = 0;
  if (columns.openMinor[row] === 0) forgetPaid(context);
}

function forgetPaid({ state }: DecisionContext): void {
  const { loans } = state.tables;
  let kept = 0;
  for (let row = 0; row < loans.rows; row++) {
    if (loans.columns.openMinor[row] === 0) continue;
    for (const column of Object.values(loans.columns)) column[kept] = column[row]!;
    kept++;
  }
  loans.rows = kept;
}

/** Interest of every loan, and the parts that are due today, whether or not there is cash. */
export function serveLoans(context: DecisionContext, report: DayReport): void {
  const { state, world, engineDay } = context;
  const { loans } = state.tables;
  const { columns } = loans;
  for (let row = loans.rows - 1; row >= 0; row--) {
    chargeInterest(context, row);
    const dueOn = columns.dueOn[row]!;
    if (dueOn === neverDue || dueOn > engineDay) continue;
    const minor = Math.min(columns.partMinor[row]!, columns.openMinor[row]!);
    report.notice(columns.store[row]!, "loan-paid", columns.number[row]!, -1, minor);
    columns.dueOn[row] = dueOn + world.parameters["loan.periodDays"];
    payBack(context, row, minor);
  }
}

/** Cash of a store in all currencies, in the books' at the book's rates. */
export function cashInAll(
  { state, world, book }: Pick<DecisionContext, "state" | "world" | "book">,
  store: number,
): number {
  let cash = 0;
  for (let currency = 0; currency < world.currencies.length; currency++) {
    const minor = balanceOf(state, store, account.cash, currency);
    if (minor !== 0) cash += exchanged(book, minor, currency, world.base);
  }
  return cash;
}

/**
 * Counts the days on which a person's store is below zero, all its currencies together, and after
 * some of them lends it what it lacks and a little to go on with.
 */
export function rescue(context: DecisionContext, report: DayReport): void {
  const { state, world, engineDay } = context;
  const p = world.parameters;
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] !== storeKind.people) continue;
    const cash = cashInAll(context, store);
    state.brokeDays[store] = cash < 0 ? state.brokeDays[store]! + 1 : 0;
    if (state.brokeDays[store]! < p["emergency.afterDays"]) continue;
    const cushion = Math.floor(p["emergency.cushion"] * world.source.scenario.openingCashMinor);
    const number = emergencyNumber + engineDay;
    lend(context, store, number, "emergency", cushion - cash, 0);
    state.brokeDays[store] = 0;
    report.notice(store, "emergency-loan", number, -1, cushion - cash);
  }
}
