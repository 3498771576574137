/** What a store's money did on a day, with its payments in the books' money. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { convertMinor } from "../../money/convert.ts";
import type { CurrencyCode } from "../../money/currency.ts";
import type { World } from "../world/world.ts";
import type { MoneyDay } from "./trace.ts";

/** Accounts of the money that a store has: its cash, and what the platform holds for it. */
export const moneyAccounts: readonly number[] = [account.cash, account.held];
/** Documents that change one currency into another: they pay nobody. */
export const exchangeKinds: readonly number[] = [documentKind.conversion, documentKind.forward];

/** The same with payments as they were made, in minor units of their own currency. */
export type PaidPart = Omit<MoneyDay, "paidMinor"> & { readonly outMinor: number };

/**
 * Payments at the rates of their days, half up each.
 *
 * @param ratesE8  by day: books' currency for one unit of each of the season's currencies
 */
export function moneyDays(
  { currencies, base }: Pick<World, "currencies" | "base">,
  parts: readonly PaidPart[],
  ratesE8: ReadonlyMap<number, ArrayLike<number>>,
): readonly MoneyDay[] {
  const codes = currencies as readonly CurrencyCode[];
  return parts.map(({ outMinor, ...part }) => {
    const { currency: from, day } = part;
    const rates = ratesE8.get(day)!;
    const paidMinor =
      from === base
        ? outMinor
        : convertMinor(outMinor, codes[from]!, codes[base]!, rates[from]!, rates[base]!);
    return { ...part, paidMinor };
  });
}
