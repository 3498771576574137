/**
 * One day of a season, in the order of market.md 7: decisions in, orders and money out. The given
 * season is not changed unless its own memory is handed in to be written over; a day that is
 * abandoned between slices leaves no trace.
 */
import { account } from "../ledger/account.ts";
import { fadeCases, sanctionStores } from "./after-sales/sanctions.ts";
import { serveBuyers } from "./after-sales/service.ts";
import { showTerms } from "./after-sales/terms.ts";
import { settleCases } from "./after-sales/settle-cases.ts";
import { applyDecision, applyIntervention } from "./decisions/apply-decision.ts";
import { balanceOf, balanceSums, openBook, worldSums, type Book } from "./books/book.ts";
import { payForAds } from "./books/pay-ads.ts";
import { enterBot, runBots } from "./bots/bot.ts";
import { botRoster } from "./bots/bot-roster.ts";
import { runCompany } from "./company/run-company.ts";
import { takeSold } from "./finance/factoring.ts";
import { carryForeign, revalueForeign } from "./finance/foreign-money.ts";
import { settleForwards } from "./finance/forwards.ts";
import { rescue, serveLoans } from "./finance/loans.ts";
import type { Facts, LogEntry } from "./decisions/decision.ts";
import { advanceRates, jumpsByCurrency, ratesOf } from "./books/currency.ts";
import { contextOf, type DecisionContext } from "./decisions/decision-context.ts";
import { growMailLists, rememberReach } from "./offsite/awareness.ts";
import { giveBookings } from "./offsite/bookings.ts";
import { drawDirect, openDirectSales, type DirectSales } from "./offsite/direct-sales.ts";
import { loseReaders } from "./offsite/letters.ts";
import { forgetOutreach, payOutreach } from "./offsite/outreach.ts";
import { settleParcels } from "./parcels/deliveries.ts";
import { digestState } from "./state/digest.ts";
import { onState, openEngine, type Engine } from "./state/engine.ts";
import { dispatchSales } from "./parcels/fulfillment.ts";
import { inOrder, isStewards } from "./decisions/log-order.ts";
import { chargeOverdraft, equityOf, payOut } from "./books/payouts.ts";
import { answerResearch } from "./research/research-day.ts";
import { notePrices } from "./research/price-effects.ts";
import { watchRivals } from "./research/rivals.ts";
import { openDay, runShard, settleSlice, type RunPhase } from "./shelf/phases.ts";
import { newDayReport, type DayReport } from "./reports/report.ts";
import { reportAds, reportListings, reportStock } from "./reports/report-listings.ts";
import { reportDeals } from "./reports/report-deals.ts";
import { reportLetters } from "./reports/report-letters.ts";
import { reportOffSite } from "./reports/report-off-site.ts";
import { noteAutopilot } from "./reports/report-autopilot.ts";
import { announceShocks, noteResponse } from "./reports/report-shocks.ts";
import { reportPromotions } from "./reports/report-promotions.ts";
import { reportMarkets, reportPostings, reportStores } from "./reports/report-stores.ts";
import {
  rememberDecisions,
  rememberEnds,
  rememberSales,
  rememberWealth,
} from "./parcels/reputation.ts";
import { publishReviews } from "./parcels/reviews.ts";
import {
  forgetPromotions,
  openPromotions,
  turnPromotions,
  type DayPromotions,
} from "./promotions/day-promotions.ts";
import { dissolveGroups } from "./promotions/group-buy.ts";
import { inspectListPrices, rememberAsked } from "./promotions/list-price.ts";
import { measurePromotions, type PromotionEffect } from "./promotions/measure-promotions.ts";
import { promotedSales, type PromotedSales } from "./promotions/lots.ts";
import { countPromoted, fillOrders } from "./promotions/order-pieces.ts";
import { takeBundles } from "./promotions/take-bundles.ts";
import { effectsOfDay, seasonDayOf, type Season } from "./state/season.ts";
import { copyState, writeState, type State } from "./state/state.ts";
import { dealDay, type KeywordDeal } from "./sandbox/deal-day.ts";
import { chargeIncomeTax } from "./sandbox/income-tax.ts";
import { isSandbox } from "./sandbox/matching.ts";
import { forgetRents } from "./goods/rooms.ts";
import { chargeStorage, isStorageDay } from "./goods/storage.ts";
import { receiveSupplies } from "./goods/supply.ts";
import { payDues, reorder } from "./sourcing/purchases.ts";
import { closeTenders } from "./sourcing/close-tenders.ts";
import { hearSuppliers, tellReceived } from "./sourcing/tell-sourcing.ts";
import type { DayTables } from "./state/tables.ts";
import { advanceShocks, advanceVelocity } from "./shelf/traffic.ts";
import { calendarDayOf } from "./world/world.ts";
import type { Workspace } from "./state/workspace.ts";
import { storeKind } from "./state/store-kind.ts";
import { auditStores } from "./temptations/audits.ts";

