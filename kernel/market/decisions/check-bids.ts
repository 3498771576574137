/** Checks of bids: on the searches of a keyword, and on the name of a store. */
import { ofTicks } from "../books/dollars.ts";
import { unitMargin } from "../books/economics.ts";
import { keywordHash } from "../listing/keyword-match.ts";
import { nameMatch } from "../offsite/name-auction.ts";
import { categoriesShown } from "../research/rivals.ts";
import { storeKind } from "../state/store-kind.ts";
import { adEntriesPerStore } from "../world/world-limits.ts";
import type { MatchKind, Ruling, StoreDecision, Warning } from "./decision.ts";
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

type Of<K extends StoreDecision["kind"]> = Extract<StoreDecision, { readonly kind: K }>;

/** Order of the match kinds of keywords in the state; `nameMatch` comes after them. */
export const matchKinds: readonly MatchKind[] = ["exact", "phrase", "broad", "auto"];

/** @param campaign  row of the store's campaign */
export function checkBid(
  context: DecisionContext,
  store: number,
  campaign: number,
  decision: Of<"set-bid">,
): Ruling {
  const row = offerRow(context, store, decision.sku);
  const fault = bidFault(context, row, decision);
  if (fault !== null) return fault;
  const { state } = context;
  const { keyword, match, bidTicks, matches } = decision;
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
  if (bidTicks === 0 || !context.warns) return accepted(decision);
  const reaches = matches.some((mask) => mask !== 0);
  return accepted(decision, 0, [
    ...priceWarnings(context, store, row, decision),
    ...(reaches ? [] : [warning("keyword-reaches-nobody", { keyword })]),
  ]);
}

/**
 * A bid for a paid place on the page that a store's name shows.
 *
 * @param campaign  row of the store's campaign
 */
export function checkNameBid(
  context: DecisionContext,
  store: number,
  campaign: number,
  decision: Of<"bid-on-name">,
): Ruling {
  const { world, state } = context;
  if (!world.source.scenario.modules.offsite) return refused("module-off", { module: "offsite" });
  const { store: named, bidTicks } = decision;
  const isThere = (state.storeKind[named] ?? storeKind.absent) !== storeKind.absent;
  if (!isThere) return refused("no-such-store", { store: named });
  const row = offerRow(context, store, decision.sku);
  const fault = bidFault(context, row, decision);
  if (fault !== null) return fault;
  const known = nameEntryRow(context, campaign, row, named);
  const most = adEntriesPerStore(state.sizes.stores);
  if (known < 0 && entriesOfStore(context, store) >= most) return refused("ad-entry-cap", { most });
  if (bidTicks === 0) return accepted(decision);
  const standing = standingNames(context, campaign);
  const cap = limits.nameBidsPerCampaignMax;
  if (!standing.includes(known) && standing.length >= cap) {
    return refused("name-bid-cap", { most: cap });
  }
  if (!context.warns) return accepted(decision);
  return accepted(decision, 0, nameWarnings(context, store, row, decision));
}

/** What every bid must be: for an own product, and no dearer than clicks ever are. */
function bidFault({ world }: DecisionContext, row: number, { sku, bidTicks }: Bid): Ruling | null {
  if (!world.skuOf.has(sku)) return refused("no-such-product", { sku });
  if (row < 0) return refused("not-selected", { sku });
  if (isWithin(bidTicks, 0, limits.bidTicksMax)) return null;
  return refused("bid-too-high", { bidTicks, most: limits.bidTicksMax });
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

type Bid = Of<"set-bid" | "bid-on-name">;

/** What makes a bid idle or dear where its offer is sold. */
function priceWarnings(
  context: DecisionContext,
  store: number,
  row: number,
  { bidTicks, kind }: Bid,
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
  const share = world.parameters[kind === "set-bid" ? "bot.conversion" : "name.conversion"];
  const most = Math.floor(bestMargin * share);
  if (bestMargin >= 0 && ofTicks(context, bidTicks) > most) {
    warnings.push(warning("above-break-even", { bidTicks, breakEvenMinor: most }));
  }
  return warnings;
}

/** A name that shows nothing of the offer's kind shows the offer to nobody. */
function nameWarnings(
  context: DecisionContext,
  store: number,
  row: number,
  decision: Of<"bid-on-name">,
): readonly Warning[] {
  const named = decision.store;
  const warnings: Warning[] = [];
  if (named === store) warnings.push(warning("own-name"));
  else if (!categoriesShown({ state: context.seen }, named).has(context.state.categoryOf[row]!)) {
    warnings.push(warning("name-elsewhere", { number: named + 1 }));
  }
  return [...priceWarnings(context, store, row, decision), ...warnings];
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

/** Row of the entry of a campaign for an offer and the name of a store, or -1. */
export function nameEntryRow(
  { state, entriesOfCampaign }: DecisionContext,
  campaign: number,
  offer: number,
  named: number,
): number {
  const { columns } = state.tables.adEntries;
  const rows = entriesOfCampaign.get(campaign) ?? [];
  const isThat = (row: number) =>
    columns.match[row] === nameMatch &&
    columns.offer[row] === offer &&
    columns.keyword[row] === named;
  return rows.find(isThat) ?? -1;
}

/** Rows of a campaign's bids on names that were not taken back. */
function standingNames({ state, entriesOfCampaign }: DecisionContext, campaign: number): number[] {
  const { match, bidTicks } = state.tables.adEntries.columns;
  const rows = entriesOfCampaign.get(campaign) ?? [];
  return rows.filter((row) => match[row] === nameMatch && bidTicks[row]! > 0);
}
