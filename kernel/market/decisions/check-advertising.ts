/** Checks of campaigns and negative keywords; bids have checks of their own. */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { ofTicks } from "../books/dollars.ts";
import type { Ruling, StoreDecision } from "./decision.ts";
import { unnumbered } from "./decision.ts";
import { checkBid, checkNameBid } from "./check-bids.ts";
import {
  accepted,
  campaignRow,
  isWithin,
  refused,
  type DecisionContext,
} from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import { marketNumber } from "../world/lookups.ts";

export type AdvertisingDecision = Extract<
  StoreDecision,
  {
    kind:
      | "open-campaign"
      | "edit-campaign"
      | "stop-campaign"
      | "resume-campaign"
      | "set-bid"
      | "set-negative"
      | "bid-on-name";
  }
>;

export function checkAdvertising(
  context: DecisionContext,
  store: number,
  decision: AdvertisingDecision,
): Ruling {
  if (!context.world.source.scenario.modules.ads) return refused("module-off", { module: "ads" });
  if (decision.kind === "open-campaign") return checkOpening(context, store, decision);
  const row = campaignRow(context, store, decision.campaign);
  if (row < 0) return refused("no-such-campaign", { campaign: decision.campaign });
  switch (decision.kind) {
    case "edit-campaign":
      return checkPlan(context, store, decision) ?? accepted(decision);
    case "stop-campaign":
    case "resume-campaign":
      return accepted(decision);
    case "set-bid":
      return checkBid(context, store, row, decision);
    case "set-negative":
      return checkNegative(context, row, decision);
    case "bid-on-name":
      return checkNameBid(context, store, row, decision);
  }
}

function checkOpening(
  context: DecisionContext,
  store: number,
  decision: Extract<AdvertisingDecision, { kind: "open-campaign" }>,
): Ruling {
  const next = context.state.campaignsOfStore[store]!;
  const campaign = decision.campaign === unnumbered ? next : decision.campaign;
  if (!isWithin(campaign, next, limits.campaignsPerStoreMax - 1)) {
    return next >= limits.campaignsPerStoreMax
      ? refused("campaign-cap", { most: limits.campaignsPerStoreMax })
      : refused("number-used", { number: campaign });
  }
  return checkPlan(context, store, decision) ?? accepted({ ...decision, campaign });
}

function checkPlan(
  context: DecisionContext,
  store: number,
  decision: Extract<AdvertisingDecision, { kind: "open-campaign" | "edit-campaign" }>,
): Ruling | null {
  const { world, state } = context;
  const unknown = decision.markets.find((market) => marketNumber(world, market) < 0);
  if (unknown !== undefined) return refused("no-such-market", { market: unknown });
  if (decision.markets.length === 0) return refused("no-such-market", { market: "" });
  if (decision.name.length > limits.nameCharsMax) {
    return refused("value-not-allowed", { field: "name", most: limits.nameCharsMax });
  }
  const { dailyBudgetTicks } = decision;
  const cash = balanceOf(state, store, account.cash, world.base);
  if (!isWithin(dailyBudgetTicks, 0, limits.budgetTicksMax)) {
    return refused("budget-too-high", { budgetTicks: dailyBudgetTicks, cash });
  }
  if (ofTicks(context, dailyBudgetTicks) > Math.max(0, cash)) {
    return refused("budget-too-high", { budgetTicks: dailyBudgetTicks, cash });
  }
  return null;
}

function checkNegative(
  context: DecisionContext,
  campaign: number,
  decision: Extract<AdvertisingDecision, { kind: "set-negative" }>,
): Ruling {
  const { state } = context;
  const { keyword, matches, isOn } = decision;
  if (keyword.trim().length < 1 || keyword.length > limits.keywordCharsMax) {
    return refused("keyword-missing", { keyword, most: limits.keywordCharsMax });
  }
  const bits = 1 << state.sizes.queries;
  const isPlaced = matches.every(
    ({ market, category, mask }) =>
      isWithin(market, 0, state.sizes.markets - 1) &&
      isWithin(category, 0, state.sizes.categories - 1) &&
      isWithin(mask, 0, bits - 1),
  );
  if (!isPlaced) return refused("value-not-allowed", { field: "matches", keyword });
  const { columns, rows } = state.tables.negatives;
  let count = 0;
  for (let row = 0; row < rows; row++) if (columns.campaign[row] === campaign) count++;
  return isOn && count + matches.length > limits.negativesPerCampaignMax * state.sizes.markets
    ? refused("ad-entry-cap", { most: limits.negativesPerCampaignMax })
    : accepted(decision);
}