export type DayOptions = {
  /** Memory for the state after the day; the season's own writes over it. Default: a copy. */
  readonly into?: State;
  /** The threads' engine on the workspace, when there is one already. */
  readonly engine?: Engine;
  /** Who runs the phases that can be cut; default is this thread alone. */
  readonly runPhase?: RunPhase;
  /** Rows for bots too; default are the stores of people. Tables of stores and markets hold all. */
  readonly reportAll?: boolean;
  /** No rows and no digest: a day of the burn-in, which nobody looks at. */
  readonly isSilent?: boolean;
};

export type RefusedEntry = {
  readonly store: number;
  readonly number: number;
  readonly code: string;
  readonly facts: Facts;
};

export type DayResult = {
  readonly state: State;
  /** Season day that was closed. */
  readonly day: number;
  readonly tables: DayTables;
  readonly digest: string;
  /** Sum of all balances of all stores by currency: 0, or the books are broken. */
  readonly ledgerSums: Readonly<Record<string, number>>;
  readonly refused: readonly RefusedEntry[];
};

/** A day between its beginning and its end. */
export type DayRun = {
  readonly season: Season;
  readonly work: Workspace;
  readonly engine: Engine;
  readonly runPhase: RunPhase;
  readonly context: DecisionContext;
  readonly report: DayReport;
  readonly equityBefore: Float64Array;
  readonly refused: readonly RefusedEntry[];
  readonly isSilent: boolean;
  /** What the sandbox dealt at the day's beginning; null where shoppers choose from pages. */
  readonly deals: readonly KeywordDeal[] | null;
  /** Visits to stores' own pages; null where the season has none. */
  readonly direct: DirectSales | null;
  readonly promotions: DayPromotions;
  /** What they bring, by listing; known once the first pages are laid out. */
  promotionEffects: ReadonlyMap<number, PromotionEffect>;
  slicesRun: number;
};

/** Decisions, arrivals and payments, then everything that the slices read. */
export function beginDay(
  given: Season,
  entries: readonly LogEntry[],
  work: Workspace,
  options: DayOptions = {},
): DayRun {
  const state = stateFor(given.state, options.into);
  const { world, seed } = given;
  // A day is closed without what its previews tried and saw.
  const season: Season = { world, seed, state };
  const engineDay = state.day[0]!;
  const rates = ratesOf(world, state);
  const book = openBook(state, world.currencies, world.base, rates, engineDay);
  const before = contextOf(season, book);
  const equityBefore = equitiesOf(before);
  const report = newDayReport(
    state,
    world.source.scenario.burnInDays,
    reportedStores(state, options),
  );
  const { exchange: hasExchange, offsite } = world.source.scenario.modules;
  const refused = applyEntries(before, report, entries);
  if (offsite) giveBookings(before, report);
  closeTenders(before, report);
  const context = { ...before, effects: effectsOfDay(season) };
  inspectListPrices(context, report);
  announceShocks(season, report);
  if (hasExchange) carryForeign(context);
  moveRates(context);
  receive(context, report);
  if (offsite) payOutreach(context);
  const engine =
    options.engine === undefined
      ? openEngine(world, seed, state, work)
      : onState(options.engine, state);
  openDay(engine, {
    effects: context.effects,
    reportAll: options.reportAll === true,
    isBroke: (store) => cashBelowZero(context, store),
  });
  const runPhase = options.runPhase ?? ((phase, slice) => runShard(engine, phase, slice, 0, 1));
  runPhase("prepare", 0);
  showTerms(engine);
  const promotions = openPromotions(engine);
  const deals = matchDay(engine, runPhase);
  const isSilent = options.isSilent === true;
  return {
    season,
    work,
    engine,
    runPhase,
    context,
    report,
    equityBefore,
    refused,
    isSilent,
    deals,
    direct: offsite && deals === null ? openDirectSales(engine) : null,
    promotions,
    promotionEffects: new Map(),
    slicesRun: 0,
  };
}

