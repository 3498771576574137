/**
 * A bot of middle skill runs a store whose people hand nothing in (practice.md 5). It takes the
 * store as it stands and looks at prices, bids and stock as bots do; it opens nothing new, and what
 * people left to a standing rule stays with the rule.
 */
import { exchanged } from "../books/book.ts";
import { unitMargin } from "../books/economics.ts";
import { applyDecision } from "../decisions/apply-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { unitsEverywhere } from "../goods/pools.ts";
import { nameMatch } from "../offsite/name-auction.ts";
import { isSandbox } from "../sandbox/matching.ts";
import { botPrice, botStock, clickWorth } from "./bot-plan.ts";
import { nextBid, type StandingBid } from "./bot-thrift.ts";
import { buyUpTo } from "./buy-up-to.ts";
import { rowsOf } from "./open-offers.ts";
import { sandboxBid, sandboxPrice, sandboxRule } from "./sandbox-bot.ts";

/** Purchases of the autopilot are numbered from here on, beside those of people and of rules. */
export const autopilotNumber = 2_000_000;

/** A look at the whole store. No day counts as decided by it: that would be the people's merit. */
export function runAutopilot(context: DecisionContext, store: number): void {
  const { state, world } = context;
  const decidedOn = state.lastDecisionOn[store]!;
  const rows = rowsOf(context, store);
  for (const row of rows) {
    reprice(context, store, row);
    restock(context, store, row);
  }
  if (world.source.scenario.modules.ads) rebid(context, store, new Set(rows));
  state.lastDecisionOn[store] = decidedOn;
}

/** A decision that is refused is left out, as a bot's is. */
function decide(context: DecisionContext, store: number, decision: StoreDecision, slot = 0): void {
  const number = autopilotNumber + context.engineDay * decisionLimits.offerPlacesMax + slot;
  applyDecision(context, store, number, decision);
}

const skuOf = ({ world, state }: DecisionContext, row: number) =>
  world.source.products[state.skuOf[row]!]!.sku;

function reprice(context: DecisionContext, store: number, row: number): void {
  const { state, world } = context;
  const priceOf = isSandbox(world) ? sandboxPrice : botPrice;
  for (let market = 0; market < state.sizes.markets; market++) {
    const cell = row * state.sizes.markets + market;
    if (state.listing[cell] !== 1) continue;
    const priceMinor = priceOf(context, row, market, state.service[cell]!);
    if (priceMinor === null || priceMinor === state.priceMinor[cell]) continue;
    const where = { sku: skuOf(context, row), market: world.marketIds[market]! };
    decide(context, store, { kind: "set-price", ...where, priceMinor });
  }
}

/**
 * Buys what is on sale anywhere up to what a bot of its skill wants, in all pools together. Bots of
 * the sandbox leave buying to a rule, and so does this one.
 */
function restock(context: DecisionContext, store: number, row: number): void {
  const { state, world } = context;
  if (state.reorderUpTo[row]! > 0 || firstMarket(context, row, -1) < 0) return;
  if (isSandbox(world)) {
    decide(context, store, sandboxRule(context, row));
    return;
  }
  const bought = buyUpTo(context, row, botStock(context, row), unitsEverywhere(state, row));
  const slot = state.offerNumber[row]! % decisionLimits.offerPlacesMax;
  if (bought !== null) decide(context, store, bought, slot);
}

/**
 * Revises the bids that stand in running campaigns, on searches and on names. The state knows a
 * keyword by its hash alone, so a bid is written where it stands; none is added, and none is taken
 * away.
 */
function rebid(context: DecisionContext, store: number, rows: ReadonlySet<number>): void {
  const { state } = context;
  const { adEntries, campaigns } = state.tables;
  const { columns } = adEntries;
  for (let entry = 0; entry < adEntries.rows; entry++) {
    const campaign = columns.campaign[entry]!;
    const row = columns.offer[entry]!;
    const bidTicks = columns.bidTicks[entry]!;
    if (campaigns.columns.store[campaign] !== store || bidTicks === 0) continue;
    if (campaigns.columns.isOn[campaign] !== 1 || !rows.has(row)) continue;
    const market = firstMarket(context, row, campaigns.columns.markets[campaign]!);
    if (market < 0) continue;
    const pacing = campaigns.columns.pacing[campaign]!;
    const conversion = columns.match[entry] === nameMatch ? "name.conversion" : "bot.conversion";
    columns.bidTicks[entry] = bidFor(context, row, market, { bidTicks, pacing }, conversion);
  }
}

function bidFor(
  context: DecisionContext,
  row: number,
  market: number,
  before: StandingBid,
  conversion: "name.conversion" | "bot.conversion",
): number {
  const { state, world, book } = context;
  if (isSandbox(world)) return Math.max(1, sandboxBid(context, row, market));
  const price = state.priceMinor[row * state.sizes.markets + market]!;
  const margin = unitMargin(context, state.storeOf[row]!, row, market, price) ?? 0;
  const priceBase = exchanged(book, price, world.currencyOfMarket[market]!, world.base);
  const worth = clickWorth(context, row, margin, priceBase, world.parameters[conversion]);
  // What pays nothing bids the least there is: it stays for the people to end.
  return Math.max(1, nextBid(context, before, worth));
}

/** The first of some markets, by bits, in which an offer is on sale; -1 for none. */
function firstMarket({ state }: DecisionContext, row: number, markets: number): number {
  for (let market = 0; market < state.sizes.markets; market++) {
    const isThere = ((markets >> market) & 1) === 1;
    if (isThere && state.listing[row * state.sizes.markets + market] === 1) return market;
  }
  return -1;
}
