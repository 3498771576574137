/** Carries out what `check-advertising.ts` and `check-bids.ts` accept. */
import { keywordHash } from "../listing/keyword-match.ts";
import { nameMatch } from "../offsite/name-auction.ts";
import { addRow } from "../state/tables.ts";
import { placeBits } from "../world/shock.ts";
import type { AdvertisingDecision } from "./check-advertising.ts";
import { adEntryRow, matchKinds, nameEntryRow } from "./check-bids.ts";
import {
  campaignRow,
  offerRow,
  rememberCampaign,
  type DecisionContext,
} from "./decision-context.ts";

type Of<K extends AdvertisingDecision["kind"]> = Extract<AdvertisingDecision, { readonly kind: K }>;

export function performAdvertising(
  context: DecisionContext,
  store: number,
  decision: AdvertisingDecision,
): void {
  switch (decision.kind) {
    case "open-campaign":
    case "edit-campaign":
      return writeCampaign(context, store, decision);
    case "stop-campaign":
    case "resume-campaign":
      return switchCampaign(context, store, decision);
    case "set-bid":
      return writeBid(context, store, decision);
    case "set-negative":
      return writeNegative(context, store, decision);
    case "bid-on-name":
      return writeNameBid(context, store, decision);
  }
}

function switchCampaign(
  context: DecisionContext,
  store: number,
  { kind, campaign }: Of<"stop-campaign" | "resume-campaign">,
): void {
  const row = campaignRow(context, store, campaign);
  context.state.tables.campaigns.columns.isOn[row] = kind === "resume-campaign" ? 1 : 0;
}

function writeCampaign(
  context: DecisionContext,
  store: number,
  decision: Of<"open-campaign" | "edit-campaign">,
): void {
  const { state, world } = context;
  const { campaigns } = state.tables;
  const isNew = decision.kind === "open-campaign";
  const row = isNew ? addRow(campaigns) : campaignRow(context, store, decision.campaign);
  const { columns } = campaigns;
  if (isNew) {
    columns.store[row] = store;
    columns.campaign[row] = decision.campaign;
    columns.isOn[row] = 1;
    columns.spentTicks[row] = 0;
    columns.pacing[row] = 1;
    state.campaignsOfStore[store] = decision.campaign + 1;
    rememberCampaign(context, store, decision.campaign, row);
  }
  columns.dailyBudgetTicks[row] = decision.dailyBudgetTicks;
  columns.markets[row] = placeBits(decision.markets, world.marketIds);
}

function writeBid(context: DecisionContext, store: number, decision: Of<"set-bid">): void {
  const { state } = context;
  const campaign = campaignRow(context, store, decision.campaign);
  const offer = offerRow(context, store, decision.sku);
  const { keyword, match, bidTicks, matches } = decision;
  const known = adEntryRow(context, campaign, offer, keyword, match);
  const [kind, hash] = [matchKinds.indexOf(match), keywordHash(keyword)];
  const row = known >= 0 ? known : addEntry(context, campaign, offer, kind, hash);
  const { columns } = state.tables.adEntries;
  columns.bidTicks[row] = bidTicks;
  writeMasks(columns, row, matches);
}

/** A bid on a name matches no query: its masks stay empty. */
function writeNameBid(context: DecisionContext, store: number, decision: Of<"bid-on-name">): void {
  const campaign = campaignRow(context, store, decision.campaign);
  const offer = offerRow(context, store, decision.sku);
  const known = nameEntryRow(context, campaign, offer, decision.store);
  const row = known >= 0 ? known : addEntry(context, campaign, offer, nameMatch, decision.store);
  context.state.tables.adEntries.columns.bidTicks[row] = decision.bidTicks;
}

/** A new entry behind its campaign's others, which matches no query yet; gives its row. */
function addEntry(
  { state, entriesOfCampaign }: DecisionContext,
  campaign: number,
  offer: number,
  match: number,
  keyword: number,
): number {
  const { adEntries } = state.tables;
  const row = addRow(adEntries);
  const siblings = entriesOfCampaign.get(campaign) ?? [];
  const { columns } = adEntries;
  // A row may have held another entry: nothing of that may stay.
  for (const column of Object.values(columns)) column[row] = 0;
  columns.campaign[row] = campaign;
  columns.entry[row] = siblings.length;
  columns.offer[row] = offer;
  columns.match[row] = match;
  columns.keyword[row] = keyword;
  entriesOfCampaign.set(campaign, [...siblings, row]);
  return row;
}

/** Four markets share a column, eight bits each. */
function writeMasks(
  columns: DecisionContext["state"]["tables"]["adEntries"]["columns"],
  row: number,
  matches: readonly number[],
): void {
  const words = [
    columns.mask0,
    columns.mask1,
    columns.mask2,
    columns.mask3,
    columns.mask4,
    columns.mask5,
    columns.mask6,
    columns.mask7,
  ];
  for (const [w, word] of words.entries()) {
    let bits = 0;
    for (let i = 0; i < 4; i++) bits |= (matches[4 * w + i] ?? 0) << (8 * i);
    word[row] = bits;
  }
}

/** A negative keyword is a row for each shelf group it touches; switched off they stay, empty. */
function writeNegative(
  context: DecisionContext,
  store: number,
  decision: Of<"set-negative">,
): void {
  const { state } = context;
  const campaign = campaignRow(context, store, decision.campaign);
  const keyword = keywordHash(decision.keyword);
  const { negatives } = state.tables;
  for (let row = 0; row < negatives.rows; row++) {
    const { columns } = negatives;
    if (columns.campaign[row] === campaign && columns.keyword[row] === keyword)
      columns.mask[row] = 0;
  }
  if (!decision.isOn) return;
  for (const { market, category, mask } of decision.matches) {
    const row = negativeRow(context, campaign, keyword, market, category);
    negatives.columns.mask[row] = mask;
  }
}

function negativeRow(
  { state }: DecisionContext,
  campaign: number,
  keyword: number,
  market: number,
  category: number,
): number {
  const { negatives } = state.tables;
  for (let row = 0; row < negatives.rows; row++) {
    const { columns } = negatives;
    if (columns.campaign[row] !== campaign || columns.keyword[row] !== keyword) continue;
    if (columns.market[row] === market && columns.category[row] === category) return row;
  }
  const row = addRow(negatives);
  const { columns } = negatives;
  columns.campaign[row] = campaign;
  columns.keyword[row] = keyword;
  columns.market[row] = market;
  columns.category[row] = category;
  return row;
}
