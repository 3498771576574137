/**
 * Income tax of the compatible sandbox: 25 % of a year's profit, losses of the five years before
 * taken off first (published). What a year is in days is a row of its own.
 */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { balanceOf } from "../books/book.ts";
import { postExpense } from "../books/bookkeeping.ts";
import { equityOf } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { lossYears } from "../state/state.ts";
import { storeKind } from "../state/store-kind.ts";
import { isSandbox } from "./matching.ts";

export type TaxYear = {
  /** Profit that is taxed, after earlier losses; never negative. */
  readonly taxableMinor: number;
  /** Losses still to be taken off, the last year's first; each at least 0. */
  readonly lossesMinor: readonly number[];
};

/**
 * Assesses a year: the oldest losses are used first, because they lapse first.
 *
 * @param profitMinor  of the year before tax; negative is a loss
 * @param lossesMinor  of the years before, the last one first, as many as may be carried forward
 */
export function assessYear(profitMinor: number, lossesMinor: readonly number[]): TaxYear {
  let taxable = Math.max(0, profitMinor);
  const left = lossesMinor.map((loss) => loss);
  for (let year = left.length - 1; year >= 0; year--) {
    const used = Math.min(taxable, left[year]!);
    left[year]! -= used;
    taxable -= used;
  }
  const ofYear = Math.max(0, 0 - profitMinor);
  return { taxableMinor: taxable, lossesMinor: [ofYear, ...left.slice(0, -1)] };
}

/** Tax on an amount, half up to a minor unit. */
export function taxOn(taxableMinor: number, rate: number): number {
  return Math.floor((taxableMinor * Math.floor(10_000 * rate + 0.5)) / 10_000 + 0.5);
}

/** Profit since the store entered, before tax, help and penalties; books' currency. */
function profitBeforeTax(context: DecisionContext, store: number): number {
  const { state, book } = context;
  const of = (id: number) => balanceOf(state, store, id, book.base);
  return (
    equityOf(context, store) +
    of(account.equity) +
    of(account.helpAndPenalty) +
    of(account.incomeTax)
  );
}

/** On the last day of a year: assesses and charges every store; the tax is paid at once. */
export function chargeIncomeTax(context: DecisionContext): void {
  const { world, state, book, seasonDay } = context;
  if (!isSandbox(world)) return;
  const days = world.parameters["sandbox.tax.days"];
  if (seasonDay < 1 || seasonDay % days !== 0) return;
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    const total = profitBeforeTax(context, store);
    const first = store * lossYears;
    const year = assessYear(
      total - state.taxedProfitMinor[store]!,
      Array.from(state.taxLossMinor.subarray(first, first + lossYears)),
    );
    state.taxedProfitMinor[store] = total;
    state.taxLossMinor.set(year.lossesMinor, first);
    const tax = taxOn(year.taxableMinor, world.parameters["sandbox.tax.rate"]);
    if (tax === 0) continue;
    const number = Math.floor(seasonDay / days);
    // Numbers below are those of the markets' countries; this one is at home.
    const office = partyOf("taxOffice", state.sizes.markets);
    postExpense(book, documentKind.incomeTax, account.incomeTax, store, number, -1, office, tax);
  }
}
