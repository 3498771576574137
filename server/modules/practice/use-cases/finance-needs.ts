import type { TodayView } from "@echelon/contract/practice/today.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { balanceOf } from "@echelon/kernel/market/books/book.ts";
import { takenByForwards } from "@echelon/kernel/market/finance/forwards.ts";
import { cashInAll, loanTerms, neverDue } from "@echelon/kernel/market/finance/loans.ts";
import { dueMoney } from "./due-money.ts";
import type { Desk } from "./open-desk.ts";

type Due = ReturnType<typeof dueMoney>;
type Need = TodayView["needs"][number];

/** A loan due within so many days is worth a word; so is cash that runs out within these. */
const loanDaysAhead = 3;
const cashDaysAhead = 14;

/** What the store's money asks for: a part of a loan, cash that will not do, an emergency loan. */
export function financeNeeds(desk: Desk): Need[] {
  return [...loanNeeds(desk), ...cashNeeds(desk)];
}

const need = (code: string, urgency: Need["urgency"], at: string, facts: Need["facts"]): Need => ({
  code: `need/${code}`,
  urgency,
  room: "money",
  at,
  facts,
});

function loanNeeds(desk: Desk): Need[] {
  const { preview, number, row: season, world } = desk;
  const { state } = preview;
  const { columns, rows } = state.tables.loans;
  const cash = balanceOf(state, number, account.cash, world.base);
  const needs: Need[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== number) continue;
    const amountMinor = Math.min(columns.partMinor[row]!, columns.openMinor[row]!);
    if (columns.term[row] === loanTerms.indexOf("emergency")) {
      const cap = world.parameters["emergency.scoreCap"];
      const facts = { openMinor: columns.openMinor[row]!, capBp: Math.round(10_000 * cap) };
      needs.push(need("emergency-loan", "soon", "financing", facts));
    }
    const ahead = columns.dueOn[row]! - state.day[0]!;
    if (columns.dueOn[row] === neverDue || ahead > loanDaysAhead) continue;
    const urgency = cash < amountMinor ? "blocking" : "soon";
    needs.push(need("loan-due", urgency, "financing", { amountMinor, day: season.day + ahead }));
  }
  return needs;
}

/**
 * The first day on which cash falls below zero by what is known, all currencies together; or what
 * the books' currency lacks of what is due while there is money to spare in others.
 */
function cashNeeds(desk: Desk): Need[] {
  const { number, row, world, context } = desk;
  const near = dueMoney(desk).filter(({ day }) => day <= row.day + cashDaysAhead);
  let cash = cashInAll(context, number);
  for (const { day, amountMinor } of near) {
    cash += amountMinor;
    if (cash < 0) return [need("cash-runs-out", "soon", "cash", { day, lackingMinor: -cash })];
  }
  if (!world.source.scenario.modules.exchange || !hasToSpare(desk)) return [];
  const lackingMinor = lackingInBooks(desk, near);
  return lackingMinor > 0 ? [need("change-money", "soon", "financing", { lackingMinor })] : [];
}

/** Whether there is foreign cash that no forward is going to take. */
function hasToSpare({ preview: { state }, number, world }: Desk): boolean {
  return world.currencies.some(
    (_, currency) =>
      currency !== world.base &&
      balanceOf(state, number, account.cash, currency) >
        takenByForwards({ state }, number, currency),
  );
}

/**
 * What the books' currency lacks at most on the evenings ahead. Payouts bring it nothing that is
 * sure unless they are changed on their day.
 */
function lackingInBooks({ preview: { state }, number, world }: Desk, near: Due): number {
  const bringsPayouts = state.convertsAtOnce[number] === 1;
  let books = balanceOf(state, number, account.cash, world.base);
  let lacking = -books;
  for (const [at, { day, code, amountMinor }] of near.entries()) {
    if (amountMinor < 0 || (bringsPayouts && code === "payout")) books += amountMinor;
    if (near[at + 1]?.day !== day) lacking = Math.max(lacking, -books);
  }
  return Math.max(0, lacking);
}
