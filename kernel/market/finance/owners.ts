/**
 * Owners of a store after its opening: what they add and what they are paid (practice.md 4.2). All
 * of it stands in the account of equity, so that what they have in the store is one balance. A
 * score counts what was made of their money and not the money itself: paid in it does not make a
 * store better, paid out it does not make it worse.
 */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { balanceOf, begin, end, move } from "../books/book.ts";
import { postExpense } from "../books/bookkeeping.ts";
import { equityOf } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { storeKind } from "../state/store-kind.ts";

const steward = partyOf("steward");
const agency = partyOf("agency");

type Owned = Pick<DecisionContext, "state" | "world" | "book">;

const openingOf = ({ world }: Pick<Owned, "world">) => world.source.scenario.openingCashMinor;

/**
 * What owners have put in since the opening less what they were paid, books' currency. Bots have
 * none: they opened with what they had saved.
 */
export function ownersAdded({ state, world }: Omit<Owned, "book">, store: number): number {
  if (state.storeKind[store] !== storeKind.people) return 0;
  return 0 - balanceOf(state, store, account.equity, world.base) - openingOf({ world });
}

/** What owners would still add. */
export function raiseLeft(context: Owned, store: number): number {
  const most = Math.floor(context.world.parameters["equity.raiseMost"] * openingOf(context));
  return Math.max(0, most - Math.max(0, ownersAdded(context, store)));
}

/** What raising an amount costs, half up. */
export function raiseFee({ world }: Pick<Owned, "world">, amountMinor: number): number {
  return Math.floor((amountMinor * world.parameters["equity.raiseFeeBp"] + 5000) / 10_000);
}

/** What was earned and not paid out: a dividend beyond it pays owners their own money back. */
export function earnedLeft(context: Owned, store: number): number {
  const stake = openingOf(context) + Math.max(0, ownersAdded(context, store));
  return Math.max(0, equityOf(context, store) - stake);
}

/** Owners add money: cash / equity, and the fee for bringing them together. */
export function raiseEquity(context: DecisionContext, store: number, amountMinor: number): void {
  const { book } = context;
  begin(book, documentKind.capitalRaise, store);
  move(book, store, account.cash, account.equity, book.base, amountMinor);
  move(book, steward, account.stakes, account.cash, book.base, amountMinor);
  end(book);
  const fee = raiseFee(context, amountMinor);
  if (fee === 0) return;
  const { capitalRaise } = documentKind;
  postExpense(book, capitalRaise, account.interest, store, 0, -1, agency, fee);
}

/** Owners are paid: equity / cash. */
export function payDividend({ book }: DecisionContext, store: number, amountMinor: number): void {
  begin(book, documentKind.dividend, store);
  move(book, store, account.equity, account.cash, book.base, amountMinor);
  move(book, steward, account.cash, account.stakes, book.base, amountMinor);
  end(book);
}
