import type { MoneyView } from "@echelon/contract/practice/money.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import { clockSlots } from "@echelon/kernel/market/state/state.ts";
import { offerRows, type Desk } from "./open-desk.ts";

/**
 * Money that is known to come or go: payouts by the day on which the platform pays them, what is
 * due to suppliers on arrival and on account. In the books' currency at today's rates.
 */
export function dueMoney(desk: Desk): MoneyView["due"] {
  const due = [...payouts(desk), ...arrivals(desk), ...bills(desk)];
  return due.toSorted((a, b) => a.day - b.day || a.code.localeCompare(b.code)).slice(0, 400);
}

const seasonDay = ({ row, preview }: Desk, engineDay: number) =>
  Math.max(row.day, Math.min(400, engineDay + row.day - preview.state.day[0]!));

function payouts(desk: Desk): MoneyView["due"] {
  const { state, world } = desk.preview;
  const { stores, markets } = state.sizes;
  const found: MoneyView["due"] = [];
  for (let ahead = 0; ahead < clockSlots; ahead += 1) {
    const engineDay = state.day[0]! + ahead;
    const first = ((engineDay % clockSlots) * stores + desk.number) * markets;
    let sum = 0;
    for (let market = 0; market < markets; market += 1) {
      const minor = state.payoutDue[first + market]!;
      sum += exchanged(desk.context.book, minor, world.currencyOfMarket[market]!, world.base);
    }
    if (sum !== 0)
      found.push({ day: seasonDay(desk, engineDay), code: "payout", amountMinor: sum });
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
    found.push({
      day: seasonDay(desk, columns.dueOn[row]!),
      code: "purchaseBalance",
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
      day: seasonDay(desk, columns.dueOn[row]!),
      code: "payable",
      amountMinor: -columns.amountMinor[row]!,
    });
  }
  return found;
}
