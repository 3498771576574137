/** Carries out what `ruling.ts` accepts. */
import { postContent, postHelp, postOpening } from "../books/bookkeeping.ts";
import { performAdvertising } from "./apply-advertising.ts";
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
import { ruleOn, ruleOnIntervention, type InterventionRuling } from "./ruling.ts";
import { photoCost } from "./check-listing.ts";
import type {
  Intervention,
  ListingScores,
  ListingText,
  Ruling,
  StoreDecision,
} from "./decision.ts";
import { offerRow, type DecisionContext } from "./decision-context.ts";
import { enterStore } from "./enter-store.ts";
import { marketNumber, serviceNumber } from "../world/lookups.ts";
import { placeBits, shockKinds } from "../world/shock.ts";
import { addRow } from "../state/tables.ts";
import { bidTender } from "../sourcing/tender-bids.ts";
import { autopilotLevel, ownLevel, storeKind } from "../state/store-kind.ts";
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
    case "bid-on-name":
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

type Of<K extends StoreDecision["kind"]> = Extract<StoreDecision, { readonly kind: K }>;

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

/** Checks an intervention of the steward and, when it is accepted, carries it out. */
export function applyIntervention(
  context: DecisionContext,
  intervention: Intervention,
): InterventionRuling {
  const ruling = ruleOnIntervention(context, intervention);
  if (ruling.kind === "refused") return ruling;
  switch (intervention.kind) {
    case "enter-store":
      enterStore(context.state, intervention.store, storeKind.people, ownLevel);
      postOpening(context.book, intervention.store, context.world.source.scenario.openingCashMinor);
      break;
    case "inject-event":
      inject(context, intervention);
      break;
    case "begin-autopilot":
    case "end-autopilot": {
      const isOn = intervention.kind === "begin-autopilot";
      context.state.botLevel[intervention.store] = isOn ? autopilotLevel : ownLevel;
      break;
    }
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
