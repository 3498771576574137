/** Checks of campaigns, bids and negative keywords. */
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import type { MatchKind, Ruling, StoreDecision, Warning } from "./decision.ts";
import { unnumbered } from "./decision.ts";
import {
  accepted,
  campaignRow,
  isWithin,
  offerRow,
  refused,
  warning,
  type DecisionContext,
} from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import { unitMargin } from "../books/economics.ts";
import { keywordHash } from "../listing/keyword-match.ts";
import { currencyNumber, marketNumber } from "../world/lookups.ts";
import { adEntriesPerStore } from "../world/world-limits.ts";

type AdvertisingDecision = Extract<
  StoreDecision,
  {
    kind:
      | "open-campaign"
      | "edit-campaign"
      | "stop-campaign"
      | "resume-campaign"
      | "set-bid"
      | "set-negative";
  }
>;

/** Order of the match kinds in the state. */
export const matchKinds: readonly MatchKind[] = ["exact", "phrase", "broad", "auto"];

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
  if (baseOfTicks(context, dailyBudgetTicks) > Math.max(0, cash)) {
    return refused("budget-too-high", { budgetTicks: dailyBudgetTicks, cash });
  }
  return null;
}

/** Ad money in the books' currency, half up: 10,000 ticks are 1 USD. */
export function baseOfTicks(
  context: Pick<DecisionContext, "book" | "world">,
  ticks: number,
): number {
  const { book, world } = context;
  const dollar = currencyNumber(world, "USD");
  return exchanged(book, Math.floor((ticks + 50) / 100), dollar, world.base);
}

function checkBid(
  context: DecisionContext,
  store: number,
  campaign: number,
  decision: Extract<AdvertisingDecision, { kind: "set-bid" }>,
): Ruling {
  const { state, world } = context;
  const { keyword, match, bidTicks, matches } = decision;
  if (!world.skuOf.has(decision.sku)) return refused("no-such-product", { sku: decision.sku });
  const row = offerRow(context, store, decision.sku);
  if (row < 0) return refused("not-selected", { sku: decision.sku });
  if (!isWithin(bidTicks, 0, limits.bidTicksMax)) {
    return refused("bid-too-high", { bidTicks, most: limits.bidTicksMax });
  }
  const isNamed = keyword.trim().length >= 1 && keyword.length <= limits.keywordCharsMax;
  if (match === "auto" ? keyword !== "" : !isNamed) {
    return refused("keyword-missing", { keyword, most: limits.keywordCharsMax });
  }
  const bits = 1 << state.sizes.queries;
  if (matches.length !== state.sizes.markets || !matches.every((m) => isWithin(m, 0, bits - 1))) {
    return refused("value-not-allowed", { field: "matches", keyword });
  }
  const known = adEntryRow(context, campaign, row, keyword, match) >= 0;
  const most = adEntriesPerStore(state.sizes.stores);
  if (!known && entriesOfStore(context, store) >= most) return refused("ad-entry-cap", { most });
  const isSilent = bidTicks === 0 || !context.warns;
  return accepted(decision, 0, isSilent ? [] : bidWarnings(context, store, row, decision));
}

/** Rows of entries a store has written; switched-off ones keep theirs. */
function entriesOfStore(context: DecisionContext, store: number): number {
  let count = 0;
  for (let campaign = 0; campaign < context.state.campaignsOfStore[store]!; campaign++) {
    const row = campaignRow(context, store, campaign);
    if (row >= 0) count += context.entriesOfCampaign.get(row)?.length ?? 0;
  }
  return count;
}

function bidWarnings(
  context: DecisionContext,
  store: number,
  row: number,
  { bidTicks, keyword, matches }: Extract<AdvertisingDecision, { kind: "set-bid" }>,
): readonly Warning[] {
  const { state, world } = context;
  const warnings: Warning[] = [];
  const category = state.categoryOf[row]!;
  let reserve = Number.MAX_SAFE_INTEGER;
  let bestMargin = -1;
  for (let market = 0; market < state.sizes.markets; market++) {
    reserve = Math.min(reserve, world.reserveTicks[market * state.sizes.categories + category]!);
    const cell = row * state.sizes.markets + market;
    if (state.listing[cell] !== 1) continue;
    const margin = unitMargin(context, store, row, market, state.priceMinor[cell]!);
    if (margin !== null) bestMargin = Math.max(bestMargin, margin);
  }
  if (bidTicks < reserve) warnings.push(warning("below-reserve", { bidTicks, reserve }));
  if (matches.every((mask) => mask === 0))
    warnings.push(warning("keyword-reaches-nobody", { keyword }));
  const most = Math.floor(bestMargin * world.parameters["bot.conversion"]);
  if (bestMargin >= 0 && baseOfTicks(context, bidTicks) > most) {
    warnings.push(warning("above-break-even", { bidTicks, breakEvenMinor: most }));
  }
  return warnings;
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

/** Row of the entry of a campaign for an offer, keyword and match, or -1. */
export function adEntryRow(
  { state, entriesOfCampaign }: DecisionContext,
  campaign: number,
  offer: number,
  keyword: string,
  match: MatchKind,
): number {
  const { columns } = state.tables.adEntries;
  const hash = keywordHash(keyword);
  const kind = matchKinds.indexOf(match);
  for (const row of entriesOfCampaign.get(campaign) ?? []) {
    if (columns.offer[row] !== offer || columns.match[row] !== kind) continue;
    if (columns.keyword[row] === hash) return row;
  }
  return -1;
}