/**
 * Begins to bring buyers and sellers together, by the season's rule: shelves are ranked for the
 * slices to come, or the sandbox deals the whole day at once.
 */
function matchDay(engine: Engine, runPhase: RunPhase): readonly KeywordDeal[] | null {
  if (isSandbox(engine.world)) return dealDay(engine);
  runPhase("rank", 0);
  return null;
}

function stateFor(given: State, into: State | undefined): State {
  if (into === given) return given;
  if (into === undefined) return copyState(given, (bytes) => new ArrayBuffer(bytes));
  writeState(given, into);
  return into;
}

function reportedStores(state: State, { reportAll }: DayOptions): (store: number) => boolean {
  return reportAll === true ? () => true : (store) => state.storeKind[store] === storeKind.people;
}

function equitiesOf(context: DecisionContext): Float64Array {
  const { stores } = context.state.sizes;
  return Float64Array.from({ length: stores }, (_, store) => equityOf(context, store));
}

/** The steward first, then bots and people; what is refused is told and otherwise ignored. */
function applyEntries(
  context: DecisionContext,
  report: DayReport,
  entries: readonly LogEntry[],
): readonly RefusedEntry[] {
  const refused: RefusedEntry[] = [];
  const ordered = inOrder(entries);
  for (const entry of ordered.filter(isStewards)) {
    const ruling = applyIntervention(context, entry.decision);
    if (ruling.kind === "refused") refused.push({ ...ruling, store: -1, number: entry.number });
    else noteAutopilot(report, entry.decision);
  }
  if (context.seasonDay === 1) {
    const { bots } = context.world.source.scenario;
    for (const seat of botRoster(bots)) if (seat.isEntrant) enterBot(context, seat);
  }
  runBots(context);
  notePrices(context, report, ordered);
  for (const entry of ordered) {
    if (isStewards(entry)) continue;
    const ruling = applyDecision(context, entry.store, entry.number, entry.decision);
    if (ruling.kind === "accepted") {
      noteResponse(context, report, entry);
      continue;
    }
    refused.push({ ...ruling, store: entry.store, number: entry.number });
    report.notice(entry.store, "decision-refused", entry.number, -1, 0);
  }
  return refused.map(({ store, number, code, facts }) => ({ store, number, code, facts }));
}

function moveRates({ world, state, key, engineDay, effects, book }: DecisionContext): void {
  const jumps = jumpsByCurrency(world, effects.exchangeBp);
  advanceRates(world, state, key, engineDay, calendarDayOf(world, engineDay), jumps);
  book.rateE8.set(ratesOf(world, state));
}

function receive(context: DecisionContext, report: DayReport): void {
  const { state } = context;
  const pools = state.sizes.markets + 1;
  for (const { row, pool, units, bought } of receiveSupplies(context)) {
    const at = row * pools + pool;
    report.received.set(at, (report.received.get(at) ?? 0) + units);
    if (bought !== null) tellReceived(context, report, row, bought);
  }
  payDues(context);
  takeSold(context);
  payOut(context);
  settleForwards(context, report);
  serveLoans(context, report);
  chargeOverdraft(context);
  if (context.world.source.scenario.modules.loans) rescue(context, report);
  for (const { row, units } of reorder(context)) {
    const store = state.storeOf[row]!;
    report.notice(store, "purchase-reordered", state.offerNumber[row]!, -1, units);
  }
}

const cashBelowZero = ({ state, world }: DecisionContext, store: number) =>
  balanceOf(state, store, account.cash, world.base) < 0;

