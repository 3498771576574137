/**
 * What a decision binds the store to pay, for limits and budgets of teams. It is told, not booked:
 * no close reads it.
 */
import { exchanged } from "../books/book.ts";
import { ofTicks } from "../books/dollars.ts";
import { monthWages } from "../company/crews.ts";
import { betsWith } from "../finance/forward-line.ts";
import { standingBid } from "../offsite/bookings.ts";
import { nextOrderCost, ruleOf } from "../sourcing/purchases.ts";
import { quotePurchase, termsOf } from "../sourcing/supplier-terms.ts";
import { maker } from "../sourcing/suppliers.ts";
import { bidsThat } from "../sourcing/tender-bids.ts";
import type { Season } from "../state/season.ts";
import { marketNumber } from "../world/lookups.ts";
import type { StoreDecision } from "./decision.ts";
import { contextFor } from "./check-decision.ts";
import { campaignRow, offerRow, type DecisionContext } from "./decision-context.ts";

/** Minor units of the books, never below 0. */
export type AgreedCost = {
  /** All that the decision is about. */
  readonly costMinor: number;
  /** What it adds to what the store was bound to before: less than all where it replaces a bid. */
  readonly addedMinor: number;
};

/**
 * Cash that leaves at once, or more where more is agreed on: all of a purchase, every day of a
 * banner, a sealed bid, a day of a campaign, a month of wages of who is hired, the next order of a
 * reorder rule. What stands for longer is not in it: later wages, and what a rule buys after that.
 *
 * @param season     the preview on which the decision was accepted, before it is carried out
 * @param cashMinor  as the ruling says: negative is paid
 */
export function agreedCost(
  season: Season,
  store: number,
  decision: StoreDecision,
  cashMinor: number,
): AgreedCost {
  const [all, before] = agreedIn(contextFor(season), store, decision);
  const costMinor = Math.max(0, 0 - cashMinor, all);
  return { costMinor, addedMinor: Math.max(0, costMinor - before) };
}

/** All that is agreed on, and what of the same stood before. */
function agreedIn(
  context: DecisionContext,
  store: number,
  decision: StoreDecision,
): [number, number] {
  switch (decision.kind) {
    case "place-purchase":
      return [purchaseCost(context, store, decision), 0];
    case "bid-tender": {
      const before = tenderBid(context, store, decision.tender);
      return [decision.unitMinor * decision.units, before];
    }
    case "set-reorder-rule":
      return ruleCost(context, store, decision);
    case "hire-staff": {
      const { role, heads, level = 1 } = decision;
      return [monthWages(context, store, role, heads, level), 0];
    }
    case "hedge-currency":
      return [betOf(context, store, decision), 0];
    case "buy-display":
      return [decision.spendMinor * decision.days, 0];
    case "buy-media": {
      const market = marketNumber(context.world, decision.market);
      return [decision.bidMinor, standingBid(context, store, market, decision.slot)];
    }
    case "open-campaign":
      return [ofTicks(context, decision.dailyBudgetTicks), 0];
    case "edit-campaign":
      return campaignDay(context, store, decision.campaign, decision.dailyBudgetTicks);
    case "resume-campaign":
      return campaignDay(context, store, decision.campaign, null);
    default:
      return [0, 0];
  }
}

function purchaseCost(
  context: DecisionContext,
  store: number,
  decision: Extract<StoreDecision, { kind: "place-purchase" }>,
): number {
  const product = context.world.skuOf.get(decision.sku);
  const terms = product === undefined ? null : termsOf(context, store, product, decision.supplier);
  if (product === undefined || terms === null) return 0;
  return quotePurchase(context, product, terms, decision.units, decision).costMinor;
}

/** The order that a rule will place, and that of the rule which it replaces. */
function ruleCost(
  context: DecisionContext,
  store: number,
  decision: Extract<StoreDecision, { kind: "set-reorder-rule" }>,
): [number, number] {
  const { state } = context;
  const row = offerRow(context, store, decision.sku);
  if (row < 0) return [0, 0];
  const { pointUnits, upToUnits, supplier = maker } = decision;
  const next = nextOrderCost(context, row, pointUnits, upToUnits, { ...decision, supplier });
  const [point, upTo] = [state.reorderPoint[row]!, state.reorderUpTo[row]!];
  return [next, nextOrderCost(context, row, point, upTo, ruleOf(state, row))];
}

/** Only what is no cover of a risk: the loss of a bet has no other bound. */
function betOf(
  context: DecisionContext,
  store: number,
  { from, to, amountMinor }: Extract<StoreDecision, { kind: "hedge-currency" }>,
): number {
  const codes: readonly string[] = context.world.currencies;
  const pair = { from: codes.indexOf(from), to: codes.indexOf(to) };
  const toMinor = exchanged(context.book, amountMinor, pair.from, pair.to);
  const { before, after } = betsWith(context, store, { ...pair, fromMinor: amountMinor, toMinor });
  return after - before;
}

function tenderBid({ state }: DecisionContext, store: number, tender: number): number {
  return bidsThat(state, (of, lot) => of === store && lot === tender).reduce(
    (sum, { unitMinor, units }) => sum + unitMinor * units,
    0,
  );
}

/**
 * A day of a campaign at its new budget, and at the one with which it runs now: a plan for one that
 * is stopped costs nothing until it runs again.
 *
 * @param planned  null resumes what stands
 */
function campaignDay(
  context: DecisionContext,
  store: number,
  campaign: number,
  planned: number | null,
): [number, number] {
  const row = campaignRow(context, store, campaign);
  const { isOn, dailyBudgetTicks } = context.state.tables.campaigns.columns;
  const stands = ofTicks(context, dailyBudgetTicks[row]!);
  if (isOn[row] === 1) {
    return [planned === null ? stands : ofTicks(context, planned), stands];
  }
  return [planned === null ? stands : 0, 0];
}
