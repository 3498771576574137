/** Checks of what a store buys: from whom, how much and how it is paid. */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { creditLeft } from "../finance/supplier-credit.ts";
import { unitsEverywhere } from "../goods/pools.ts";
import { orderedToday } from "../sourcing/purchases.ts";
import {
  isTrusted,
  quotePurchase,
  termsOf,
  type PurchaseWay,
  type Terms,
} from "../sourcing/supplier-terms.ts";
import { maker } from "../sourcing/suppliers.ts";
import type { Ruling, StoreDecision, Warning } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

type Of<K extends StoreDecision["kind"]> = Extract<StoreDecision, { readonly kind: K }>;

/** The terms under which a decision buys, or why it may not. */
function termsFor(
  context: DecisionContext,
  store: number,
  product: number,
  way: PurchaseWay,
): Terms | Ruling {
  const { modules } = context.world.source.scenario;
  const asksMore = (way.supplier ?? maker) !== maker || way.depositBp !== undefined;
  if (asksMore && !modules.sourcing) return refused("module-off", { module: "sourcing" });
  const terms = termsOf(context, store, product, way.supplier);
  if (terms === null) return refused("no-such-supplier", { supplier: way.supplier ?? maker });
  if (way.depositBp !== undefined && !isWithin(way.depositBp, terms.depositBp, 10_000)) {
    return refused("deposit-too-low", { depositBp: way.depositBp, leastBp: terms.depositBp });
  }
  if (way.isOnAccount !== true) return terms;
  if (!modules.loans) return refused("module-off", { module: "loans" });
  const needed = context.world.parameters["relation.accountMilli"];
  return isTrusted(context, terms)
    ? terms
    : refused("relation-too-young", { relationMilli: terms.relationMilli, neededMilli: needed });
}

export function checkPurchase(
  context: DecisionContext,
  store: number,
  row: number,
  product: number,
  decision: Of<"place-purchase">,
): Ruling {
  const { state, world } = context;
  const { units } = decision;
  if (!isWithin(units, 1, limits.unitsPerPurchaseMax)) {
    return refused("above-output", { units, most: limits.unitsPerPurchaseMax });
  }
  const terms = termsFor(context, store, product, decision);
  if ("kind" in terms) return terms;
  const { moq, outputUnits, number } = terms.supplier;
  if (units < moq) return refused("below-moq", { units, moq });
  const most = outputUnits - orderedToday(context, row, number);
  if (units > most) return refused("above-output", { units, most });
  const { costMinor, depositMinor } = quotePurchase(context, product, terms, units, decision);
  if (decision.isOnAccount === true) {
    const left = creditLeft(context, store);
    return costMinor > left
      ? refused("credit-line", { leftMinor: left, neededMinor: costMinor })
      : accepted(decision);
  }
  const cash = balanceOf(state, store, account.cash, world.base);
  if (cash < depositMinor) return refused("cash-short", { cash, needed: depositMinor });
  const facts = { cash, cost: costMinor };
  const warnings = cash < costMinor ? [warning("balance-not-covered", facts)] : [];
  return accepted(decision, -depositMinor, [...warnings, ...lastsLong(context, row, units)]);
}

/** Days of sales beyond which goods lie: storage, capital, and their loss at the season's end. */
const coverDaysMost = 90;

/** A purchase with which goods would lie for more days; of what never sold nothing is known. */
function lastsLong({ state }: DecisionContext, row: number, units: number): readonly Warning[] {
  const week = state.soldWeek[row]!;
  const inAll = units + unitsEverywhere(state, row);
  if (week <= 0 || inAll <= (week * coverDaysMost) / 7) return [];
  return [
    warning("beyond-ninety-days", { inAll, soldWeek: week, days: Math.floor((7 * inAll) / week) }),
  ];
}

export function checkReorder(
  context: DecisionContext,
  store: number,
  row: number,
  product: number,
  decision: Of<"set-reorder-rule">,
): Ruling {
  const { state } = context;
  const { pointUnits, upToUnits } = decision;
  const isOff = pointUnits === 0 && upToUnits === 0;
  const isInOrder =
    isWithin(pointUnits, 0, limits.unitsPerPurchaseMax) &&
    isWithin(upToUnits, pointUnits + 1, limits.unitsPerPurchaseMax);
  if (!isOff && !isInOrder) return refused("reorder-not-ordered", { pointUnits, upToUnits });
  const terms = termsFor(context, store, product, decision);
  if ("kind" in terms) return terms;
  const warnings: Warning[] = [];
  const week = state.soldWeek[row]!;
  if (week > 0 && upToUnits > (week * coverDaysMost) / 7) {
    warnings.push(warning("above-ninety-days", { upToUnits, soldWeek: week }));
  }
  const { moq } = terms.supplier;
  if (!isOff && upToUnits - pointUnits < moq) {
    warnings.push(warning("orders-at-least-moq", { moq }));
  }
  return accepted(decision, 0, warnings);
}
