/**
 * Bots run as ordinary stores through ordinary decisions (market.md E16). They fill thin seasons,
 * and those that open on day 1 like the students draw the par line.
 */
import { clamp } from "../../number/clamp.ts";
import { permutation } from "../../random/permutation.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { applyDecision } from "../decisions/apply-decision.ts";
import { exchanged } from "../books/book.ts";
import { postOpening } from "../books/bookkeeping.ts";
import {
  botBid,
  botPrice,
  botScores,
  botShipping,
  botStock,
  dailyRate,
  skillOf,
} from "./bot-plan.ts";
import { runAutopilot } from "./autopilot.ts";
import { categoriesOf } from "./bot-categories.ts";
import type { BotSeat } from "./bot-roster.ts";
import { isSandbox } from "../sandbox/matching.ts";
import {
  sandboxBanners,
  sandboxBid,
  sandboxPrice,
  sandboxPromotions,
  sandboxRule,
  sandboxScores,
} from "./sandbox-bot.ts";
import { thriftyBid } from "./bot-thrift.ts";
import type { ListingText, StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { unitMargin } from "../books/economics.ts";
import { enterStore } from "../decisions/enter-store.ts";
import { firstLegOf } from "../goods/first-leg.ts";
import { unitsAtHome } from "../goods/pools.ts";
import { adoptAnswers, reviseService } from "./bot-service.ts";
import { buyUpTo, canSpare } from "./buy-up-to.ts";
import { rowsOf } from "./open-offers.ts";
import { moneyDecisions } from "./treasury.ts";
import { stockAtOnce } from "../goods/supply.ts";
import { isOnAutopilot, storeKind } from "../state/store-kind.ts";

const place = (row: number, { state }: DecisionContext) =>
  state.offerNumber[row]! % decisionLimits.offerPlacesMax;

/** A decision of a bot; one that is refused is left out, as a person's would be. */
function decide(context: DecisionContext, store: number, decision: StoreDecision, slot = 0): void {
  applyDecision(context, store, context.engineDay * decisionLimits.offerPlacesMax + slot, decision);
}

/**
 * A bot enters: capital, products of two categories, listings in every market, stock, one campaign.
 */
export function enterBot(context: DecisionContext, { store, level, isEntrant }: BotSeat): void {
  const { world, state, book } = context;
  enterStore(state, store, storeKind.bot, level);
  const savedMinor = isEntrant ? 0 : savings(context);
  postOpening(book, store, world.source.scenario.openingCashMinor + savedMinor);
  // As help does: capital beyond that of the others is none of the score's profit.
  state.helpMinor[store]! += savedMinor;
  for (const [slot, product] of botProducts(context, store).entries()) {
    const { sku } = world.source.products[product]!;
    decide(context, store, { kind: "select-product", sku, place: slot });
  }
  adoptAnswers(context, store, decide);
  const rows = rowsOf(context, store);
  for (const row of rows) listEverywhere(context, store, row);
  for (const row of rows) firstStock(context, store, row, isEntrant);
  if (isSandbox(world)) for (const row of rows) decide(context, store, sandboxRule(context, row));
  if (world.source.scenario.modules.ads) openBotCampaign(context, store, rows);
}

/**
 * What those who are there before have beside the opening cash: they have traded for long, and
 * goods
 * that sell bind cash for weeks.
 */
function savings({ world }: DecisionContext): number {
  const { openingCashMinor } = world.source.scenario;
  return Math.floor(openingCashMinor * (world.parameters["bot.capital"] - 1) + 0.5);
}

/** A store takes products of both its categories, half of each as far as there are any. */
function botProducts({ world, key }: DecisionContext, store: number): readonly number[] {
  const { products, scenario } = world.source;
  const picked = categoriesOf(world, store, key).map((category) => {
    const candidates = [...products.keys()].filter((at) => products[at]!.category === category);
    const at = address(purpose.botPick);
    const shuffled = permutation(candidates.length, store, category, 0, at, key);
    return Array.from(shuffled, (i) => candidates[i]!);
  });
  const [first = [], second = []] = picked;
  const half = Math.ceil(scenario.offersPerStore / 2);
  const fromFirst = first.slice(0, Math.max(half, scenario.offersPerStore - second.length));
  return [...fromFirst, ...second.slice(0, scenario.offersPerStore - fromFirst.length)];
}

/** Price and scores by the rule of the season's matching. */
const priceOf = (context: DecisionContext, row: number, market: number, service: number) =>
  isSandbox(context.world)
    ? sandboxPrice(context, row, market, service)
    : botPrice(context, row, market, service);

function listEverywhere(context: DecisionContext, store: number, row: number): void {
  const { world, state } = context;
  const { sku } = world.source.products[state.skuOf[row]!]!;
  const scores = isSandbox(world) ? sandboxScores(context, row) : botScores(context, row);
  const skill = skillOf(context, store);
  const listing: ListingText = {
    title: sku,
    keywords: [],
    text: "",
    attributes: {},
    photoLevel: skill >= 0.75 ? 2 : skill >= 0.5 ? 1 : 0,
  };
  for (let market = 0; market < state.sizes.markets; market++) {
    const shipping = botShipping(context, row, market);
    if (shipping === null) continue;
    const priceMinor = priceOf(context, row, market, shipping.service);
    if (priceMinor === null) continue;
    const where = { sku, market: world.marketIds[market]! };
    const service = world.source.trade.services[shipping.service]!.id;
    const { promiseDays } = shipping;
    decide(context, store, { kind: "set-shipping", ...where, service, feeMinor: 0, promiseDays });
    decide(context, store, { kind: "publish-listing", ...where, listing, scores, priceMinor });
  }
}

/**
 * Those who are there before find their first stock on the shelf; those who open buy like anyone.
 */
function firstStock(
  context: DecisionContext,
  store: number,
  row: number,
  isEntrant: boolean,
): void {
  const { world, state } = context;
  const product = world.source.products[state.skuOf[row]!]!;
  const skill = skillOf(context, store);
  const wanted =
    skill > 0.6 ? 30 : 20 + Math.floor(60 * shareOf(context, store, place(row, context)));
  const units = Math.max(product.moq, wanted);
  if (!canSpare(context, row, units)) return;
  if (isEntrant) {
    const { sku } = product;
    decide(context, store, { kind: "place-purchase", sku, units }, place(row, context));
  } else stockAtOnce(context, row, units);
}

/** A uniform number of a store for today. */
function shareOf({ engineDay, key }: DecisionContext, store: number, index: number): number {
  return uniform(store, 0, 4 * engineDay, address(purpose.botDecide, 1 + index), key);
}

function openBotCampaign(context: DecisionContext, store: number, rows: readonly number[]): void {
  const { world } = context;
  const dollars = 10 + 10 * shareOf(context, store, 300);
  decide(context, store, {
    kind: "open-campaign",
    campaign: 0,
    name: "",
    dailyBudgetTicks: Math.floor(10_000 * dollars),
    markets: world.marketIds,
  });
  for (const row of rows) bidFor(context, store, row);
}

/** Sets the bid of an offer by what it earns in the first market it is listed in. */
function bidFor(context: DecisionContext, store: number, row: number): void {
  const { world, state, book } = context;
  const { markets, queries } = state.sizes;
  for (let market = 0; market < markets; market++) {
    const cell = row * markets + market;
    if (state.listing[cell] !== 1) continue;
    const price = state.priceMinor[cell]!;
    const margin = unitMargin(context, store, row, market, price) ?? 0;
    const priceBase = exchanged(book, price, world.currencyOfMarket[market]!, world.base);
    const worth = botBid(context, row, margin, priceBase);
    const isThrifty = skillOf(context, store) > 0.4;
    const shopperBid = isThrifty ? thriftyBid(context, row, worth) : worth;
    const bidTicks = isSandbox(world) ? sandboxBid(context, row, market) : shopperBid;
    const all = (1 << queries) - 1;
    const matches = Array.from({ length: markets }, () => all);
    const { sku } = world.source.products[state.skuOf[row]!]!;
    decide(context, store, {
      kind: "set-bid",
      campaign: 0,
      sku,
      keyword: "",
      match: "auto",
      bidTicks,
      matches,
    });
    return;
  }
}

/**
 * Once a week each bot looks at its store, the more skilled the more surely; so does the autopilot
 * at a store of people.
 */
export function runBots(context: DecisionContext): void {
  const { state, engineDay, world } = context;
  const p = world.parameters;
  for (let store = 0; store < state.sizes.stores; store++) {
    const isPiloted = isOnAutopilot(state, store);
    if (state.storeKind[store] !== storeKind.bot && !isPiloted) continue;
    if (engineDay === state.enteredOn[store] || (engineDay + store) % 7 !== 0) continue;
    if (isSandbox(world) && !isPiloted) {
      for (const row of rowsOf(context, store)) promote(context, store, row);
      for (const banner of sandboxBanners(context, store)) decide(context, store, banner);
      continue;
    }
    const skill = skillOf(context, store);
    const looks = shareOf(context, store, 0) < p["bot.revise"] + p["bot.reviseSkill"] * skill;
    if (!looks) continue;
    if (isPiloted) {
      runAutopilot(context, store);
      continue;
    }
    for (const row of rowsOf(context, store)) revise(context, store, row, skill);
    if (world.source.scenario.modules.ads) reviseBudget(context, store, skill);
    reviseService(context, store, decide);
    if (skill > 0.6) reviseMoney(context, store);
  }
}

/** The skilled see to it that they do not run short. */
function reviseMoney(context: DecisionContext, store: number): void {
  for (const [at, decision] of moneyDecisions(context, store).entries()) {
    decide(context, store, decision, loanSlot + at);
  }
}

function promote(context: DecisionContext, store: number, row: number): void {
  for (const decision of sandboxPromotions(context, store, row)) decide(context, store, decision);
}

function revise(context: DecisionContext, store: number, row: number, skill: number): void {
  const { state, world, engineDay } = context;
  const isFailed = engineDay - state.bornOn[row]! > 21 && state.soldTotal[row]! < 3;
  for (let market = 0; market < state.sizes.markets; market++) {
    const cell = row * state.sizes.markets + market;
    if (state.listing[cell] !== 1) continue;
    const priceMinor = botPrice(context, row, market, state.service[cell]!);
    if (priceMinor === null || priceMinor === state.priceMinor[cell]) continue;
    const { sku } = world.source.products[state.skuOf[row]!]!;
    decide(context, store, {
      kind: "set-price",
      sku,
      market: world.marketIds[market]!,
      priceMinor,
    });
  }
  if (world.source.scenario.modules.ads) bidFor(context, store, row);
  if (skill > 0.6) setReorder(context, store, row, skill === 1 && isFailed);
  else restock(context, store, row);
  if (skill === 1 && world.source.scenario.modules.warehouses) useWarehouses(context, store, row);
}

/**
 * The skilled leave buying to a standing rule that looks every day: it orders when what is there
 * and under way no longer covers the supplier's lead time. A minimum quantity that would last for
 * two months is not bought.
 */
function setReorder(context: DecisionContext, store: number, row: number, isFailed: boolean): void {
  const { state, world } = context;
  const { sku, moq, leadDays } = world.source.products[state.skuOf[row]!]!;
  const rate = dailyRate(context, row);
  const lead = 4 + (leadDays * world.source.scenario.leadTimeBp) / 10_000;
  const isWorthIt = !isFailed && moq <= 60 * rate + 6;
  const pointUnits = isWorthIt ? Math.floor(rate * lead) + 2 : 0;
  const upToUnits = isWorthIt ? Math.max(pointUnits + 1, botStock(context, row)) : 0;
  if (state.reorderPoint[row] === pointUnits && state.reorderUpTo[row] === upToUnits) return;
  decide(context, store, { kind: "set-reorder-rule", sku, pointUnits, upToUnits });
}

/** The others look once a week and buy up to what they guess they need. */
function restock(context: DecisionContext, store: number, row: number): void {
  const bought = buyUpTo(context, row, botStock(context, row), unitsAtHome(context.state, row));
  if (bought !== null) decide(context, store, bought, place(row, context));
}

/** Entries of a day from here on are a bot's dealings with its bank. */
const loanSlot = 220;

/** Markets whose warehouses a master of the trade uses, and the daily sales from which on. */
const warehouseMarkets = 3;
const warehouseRate = 0.8;
const warehouseDays = 30;

/** Moves the stock of fast sellers into the first markets' warehouses and ships from there. */
function useWarehouses(context: DecisionContext, store: number, row: number): void {
  const { state, world, trade } = context;
  const { markets } = state.sizes;
  const rate = dailyRate(context, row);
  if (rate <= warehouseRate) return;
  const { sku, leadDays } = world.source.products[state.skuOf[row]!]!;
  const homeNeeds = rate * (4 + (leadDays * world.source.scenario.leadTimeBp) / 10_000);
  for (let market = 0; market < Math.min(warehouseMarkets, markets); market++) {
    const cell = row * markets + market;
    if (state.listing[cell] !== 1) continue;
    const id = world.marketIds[market]!;
    const pool = row * (markets + 1) + 1 + market;
    const there = state.stock[pool]! + state.inbound[pool]!;
    const monthly = Math.floor(rate * warehouseDays * shareOfMarket(world, market));
    // What home sells until the supplier has brought more stays there.
    const spare = Math.floor((state.stock[row * (markets + 1)]! - homeNeeds) / 2);
    const units = Math.min(monthly - there, spare);
    if (units >= 10 && firstLegOf(context, market, "sea") !== null) {
      decide(
        context,
        store,
        { kind: "move-stock", sku, market: id, mode: "sea", units },
        200 + market,
      );
    }
    const local = trade.services(id, "warehouse")[0];
    if (local === undefined) continue;
    if (state.service[cell] === local.index) {
      if (state.stock[pool] === 0) shipFromHome(context, store, row, market);
      continue;
    }
    if (state.stock[pool]! < monthly / 2 || state.stock[pool] === 0) continue;
    decide(context, store, {
      kind: "set-shipping",
      sku,
      market: id,
      service: local.service.id,
      feeMinor: 0,
      promiseDays: Math.max(1, local.transitDays[2]),
    });
  }
}

/** An empty warehouse sells nothing: the listing ships from home again. */
function shipFromHome(context: DecisionContext, store: number, row: number, market: number): void {
  const { state, world } = context;
  const shipping = botShipping(context, row, market);
  if (shipping === null) return;
  decide(context, store, {
    kind: "set-shipping",
    sku: world.source.products[state.skuOf[row]!]!.sku,
    market: world.marketIds[market]!,
    service: world.source.trade.services[shipping.service]!.id,
    feeMinor: 0,
    promiseDays: shipping.promiseDays,
  });
}

const shareOfMarket = (world: DecisionContext["world"], market: number) =>
  world.source.scenario.markets[market]!.visitShareBp / 10_000;

/** The skilled spend a share of what the week brought, within bounds. */
function reviseBudget(context: DecisionContext, store: number, skill: number): void {
  const { state, world, book } = context;
  if (skill <= 0.6) return;
  let week = 0;
  for (const row of rowsOf(context, store)) {
    const cell = row * state.sizes.markets;
    week +=
      state.soldWeek[row]! *
      exchanged(book, Math.max(0, state.priceMinor[cell]!), world.currencyOfMarket[0]!, world.base);
  }
  const share = world.parameters["bot.budgetShare"];
  const dollars = clamp((share * week) / 700, 5, 400);
  decide(context, store, {
    kind: "edit-campaign",
    campaign: 0,
    name: "",
    dailyBudgetTicks: Math.floor(10_000 * dollars),
    markets: world.marketIds,
  });
}
