/** Checks of what a store does with money: other currencies, forwards, loans, early payouts. */
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import { factorable, factoringFee } from "../finance/factoring.ts";
import { quoteExchange } from "../finance/foreign-money.ts";
import { betsWith, forwardLine } from "../finance/forward-line.ts";
import { exposureOf, forwardsOpen } from "../finance/forwards.ts";
import { keptOf } from "../finance/payout-conversion.ts";
import { lineLeft, loanRow, loansOpen } from "../finance/loans.ts";
import { earnedLeft, raiseFee, raiseLeft } from "../finance/owners.ts";
import { currencyOf, marketNumber } from "../world/lookups.ts";
import type { FinanceDecision, Ruling } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

type Of<K extends FinanceDecision["kind"]> = Extract<FinanceDecision, { readonly kind: K }>;

export function checkFinance(
  context: DecisionContext,
  store: number,
  decision: FinanceDecision,
): Ruling {
  const { modules } = context.world.source.scenario;
  const module = moduleOf(decision);
  if (modules[module] !== true) return refused("module-off", { module });
  if (decision.kind === "set-payout-conversion") return accepted(decision);
  const { amountMinor } = decision;
  if (!isWithin(amountMinor, 1, limits.financeMinorMax)) {
    return refused("value-not-allowed", { field: "amount", amount: amountMinor });
  }
  switch (decision.kind) {
    case "convert-currency":
      return checkConversion(context, store, decision);
    case "hedge-currency":
      return checkForward(context, store, decision);
    case "take-loan":
      return checkLoan(context, store, decision);
    case "repay-loan":
      return checkRepayment(context, store, decision);
    case "factor-receivable":
      return checkFactoring(context, store, decision);
    case "raise-equity":
      return checkRaise(context, store, decision);
    case "pay-dividend":
      return checkDividend(context, store, decision);
  }
}

function moduleOf({ kind }: FinanceDecision): "exchange" | "loans" | "equity" {
  switch (kind) {
    case "convert-currency":
    case "set-payout-conversion":
    case "hedge-currency":
      return "exchange";
    case "take-loan":
    case "repay-loan":
    case "factor-receivable":
      return "loans";
    case "raise-equity":
    case "pay-dividend":
      return "equity";
  }
}

/** Numbers of the two currencies, or why they are no pair. */
function pairOf(
  { world }: DecisionContext,
  { from, to }: Of<"convert-currency" | "hedge-currency">,
): { readonly from: number; readonly to: number } | Ruling {
  const codes: readonly string[] = world.currencies;
  const unknown = [from, to].find((code) => !codes.includes(code));
  if (unknown !== undefined) return refused("no-such-currency", { currency: unknown });
  if (from === to) return refused("value-not-allowed", { field: "currency", currency: to });
  return { from: codes.indexOf(from), to: codes.indexOf(to) };
}

function checkConversion(
  context: DecisionContext,
  store: number,
  decision: Of<"convert-currency">,
): Ruling {
  const { state, world, book } = context;
  const pair = pairOf(context, decision);
  if ("kind" in pair) return pair;
  const { amountMinor } = decision;
  const cash = balanceOf(state, store, account.cash, pair.from);
  if (cash < amountMinor) {
    return pair.from === world.base
      ? refused("cash-short", { cash, needed: amountMinor })
      : refused("currency-short", {
          currency: decision.from,
          cashMinor: cash,
          neededMinor: amountMinor,
        });
  }
  const spread = world.parameters["exchange.spreadBp"];
  const { fairMinor, costMinor } = quoteExchange(book, amountMinor, pair.from, pair.to, spread);
  if (!isWithin(fairMinor - costMinor, 1, limits.financeMinorMax)) {
    return refused("value-not-allowed", { field: "amount", amount: amountMinor });
  }
  if (pair.from === world.base) return accepted(decision, -amountMinor);
  return accepted(decision, pair.to === world.base ? fairMinor - costMinor : 0);
}

