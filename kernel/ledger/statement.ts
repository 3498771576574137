/**
 * The three statements of a store, in the currency of its books. They give figures and account ids;
 * words are the reader's matter.
 *
 * Income and expense are translated at the rates of the day they arose on, what is owned and owed
 * at the rates of the closing day. The difference is the gain or loss on exchange, so the
 * statements tie to the minor unit: net profit is the change of net assets less what was paid in.
 */

import type { CurrencyCode } from "../money/currency.ts";
import { convert } from "../money/convert.ts";
import type { RateTable } from "../money/convert.ts";
import { account, accountRow, chart } from "./account.ts";
import type { AccountId } from "./account.ts";
import type { AccountBalance } from "./balance.ts";
import { activityOf } from "./document-kind.ts";
import type { Activity, DocumentKindId } from "./document-kind.ts";
import type { PostingTable } from "./posting-table.ts";

/** What one day, or one span with one set of rates, added to the accounts. */
export interface Movements {
  readonly balances: readonly AccountBalance[];
  readonly rates: RateTable;
}

/** One row in the books' currency. */
export interface StatementRow {
  readonly account: AccountId;
  readonly minor: bigint;
}

/** Rows count towards profit: income positive, expense negative. */
export interface ProfitAndLoss {
  readonly currency: CurrencyCode;
  readonly rows: readonly StatementRow[];
  /** Revenue less refunds. */
  readonly netRevenueMinor: bigint;
  /** Net revenue less cost of goods and write-offs. */
  readonly grossProfitMinor: bigint;
  /** Gross profit less the costs of selling and running the store. */
  readonly operatingProfitMinor: bigint;
  readonly profitBeforeTaxMinor: bigint;
  readonly netProfitMinor: bigint;
  /** What owners paid in, at the rates of its days. */
  readonly contributedMinor: bigint;
}

/** Rows are positive on their own side; assets equal liabilities plus equity. */
export interface BalanceSheet {
  readonly currency: CurrencyCode;
  readonly assets: readonly StatementRow[];
  readonly liabilities: readonly StatementRow[];
  readonly contributedMinor: bigint;
  readonly retainedMinor: bigint;
  readonly totalAssetsMinor: bigint;
  readonly totalLiabilitiesMinor: bigint;
  readonly totalEquityMinor: bigint;
}

/** Cash that documents of one kind moved, in one currency. */
export interface CashMovement {
  readonly kind: DocumentKindId;
  readonly currency: CurrencyCode;
  readonly minor: bigint;
}

export interface CashFlowRow {
  readonly activity: Activity;
  readonly kind: DocumentKindId;
  readonly minor: bigint;
}

/** Opening cash, plus every row, plus the effect of rates, is closing cash. */
export interface CashFlow {
  readonly currency: CurrencyCode;
  readonly rows: readonly CashFlowRow[];
  readonly openingMinor: bigint;
  readonly operatingMinor: bigint;
  readonly financingMinor: bigint;
  /** Conversions, and what the rates did to cash that was only held. */
  readonly exchangeMinor: bigint;
  readonly closingMinor: bigint;
}

const costOfSales: readonly number[] = [account.costOfGoods, account.writeOff];
const belowOperations: readonly number[] = [
  account.interest,
  account.exchange,
  account.revaluation,
  account.helpAndPenalty,
  account.incomeTax,
];

/**
 * Profit and loss over some days.
 *
 * @param opening    balances before the first day, at the rates of the day before
 * @param movements  day by day, each with its own rates, in order
 * @param closing    rates of the closing day
 */
export function profitAndLoss(
  opening: Movements,
  movements: readonly Movements[],
  closing: RateTable,
): ProfitAndLoss {
  const profit = new Map<AccountId, bigint>();
  let contributed = 0n;
  for (const { balances, rates } of movements) {
    for (const balance of balances) {
      const { kind } = accountRow(balance.account);
      const gain = -translated(balance, rates, closing.base);
      if (kind === "equity") contributed += gain;
      if (kind === "income" || kind === "expense") {
        profit.set(balance.account, (profit.get(balance.account) ?? 0n) + gain);
      }
    }
  }
  const closingBalances = merged([opening, ...movements].map(({ balances }) => balances));
  const growth =
    netAssets(closingBalances, closing, closing.base) -
    netAssets(opening.balances, opening.rates, closing.base);
  profit.delete(account.exchange);
  const beforeExchange = [...profit.values()].reduce((sum, gain) => sum + gain, 0n);
  profit.set(account.exchange, growth - contributed - beforeExchange);
  return { ...subtotals(profit), currency: closing.base, contributedMinor: contributed };
}

function subtotals(
  profit: ReadonlyMap<AccountId, bigint>,
): Omit<ProfitAndLoss, "currency" | "contributedMinor"> {
  const rows = chart
    .map(({ id }) => ({ account: id, minor: profit.get(id) ?? 0n }))
    .filter(({ minor }) => minor !== 0n);
  const total = (counts: (id: AccountId) => boolean) =>
    rows.reduce((sum, row) => (counts(row.account) ? sum + row.minor : sum), 0n);
  const netRevenueMinor = total((id) => id === account.revenue || id === account.refunds);
  const netProfitMinor = total(() => true);
  return {
    rows,
    netRevenueMinor,
    grossProfitMinor: netRevenueMinor + total((id) => costOfSales.includes(id)),
    operatingProfitMinor: total((id) => !belowOperations.includes(id)),
    profitBeforeTaxMinor: total((id) => id !== account.incomeTax),
    netProfitMinor,
  };
}

