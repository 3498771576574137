/** Carries out what `ruling.ts` accepts. */
import { postContent, postHelp, postOpening } from "../books/bookkeeping.ts";
import { performAfterSales } from "./apply-after-sales.ts";
import { performCompany } from "./apply-company.ts";
import { performFinance } from "./apply-finance.ts";
import { isFinance } from "./finance-decision.ts";
import { isStatement } from "./statement-decision.ts";
import { isResearch } from "./research-decision.ts";
import { performResearch } from "./apply-research.ts";
import { performOffSite } from "./apply-off-site.ts";
import { endPromotion, runPromotion, setPrice, showListing } from "./apply-promotion.ts";
import { performRoom } from "./apply-room.ts";
import { isRoom } from "./room-decision.ts";
import { performSourcing } from "./apply-sourcing.ts";
import { performTemptation } from "./check-temptation.ts";
import { performStock } from "./apply-stock.ts";
import { matchKinds, adEntryRow } from "./check-advertising.ts";
import { ruleOn, ruleOnIntervention, type InterventionRuling } from "./ruling.ts";
import { photoCost } from "./check-listing.ts";
import type {
  Intervention,
  ListingScores,
  ListingText,
  Ruling,
  StoreDecision,
} from "./decision.ts";
import {
  campaignRow,
  offerRow,
  rememberCampaign,
  type DecisionContext,
} from "./decision-context.ts";
import { keywordHash } from "../listing/keyword-match.ts";
import { enterStore } from "./enter-store.ts";
import { marketNumber, serviceNumber } from "../world/lookups.ts";
import { placeBits, shockKinds } from "../world/shock.ts";
import { addRow } from "../state/tables.ts";
import { bidTender } from "../sourcing/tender-bids.ts";
import { storeKind } from "../state/store-kind.ts";
import { dropBorrowed } from "../temptations/accepted-offers.ts";

/**
 * Checks a decision and, when it is accepted, carries it out in the context's state and book.
 *
 * @param number  number of the log entry within its store; purchases are known by it
 */
export function applyDecision(
  context: DecisionContext,
  store: number,
  number: number,
  decision: StoreDecision,
): Ruling {
  const ruling = ruleOn(context, store, decision);
  if (ruling.kind === "refused") return ruling;
  perform(context, store, number, ruling.effect.decision);
  context.state.lastDecisionOn[store] = context.engineDay;
  return ruling;
}

function perform(
  context: DecisionContext,
  store: number,
  number: number,
  decision: StoreDecision,
): void {
  if (isResearch(decision)) return performResearch(context, store, number, decision);
  // It stands in the log, and nothing else comes of it.
  if (isStatement(decision)) return;
  if (isFinance(decision)) return performFinance(context, store, number, decision);
  if (isRoom(decision)) return performRoom(context, store, decision);
  switch (decision.kind) {
    case "select-product":
    case "drop-product":
    case "place-purchase":
    case "set-reorder-rule":
    case "move-stock":
    case "choose-tier":
      return performStock(context, store, number, decision);
    case "set-office":
    case "train-staff":
    case "cover-shift":
      return performCompany(context, store, decision);
    case "cancel-purchase":
    case "negotiate":
    case "order-sample":
    case "order-inspection":
      return performSourcing(context, store, decision);
    case "bid-tender":
      return bidTender(context, store, number, decision);
    case "open-campaign":
    case "edit-campaign":
    case "stop-campaign":
    case "resume-campaign":
    case "set-bid":
    case "set-negative":
      return performAdvertising(context, store, decision);
    case "resolve-dispute":
    case "dispose-return":
    case "set-answer-policy":
    case "hire-staff":
    case "release-staff":
    case "set-after-sales":
    case "insure-parcels":
      return performAfterSales(context, store, decision);
    case "publish-post":
    case "hold-livestream":
    case "buy-display":
    case "edit-landing":
    case "send-mail":
    case "buy-media":
    case "book-influencer":
      return performOffSite(context, store, number, decision);
    case "accept-offer":
      return performTemptation(context, store, decision);
    case "publish-listing":
    case "edit-listing":
    case "withdraw-listing":
    case "relist-listing":
    case "set-price":
    case "run-promotion":
    case "end-promotion":
    case "set-shipping":
      return writeListing(context, store, number, decision);
  }
}

function performAdvertising(
  context: DecisionContext,
  store: number,
  decision: Of<
    | "open-campaign"
    | "edit-campaign"
    | "stop-campaign"
    | "resume-campaign"
    | "set-bid"
    | "set-negative"
  >,
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
  }
}

type Of<K extends StoreDecision["kind"]> = Extract<StoreDecision, { readonly kind: K }>;

function switchCampaign(
  context: DecisionContext,
  store: number,
  { kind, campaign }: Of<"stop-campaign" | "resume-campaign">,
): void {
  const row = campaignRow(context, store, campaign);
  context.state.tables.campaigns.columns.isOn[row] = kind === "resume-campaign" ? 1 : 0;
}