function checkForward(
  context: DecisionContext,
  store: number,
  decision: Of<"hedge-currency">,
): Ruling {
  const { world, book } = context;
  const pair = pairOf(context, decision);
  if ("kind" in pair) return pair;
  const { amountMinor, days } = decision;
  if (pair.from !== world.base && pair.to !== world.base) {
    return refused("value-not-allowed", { field: "currency", currency: decision.to });
  }
  if (!isWithin(days, 1, limits.forwardDaysMax)) {
    return refused("value-not-allowed", { field: "days", days });
  }
  if (forwardsOpen(context, store) >= limits.forwardsPerStoreMax) {
    return refused("forward-cap", { most: limits.forwardsPerStoreMax });
  }
  const fair = exchanged(book, amountMinor, pair.from, pair.to);
  if (!isWithin(fair, 1, limits.financeMinorMax)) {
    return refused("value-not-allowed", { field: "amount", amount: amountMinor });
  }
  const asked = { ...pair, fromMinor: amountMinor, toMinor: fair };
  const { before, after } = betsWith(context, store, asked);
  const line = forwardLine(context, store);
  // What takes a bet back is never refused.
  if (after > before && after > line) {
    return refused("forward-line", { lineMinor: line, usedMinor: before, neededMinor: after });
  }
  // Who sells more than there is, or buys what is not owed, does not cover a risk but takes one.
  const foreign = pair.from === world.base ? pair.to : pair.from;
  const exposure = exposureOf(context, store, foreign);
  const isSale = foreign === pair.from;
  const isAbove = isSale ? amountMinor > Math.max(0, exposure) : fair > Math.max(0, -exposure);
  const currency = isSale ? decision.from : decision.to;
  const facts = { currency, exposureMinor: exposure, amountMinor: isSale ? amountMinor : fair };
  return accepted(decision, 0, isAbove ? [warning("above-exposure", facts)] : []);
}

function checkLoan(context: DecisionContext, store: number, decision: Of<"take-loan">): Ruling {
  const { term, amountMinor, periods } = decision;
  if (!isWithin(periods, 1, term === "short" ? 1 : limits.loanPeriodsMax)) {
    return refused("value-not-allowed", { field: "periods", periods });
  }
  if (loansOpen(context, store) >= limits.loansPerStoreMax) {
    return refused("loan-cap", { most: limits.loansPerStoreMax });
  }
  const left = lineLeft(context, store, term);
  if (amountMinor > left) return refused("loan-line", { term, leftMinor: left });
  return accepted(decision, amountMinor);
}

function checkRepayment(
  context: DecisionContext,
  store: number,
  decision: Of<"repay-loan">,
): Ruling {
  const { state, world } = context;
  const { loan, amountMinor } = decision;
  const row = loanRow(context, store, loan);
  if (row < 0) return refused("no-such-loan", { loan });
  const open = state.tables.loans.columns.openMinor[row]!;
  if (amountMinor > open) {
    return refused("value-not-allowed", { field: "amount", amount: amountMinor, most: open });
  }
  const cash = balanceOf(state, store, account.cash, world.base);
  if (cash < amountMinor) return refused("cash-short", { cash, needed: amountMinor });
  return accepted(decision, -amountMinor);
}

function checkFactoring(
  context: DecisionContext,
  store: number,
  decision: Of<"factor-receivable">,
): Ruling {
  const { state, world, book } = context;
  const { amountMinor } = decision;
  const market = marketNumber(world, decision.market);
  if (market < 0) return refused("no-such-market", { market: decision.market });
  const most = factorable(context, store, market);
  if (amountMinor > most) {
    const currency = currencyOf(world, market);
    return refused("held-short", { currency, mostMinor: most });
  }
  const paid = amountMinor - factoringFee(context, amountMinor);
  const currency = world.currencyOfMarket[market]!;
  if (currency === world.base) return accepted(decision, paid);
  const spread = world.parameters["exchange.spreadBp"];
  const cash = balanceOf(state, store, account.cash, currency);
  const changed = paid - keptOf(context, store, currency, paid, cash);
  const { fairMinor, costMinor } = quoteExchange(book, changed, currency, world.base, spread);
  return accepted(decision, fairMinor - costMinor);
}

function checkRaise(context: DecisionContext, store: number, decision: Of<"raise-equity">): Ruling {
  const { state, world } = context;
  const { amountMinor } = decision;
  const left = raiseLeft(context, store);
  if (amountMinor > left) return refused("owners-line", { leftMinor: left });
  // Money that lies idle earns nothing and still has to earn what capital costs.
  const cash = balanceOf(state, store, account.cash, world.base);
  const warnings = cash >= amountMinor ? [warning("cash-idle", { cash })] : [];
  return accepted(decision, amountMinor - raiseFee(context, amountMinor), warnings);
}

function checkDividend(
  context: DecisionContext,
  store: number,
  decision: Of<"pay-dividend">,
): Ruling {
  const { state, world } = context;
  const { amountMinor } = decision;
  const cash = balanceOf(state, store, account.cash, world.base);
  if (cash < amountMinor) return refused("cash-short", { cash, needed: amountMinor });
  // Beyond it owners would be paid with what is owed to others.
  const most = Math.max(0, equityOf(context, store));
  if (amountMinor > most) return refused("equity-short", { leftMinor: most });
  const earned = earnedLeft(context, store);
  const isOwn = amountMinor > earned;
  const warnings = isOwn ? [warning("dividend-of-capital", { earnedMinor: earned })] : [];
  return accepted(decision, -amountMinor, warnings);
}