/**
 * What a store owns and owes on a day.
 *
 * @param contributedMinor  what owners paid in, in the books' currency, as `profitAndLoss` found
 *   it; left out, the equity account at the closing rates
 */
export function balanceSheet(
  closing: readonly AccountBalance[],
  rates: RateTable,
  contributedMinor?: bigint,
): BalanceSheet {
  const byAccount = new Map<AccountId, bigint>();
  for (const balance of closing) {
    const before = byAccount.get(balance.account) ?? 0n;
    byAccount.set(balance.account, before + translated(balance, rates, rates.base));
  }
  const rowsOf = (kind: "asset" | "liability", sign: bigint) =>
    chart
      .filter((row) => row.kind === kind)
      .map(({ id }) => ({ account: id, minor: sign * (byAccount.get(id) ?? 0n) }))
      .filter(({ minor }) => minor !== 0n);
  const assets = rowsOf("asset", 1n);
  const liabilities = rowsOf("liability", -1n);
  const totalAssetsMinor = assets.reduce((sum, row) => sum + row.minor, 0n);
  const totalLiabilitiesMinor = liabilities.reduce((sum, row) => sum + row.minor, 0n);
  const totalEquityMinor = totalAssetsMinor - totalLiabilitiesMinor;
  const contributed = contributedMinor ?? -(byAccount.get(account.equity) ?? 0n);
  return {
    currency: rates.base,
    assets,
    liabilities,
    contributedMinor: contributed,
    retainedMinor: totalEquityMinor - contributed,
    totalAssetsMinor,
    totalLiabilitiesMinor,
    totalEquityMinor,
  };
}

/** The cash that each kind of document moved in a store's own books, by kind and currency. */
export function cashMovements(table: PostingTable, store: number): CashMovement[] {
  const sums = new Map<number, bigint>();
  const { columns, currencies } = table;
  const width = currencies.length;
  for (let row = 0; row < table.rows; row++) {
    if (columns.party[row] !== store || columns.account[row] !== account.cash) continue;
    const key = columns.kind[row]! * width + columns.currency[row]!;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(columns.amountMinor[row]!));
  }
  return [...sums.keys()]
    .sort((a, b) => a - b)
    .map((key) => ({
      kind: Math.floor(key / width),
      currency: currencies[key % width]!,
      minor: sums.get(key)!,
    }));
}

/**
 * Where cash came from and went.
 *
 * @param opening  balances before the first day, at the rates of the day before
 * @param days     cash movements day by day, each with its own rates
 * @param closing  rates of the closing day
 */
export function cashFlow(
  opening: Movements,
  days: readonly { readonly cash: readonly CashMovement[]; readonly rates: RateTable }[],
  closing: RateTable,
): CashFlow {
  const currency = closing.base;
  const openingCash = opening.balances.filter((balance) => balance.account === account.cash);
  const byKind = new Map<DocumentKindId, bigint>();
  for (const { cash, rates } of days) {
    for (const movement of cash) {
      const before = byKind.get(movement.kind) ?? 0n;
      byKind.set(movement.kind, before + translated(movement, rates, currency));
    }
  }
  const rows = [...byKind.keys()]
    .sort((a, b) => a - b)
    .map((kind) => ({ activity: activityOf(kind), kind, minor: byKind.get(kind)! }));
  const total = (activity: Activity) =>
    rows.reduce((sum, row) => (row.activity === activity ? sum + row.minor : sum), 0n);
  const moved = days.flatMap(({ cash }) =>
    cash.map(({ currency, minor }) => ({ account: account.cash, currency, minor })),
  );
  const openingMinor = netAssets(openingCash, opening.rates, currency);
  const closingMinor = netAssets(merged([openingCash, moved]), closing, currency);
  const operatingMinor = total("operating");
  const financingMinor = total("financing");
  const exchangeMinor = closingMinor - openingMinor - operatingMinor - financingMinor;
  return {
    currency,
    rows,
    openingMinor,
    operatingMinor,
    financingMinor,
    exchangeMinor,
    closingMinor,
  };
}

/** Assets less liabilities in the books' currency, each balance rounded once. */
function netAssets(
  balances: readonly AccountBalance[],
  rates: RateTable,
  base: CurrencyCode,
): bigint {
  return balances.reduce((sum, balance) => {
    const { kind } = accountRow(balance.account);
    const counts = kind === "asset" || kind === "liability";
    return counts ? sum + translated(balance, rates, base) : sum;
  }, 0n);
}

function translated(
  { currency, minor }: { readonly currency: CurrencyCode; readonly minor: bigint },
  rates: RateTable,
  base: CurrencyCode,
): bigint {
  return convert({ minor, currency }, base, rates).minor;
}

/** Several lists of balances as one, each account and currency once, in order of first mention. */
function merged(lists: readonly (readonly AccountBalance[])[]): AccountBalance[] {
  const sums = new Map<string, AccountBalance>();
  for (const balance of lists.flat()) {
    const key = `${balance.account} ${balance.currency}`;
    const minor = (sums.get(key)?.minor ?? 0n) + balance.minor;
    sums.set(key, { ...balance, minor });
  }
  return [...sums.values()];
}
