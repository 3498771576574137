import type { TodayView } from "@echelon/contract/practice/today.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { balanceOf } from "@echelon/kernel/market/books/book.ts";
import { cashInAll, loanTerms, neverDue } from "@echelon/kernel/market/finance/loans.ts";
import { dueMoney } from "./due-money.ts";
import type { Desk } from "./open-desk.ts";

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
 * the books' currency lacks of what is due while there is money in others.
 */
function cashNeeds(desk: Desk): Need[] {
  const { preview, number, row, world, context } = desk;
  const total = cashInAll(context, number);
  const near = dueMoney(desk).filter(({ day }) => day <= row.day + cashDaysAhead);
  let cash = total;
  for (const { day, amountMinor } of near) {
    cash += amountMinor;
    if (cash < 0) return [need("cash-runs-out", "soon", "cash", { day, lackingMinor: -cash })];
  }
  if (!world.source.scenario.modules.exchange) return [];
  const books = balanceOf(preview.state, number, account.cash, world.base);
  const bills = near.reduce((sum, { amountMinor }) => sum - Math.min(0, amountMinor), 0);
  return books < bills && total > books
    ? [need("change-money", "soon", "financing", { lackingMinor: bills - books })]
    : [];
}