function writeListing(
  context: DecisionContext,
  store: number,
  number: number,
  decision: Of<
    | "publish-listing"
    | "edit-listing"
    | "withdraw-listing"
    | "relist-listing"
    | "set-price"
    | "run-promotion"
    | "end-promotion"
    | "set-shipping"
  >,
): void {
  const { state, world } = context;
  const row = offerRow(context, store, decision.sku);
  const market = marketNumber(world, decision.market);
  const cell = row * state.sizes.markets + market;
  switch (decision.kind) {
    case "publish-listing":
      writeText(context, store, row, cell, decision.listing, decision.scores);
      state.priceMinor[cell] = decision.priceMinor;
      return showListing(context, cell);
    case "edit-listing":
      return writeText(context, store, row, cell, decision.listing, decision.scores);
    case "withdraw-listing":
      state.listing[cell] = 2;
      return;
    case "relist-listing":
      return showListing(context, cell);
    case "set-price":
      return setPrice(context, cell, decision);
    case "run-promotion":
      return runPromotion(context, number, { row, market }, decision);
    case "end-promotion":
      return endPromotion(context, { row, market }, decision);
    case "set-shipping":
      state.service[cell] = serviceNumber(world, decision.service);
      state.feeMinor[cell] = decision.feeMinor;
      state.promiseDays[cell] = decision.promiseDays;
      return;
  }
}

function writeText(
  context: DecisionContext,
  store: number,
  row: number,
  cell: number,
  listing: ListingText,
  scores: ListingScores,
): void {
  const { state, book } = context;
  const cost = photoCost(context, row, listing);
  if (cost > 0) postContent(book, store, state.offerNumber[row]!, cost);
  dropBorrowed(state, context.engineDay, row, cell - row * state.sizes.markets);
  state.photoLevel[row] = Math.max(state.photoLevel[row]!, listing.photoLevel);
  state.contentMilli[cell] = scores.contentMilli;
  state.claimMilli[cell] = scores.claimMilli;
  const { queries } = state.sizes;
  for (let q = 0; q < queries; q++) state.relevance[cell * queries + q] = scores.relevance[q]!;
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
  const { state, entriesOfCampaign } = context;
  const campaign = campaignRow(context, store, decision.campaign);
  const offer = offerRow(context, store, decision.sku);
  const { keyword, match, bidTicks } = decision;
  let row = adEntryRow(context, campaign, offer, keyword, match);
  const { adEntries } = state.tables;
  if (row < 0) {
    row = addRow(adEntries);
    const siblings = entriesOfCampaign.get(campaign) ?? [];
    const { columns } = adEntries;
    columns.campaign[row] = campaign;
    columns.entry[row] = siblings.length;
    columns.offer[row] = offer;
    columns.match[row] = matchKinds.indexOf(match);
    columns.keyword[row] = keywordHash(keyword);
    entriesOfCampaign.set(campaign, [...siblings, row]);
  }
  adEntries.columns.bidTicks[row] = bidTicks;
  writeMasks(adEntries.columns, row, decision.matches);
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

/** Checks an intervention of the steward and, when it is accepted, carries it out. */
export function applyIntervention(
  context: DecisionContext,
  intervention: Intervention,
): InterventionRuling {
  const ruling = ruleOnIntervention(context, intervention);
  if (ruling.kind === "refused") return ruling;
  switch (intervention.kind) {
    case "enter-store":
      enterStore(context.state, intervention.store, storeKind.people, -1);
      postOpening(context.book, intervention.store, context.world.source.scenario.openingCashMinor);
      break;
    case "inject-event":
      inject(context, intervention);
      break;
    case "help-store":
    case "penalize-store": {
      const sign = intervention.kind === "help-store" ? 1 : -1;
      postHelp(context.book, intervention.store, sign * intervention.amountMinor);
      if (sign > 0) context.state.helpMinor[intervention.store]! += intervention.amountMinor;
      break;
    }
  }
  return ruling;
}

function inject(
  context: DecisionContext,
  { shock }: Extract<Intervention, { readonly kind: "inject-event" }>,
): void {
  const { state, world, seasonDay } = context;
  const { injected } = state.tables;
  const row = addRow(injected);
  const { columns } = injected;
  columns.kind[row] = shockKinds.indexOf(shock.kind);
  columns.from[row] = shock.from;
  columns.days[row] = shock.days;
  columns.markets[row] = placeBits(shock.markets, world.marketIds);
  columns.categoriesLow[row] = placeBits(shock.categories, world.categoryIds);
  columns.categoriesHigh[row] = placeBits(shock.categories, world.categoryIds, 32);
  columns.sizeBp[row] = shock.sizeBp;
  columns.noticeDays[row] = shock.noticeDays;
  columns.announcedOn[row] = seasonDay;
}
