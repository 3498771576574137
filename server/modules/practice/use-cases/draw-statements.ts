import type { MoneyView, StatementLine } from "@echelon/contract/practice/money.ts";
import { account, accountRow, type AccountName } from "@echelon/kernel/ledger/account.ts";
import { documentKindName } from "@echelon/kernel/ledger/document-kind.ts";
import {
  balanceSheet,
  cashFlow,
  type CashMovement,
  type Movements,
  profitAndLoss,
  type StatementRow,
} from "@echelon/kernel/ledger/statement.ts";
import type { RateTable } from "@echelon/kernel/money/convert.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { AccountSum } from "../store/ledger-store.ts";
import type { DayCloseTable } from "../store/schema.ts";

const names = new Map<number, AccountName>(
  Object.entries(account).map(([name, id]) => [id, name as AccountName]),
);

type Statements = Pick<MoneyView, "profit" | "balance" | "cashFlow">;

/**
 * The three statements over a span, each line with the account it opens to and with what it was in
 * the span of equal length before; null where the season had not begun by then.
 */
export function statementsOf(
  world: World,
  sums: readonly AccountSum[],
  closes: readonly DayCloseTable[],
  from: number,
  to: number,
): Statements {
  const now = spanOf(world, sums, closes, from, to);
  const earlier = from - (to - from + 1);
  if (earlier < 1) return now;
  const known = sums.filter(({ day }) => day < from);
  const before = spanOf(world, known, closes, earlier, from - 1);
  return {
    profit: besides(now.profit, before.profit),
    balance: besides(now.balance, before.balance),
    cashFlow: besides(now.cashFlow, before.cashFlow),
  };
}

/** Lines with what stood there before; what is gone stays as a line of nothing at its place. */
function besides(now: readonly StatementLine[], before: readonly StatementLine[]): StatementLine[] {
  const lines = now.map((line) => ({ ...line, previousMinor: 0 }));
  let at = 0;
  for (const line of before) {
    const same = lines.findIndex(({ code, level }) => code === line.code && level === line.level);
    if (same < 0) {
      lines.splice(at, 0, { ...line, amountMinor: 0, previousMinor: line.amountMinor });
      at += 1;
    } else {
      lines[same]!.previousMinor = line.amountMinor;
      at = same + 1;
    }
  }
  return lines;
}

function spanOf(
  world: World,
  sums: readonly AccountSum[],
  closes: readonly DayCloseTable[],
  from: number,
  to: number,
): Statements {
  const rates = ratesByDay(world, closes);
  const byDay = Map.groupBy(sums, ({ day }) => day);
  const opening: Movements = {
    balances: sums.filter(({ day }) => day < from).map((sum) => balanceOf(world, sum)),
    rates: rates(from - 1),
  };
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const movements = days.map((day) => ({
    balances: (byDay.get(day) ?? []).map((sum) => balanceOf(world, sum)),
    rates: rates(day),
  }));
  const profit = profitAndLoss(opening, movements, rates(to));
  const sheet = balanceSheet(
    [opening, ...movements].flatMap(({ balances }) => balances),
    rates(to),
  );
  const cash = cashFlow(
    opening,
    days.map((day) => ({ cash: cashOf(world, byDay.get(day) ?? []), rates: rates(day) })),
    rates(to),
  );
  return {
    profit: [
      ...profit.rows.map((row) => accountLine(row)),
      total("grossProfit", profit.grossProfitMinor),
      total("operatingProfit", profit.operatingProfitMinor),
      total("netProfit", profit.netProfitMinor),
    ],
    balance: [
      ...sheet.assets.map((row) => accountLine(row)),
      total("totalAssets", sheet.totalAssetsMinor),
      ...sheet.liabilities.map((row) => accountLine(row)),
      total("totalLiabilities", sheet.totalLiabilitiesMinor),
      line("contributed", 1, sheet.contributedMinor),
      line("retained", 1, sheet.retainedMinor),
      total("totalEquity", sheet.totalEquityMinor),
    ],
    cashFlow: [
      line("openingCash", 1, cash.openingMinor),
      ...cash.rows.map(({ kind, minor }) => line(documentKindName(kind), 2, minor)),
      line("exchangeEffect", 1, cash.exchangeMinor),
      total("closingCash", cash.closingMinor),
    ],
  };
}

function accountLine({ account: id, minor }: StatementRow): StatementLine {
  const name = names.get(id) ?? String(id);
  return { ...line(name, 2, minor), account: accountRow(id).kind === "equity" ? null : name };
}

const total = (code: string, minor: bigint): StatementLine => line(code, 0, minor);

const line = (code: string, level: 0 | 1 | 2, minor: bigint): StatementLine => ({
  code,
  level,
  amountMinor: Number(minor),
  previousMinor: null,
  account: null,
});

const balanceOf = (world: World, { account: id, currency, minor }: AccountSum) => ({
  account: id,
  currency: world.currencies[currency]!,
  minor: BigInt(minor),
});

function cashOf(world: World, sums: readonly AccountSum[]): CashMovement[] {
  return sums
    .filter(({ account: id }) => id === account.cash)
    .map(({ kind, currency, minor }) => ({
      kind,
      currency: world.currencies[currency]!,
      minor: BigInt(minor),
    }));
}

/** Rates of a closed day; before the first those of the start. */
export function ratesByDay(
  world: World,
  closes: readonly DayCloseTable[],
): (day: number) => RateTable {
  const known = new Map(closes.map((close) => [close.day, close.rates_e8]));
  const start = Array.from(world.startRateE8);
  return (day) => {
    const rates = known.get(day) ?? start;
    const rateE8 = Object.fromEntries(
      world.currencies.map((code, index) => [code, Math.round(rates[index]!)]),
    );
    return { base: world.currencies[world.base]!, rateE8 };
  };
}
