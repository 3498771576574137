/** Balances: what postings add up to. */

import type { CurrencyCode } from "../money/currency.ts";
import { account, storeAccounts } from "./account.ts";
import type { AccountId } from "./account.ts";
import type { PostingTable } from "./posting-table.ts";

/**
 * Balances of all stores' own books, debit positive, as checked safe integers; a state array of
 * shape [store, account, currency] can serve as `minor`.
 */
export interface Balances {
  readonly stores: number;
  readonly currencies: readonly CurrencyCode[];
  readonly minor: Float64Array;
}

/** One balance of one store, debit positive. */
export interface AccountBalance {
  readonly account: AccountId;
  readonly currency: CurrencyCode;
  readonly minor: bigint;
}

/** One line of a trial balance: a balance on its side, the other side 0. */
export interface TrialBalanceLine {
  readonly account: AccountId;
  readonly currency: CurrencyCode;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

export function newBalances(stores: number, currencies: readonly CurrencyCode[]): Balances {
  return {
    stores,
    currencies,
    minor: new Float64Array(stores * storeAccounts * currencies.length),
  };
}

/** Place of a balance in `minor`. */
export function balanceIndex(
  balances: Balances,
  store: number,
  account: AccountId,
  currency: number,
): number {
  return (store * storeAccounts + account) * balances.currencies.length + currency;
}

/**
 * Adds the postings that stand in stores' own books, from a row on. Other parties' books are passed
 * over.
 *
 * @throws RangeError when a balance leaves the safe integers or a store is unknown
 */
export function addPostings(balances: Balances, table: PostingTable, fromRow = 0): void {
  const { party, account, currency, amountMinor } = table.columns;
  const { minor, stores } = balances;
  const width = balances.currencies.length;
  for (let row = fromRow; row < table.rows; row++) {
    const store = party[row]!;
    if (store >= stores) {
      if (store < 16_777_216) throw new RangeError(`store ${store} has no balances`);
      continue;
    }
    const index = (store * storeAccounts + account[row]!) * width + currency[row]!;
    const sum = minor[index]! + amountMinor[row]!;
    if (!Number.isSafeInteger(sum)) throw new RangeError(`a balance of store ${store} is ${sum}`);
    minor[index] = sum;
  }
}

/** The balances of one store that are not zero, in order of account and currency. */
export function storeBalances(balances: Balances, store: number): AccountBalance[] {
  const found: AccountBalance[] = [];
  for (let id = 0; id < storeAccounts; id++) {
    for (const [place, currency] of balances.currencies.entries()) {
      const minor = balances.minor[balanceIndex(balances, store, id, place)]!;
      if (minor !== 0) found.push({ account: id, currency, minor: BigInt(minor) });
    }
  }
  return found;
}

/** The trial balance of one store: in each currency debits and credits are equal. */
export function trialBalance(balances: Balances, store: number): TrialBalanceLine[] {
  return storeBalances(balances, store).map(({ account, currency, minor }) => ({
    account,
    currency,
    debitMinor: minor > 0n ? minor : 0n,
    creditMinor: minor < 0n ? -minor : 0n,
  }));
}

/** The sum of all postings of all parties, by currency. Each is zero, or the books are broken. */
export function sumsByCurrency(table: PostingTable): bigint[] {
  return sums(table, () => true);
}

/** The change of all parties' cash, by currency: zero, because what one pays another receives. */
export function cashInWorld(table: PostingTable): bigint[] {
  return sums(table, (id) => id === account.cash);
}

function sums(table: PostingTable, counts: (id: AccountId) => boolean): bigint[] {
  const found = table.currencies.map(() => 0n);
  const { columns } = table;
  for (let row = 0; row < table.rows; row++) {
    if (counts(columns.account[row]!)) {
      found[columns.currency[row]!]! += BigInt(columns.amountMinor[row]!);
    }
  }
  return found;
}