/** Runs the next slice of the day. */
export function runSlice(run: DayRun, slice: 0 | 1 | 2 | 3): void {
  if (run.slicesRun !== slice) throw new Error(`slice ${slice} after ${run.slicesRun} slices`);
  const { engine, promotions } = run;
  turnPromotions(engine, promotions, slice);
  if (run.deals === null) run.runPhase("slice", slice);
  if (slice === 0 && !run.isSilent) {
    const { context, report } = run;
    run.promotionEffects = measurePromotions(engine, context, promotions, report.isReported);
  }
  if (run.direct !== null) drawDirect(engine, run.direct, slice);
  fillOrders(engine, promotions, run.direct, slice);
  settleSlice(engine, slice, run.direct);
  takeBundles(engine, promotions, run.direct, slice);
  if (slice === 0) answerResearch(run.context, engine, promotions, run.report);
  countPromoted(engine, promotions, run.direct, slice);
  if (slice === 3) dissolveGroups(engine, promotions, run.direct, run.report);
  run.slicesRun++;
}

/** Fulfillment, after-sales, memory, books and reports; the season is one day older. */
export function endDay(run: DayRun): DayResult {
  if (run.slicesRun !== 4) throw new Error(`a day ends after 4 slices, not ${run.slicesRun}`);
  const { context, work, report, season } = run;
  const { state, world, key, engineDay, book } = context;
  payForAds(context);
  watchRivals(context, work, report);
  const sales = promotedSales(run.engine, run.promotions, run.direct);
  dispatchSales(context, work, sales, report);
  fadeCases(context);
  const ends = settleParcels(context, report);
  publishReviews(context, report);
  settleCases(context, report);
  auditStores(context, ends.falseScans, report);
  serveBuyers(context, work, ends.lateInMarket, report);
  hearSuppliers(context, report);
  runCompany(context, report);
  rememberEnds(context, ends, report);
  if (run.direct !== null) {
    rememberReach(context, run.direct.visits.views, ends.inMarket);
    run.direct.letters = loseReaders(context);
    run.direct.joined = growMailLists(context, ends.inMarket);
  }
  if (world.source.scenario.modules.offsite) forgetOutreach(context);
  sanctionStores(context, report);
  rememberSales(context, work);
  rememberDecisions(context);
  if (isStorageDay(engineDay)) chargeStorage(context);
  forgetRents(context);
  chargeIncomeTax(context);
  if (world.source.scenario.modules.exchange) {
    carryForeign(context);
    revalueForeign(context);
  }
  rememberAsked(context, run.promotions);
  forgetPromotions(season);
  advanceVelocity(world, state, work);
  advanceShocks(world, state, key);
  const day = seasonDayOf(season);
  state.day[0] = engineDay + 1;
  rememberWealth(context);
  const ledgerSums = checkedSums(book);
  if (!run.isSilent) writeReport(run, sales);
  const digest = run.isSilent ? "" : digestState(state);
  return { state, day, tables: report.tables, digest, ledgerSums, refused: run.refused };
}

function writeReport(run: DayRun, sales: PromotedSales): void {
  const { context, work, report, equityBefore, deals, direct } = run;
  reportListings(context, work, sales, report, direct);
  if (deals !== null) reportDeals(context, deals, report);
  if (direct !== null) {
    reportOffSite(context, work, sales, report, direct);
    reportLetters(context, report, direct);
  }
  reportAds(context, work, sales, report, direct);
  reportPromotions(run.promotions, run.promotionEffects, sales, context, report);
  reportStock(context, work, report);
  reportMarkets(context, work, report);
  reportPostings(context, report);
  reportStores(context, work, report, equityBefore);
}

/**
 * Sums of the books. They are 0, of all accounts and of all cash in the world; else this throws.
 */
function checkedSums(book: Book): Readonly<Record<string, number>> {
  const { all, cash } = worldSums(book);
  const balances = balanceSums(book.state);
  book.currencies.forEach((code, currency) => {
    if (all[currency] !== 0 || cash[currency] !== 0 || balances[currency] !== 0) {
      throw new Error(
        `the books do not balance in ${code}: lines ${all[currency]}, cash ${cash[currency]}, ` +
          `balances ${balances[currency]}`,
      );
    }
  });
  return Object.fromEntries(book.currencies.map((code, currency) => [code, balances[currency]!]));
}

/** A whole day. Never throws on a decision: what is refused comes back in `refused`. */
export function closeDay(
  season: Season,
  entries: readonly LogEntry[],
  work: Workspace,
  options: DayOptions = {},
): DayResult {
  const run = beginDay(season, entries, work, options);
  for (const slice of [0, 1, 2, 3] as const) runSlice(run, slice);
  return endDay(run);
}
