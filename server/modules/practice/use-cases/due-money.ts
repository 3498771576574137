import type { MoneyView } from "@echelon/contract/practice/money.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import { payoutOn } from "@echelon/kernel/market/finance/factoring.ts";
import { clockSlots } from "@echelon/kernel/market/state/state.ts";
import { interestOf, neverDue } from "@echelon/kernel/market/finance/loans.ts";
import { onAccountMode } from "@echelon/kernel/market/finance/supplier-credit.ts";
import { forwardValue } from "@echelon/kernel/market/finance/forwards.ts";
import { type Desk, offerRows, seasonDay } from "./open-desk.ts";

/**
 * Money that is known to come or go: payouts by the day on which the platform pays them, what is
 * due to suppliers on arrival and on account, parts of loans with their interest, and what forwards
 * gain or lose. In the books' currency at today's rates.
 */
export function dueMoney(desk: Desk): MoneyView["due"] {
  const due = [
    ...payouts(desk),
    ...arrivals(desk),
    ...bills(desk),
    ...loanParts(desk),
    ...settlements(desk),
  ];
  return due.toSorted((a, b) => a.day - b.day || a.code.localeCompare(b.code)).slice(0, 400);
}

/** No day before the open one, and none that the season cannot have. */
const dueOn = (desk: Desk, engineDay: number) =>
  Math.max(desk.row.day, Math.min(400, seasonDay(desk, engineDay)));

function payouts(desk: Desk): MoneyView["due"] {
  const { state, world } = desk.preview;
  const { markets } = state.sizes;
  const found: MoneyView["due"] = [];
  for (let ahead = 0; ahead < clockSlots; ahead += 1) {
    const engineDay = state.day[0]! + ahead;
    let sum = 0;
    for (let market = 0; market < markets; market += 1) {
      const minor = payoutOn({ state, engineDay: state.day[0]! }, desk.number, market, engineDay);
      sum += exchanged(desk.context.book, minor, world.currencyOfMarket[market]!, world.base);
    }
    if (sum !== 0) found.push({ day: dueOn(desk, engineDay), code: "payout", amountMinor: sum });
  }
  return found;
}

function arrivals(desk: Desk): MoneyView["due"] {
  const own = new Set(offerRows(desk));
  const { columns, rows } = desk.preview.state.tables.supply;
  const found: MoneyView["due"] = [];
  for (let row = 0; row < rows; row += 1) {
    const owed = columns.costMinor[row]! - columns.paidMinor[row]!;
    if (!own.has(columns.offer[row]!) || owed <= 0) continue;
    const isOnAccount = columns.mode[row] === onAccountMode;
    const wait = isOnAccount ? desk.world.parameters["credit.days"] : 0;
    found.push({
      day: dueOn(desk, columns.dueOn[row]! + wait),
      code: isOnAccount ? "payable" : "purchaseBalance",
      amountMinor: -owed,
    });
  }
  return found;
}

function bills(desk: Desk): MoneyView["due"] {
  const { columns, rows } = desk.preview.state.tables.dues;
  const found: MoneyView["due"] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== desk.number) continue;
    found.push({
      day: dueOn(desk, columns.dueOn[row]!),
      code: "payable",
      amountMinor: -columns.amountMinor[row]!,
    });
  }
  return found;
}

/** Parts of loans on their days within the season, each with the interest that runs until then. */
function loanParts(desk: Desk): MoneyView["due"] {
  const { state, world } = desk.preview;
  const { columns, rows } = state.tables.loans;
  const period = world.parameters["loan.periodDays"];
  const found: MoneyView["due"] = [];
  for (let row = 0; row < rows; row += 1) {
    const firstOn = columns.dueOn[row]!;
    if (columns.store[row] !== desk.number || firstOn === neverDue) continue;
    let open = columns.openMinor[row]!;
    // Interest was charged up to yesterday, and of what was borrowed today none at all.
    let since = Math.max(columns.sinceOn[row]!, state.day[0]! - 1);
    const last = state.day[0]! + desk.row.days - desk.row.day;
    for (let on = firstOn; open > 0 && on <= last; on += period) {
      const part = Math.min(columns.partMinor[row]!, open);
      const interest = interestOf(open, columns.yearlyBp[row]!, on - since);
      const day = dueOn(desk, on);
      found.push({ day, code: "loanPart", amountMinor: -part });
      if (interest > 0) found.push({ day, code: "loanInterest", amountMinor: -interest });
      open -= part;
      since = on;
    }
  }
  return found;
}

/** What forwards gain against changing the same money at the rate of now. */
function settlements(desk: Desk): MoneyView["due"] {
  const { columns, rows } = desk.preview.state.tables.forwards;
  const found: MoneyView["due"] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== desk.number) continue;
    const amountMinor = forwardValue(desk.context, row);
    const day = dueOn(desk, columns.dueOn[row]!);
    if (amountMinor !== 0 && day <= desk.row.days)
      found.push({ day, code: "forward", amountMinor });
  }
  return found;
}
