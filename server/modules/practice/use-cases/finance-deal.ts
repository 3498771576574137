import type { DecisionWish, Projection } from "@echelon/contract/practice/decision.ts";
import {
  contextOf,
  type DecisionContext,
} from "@echelon/kernel/market/decisions/decision-context.ts";
import { factoringFee } from "@echelon/kernel/market/finance/factoring.ts";
import { quoteExchange } from "@echelon/kernel/market/finance/foreign-money.ts";
import { interestInAll } from "@echelon/kernel/market/finance/loans.ts";
import { raiseFee } from "@echelon/kernel/market/finance/owners.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import { currencyOf, marketNumber } from "@echelon/kernel/market/world/lookups.ts";

type Deal = Exclude<Extract<Projection, { kind: "accepted" }>["deal"], null>;

/**
 * What an accepted wish about money brings and what it costs, by the same rules as the close. Null
 * where it is about something else.
 */
export function dealOf(trial: Season, wish: DecisionWish): Deal | null {
  switch (wish.kind) {
    case "convert-currency":
    case "hedge-currency":
      return exchangeOf(contextOf(trial), wish);
    case "take-loan": {
      const context = contextOf(trial);
      const { term, amountMinor, periods } = wish;
      return {
        currency: context.world.currencies[context.world.base]!,
        getsMinor: amountMinor,
        costMinor: interestInAll(context, term, amountMinor, periods),
      };
    }
    case "raise-equity": {
      const context = contextOf(trial);
      const costMinor = raiseFee(context, wish.amountMinor);
      return {
        currency: context.world.currencies[context.world.base]!,
        getsMinor: wish.amountMinor - costMinor,
        costMinor,
      };
    }
    case "factor-receivable": {
      const context = contextOf(trial);
      const { world } = context;
      const costMinor = factoringFee(context, wish.amountMinor);
      return {
        currency: currencyOf(world, marketNumber(world, wish.market)),
        getsMinor: wish.amountMinor - costMinor,
        costMinor,
      };
    }
    default:
      return null;
  }
}

function exchangeOf(
  { world, book }: DecisionContext,
  wish: Extract<DecisionWish, { kind: "convert-currency" | "hedge-currency" }>,
): Deal {
  const codes: readonly string[] = world.currencies;
  const [from, to] = [codes.indexOf(wish.from), codes.indexOf(wish.to)];
  const isNow = wish.kind === "convert-currency";
  const spread = world.parameters[isNow ? "exchange.spreadBp" : "exchange.forwardBp"];
  const { fairMinor, costMinor } = quoteExchange(book, wish.amountMinor, from, to, spread);
  return { currency: wish.to, getsMinor: fairMinor - costMinor, costMinor };
}
