/**
 * What a store's day brings on average (market.md section 10): the pages of its shelves with their
 * exact rates, slice by slice, stock and budgets running down by what is expected. Rivals' stock
 * and budgets run as they did on the day they were observed.
 */
import { showTerms } from "../after-sales/terms.ts";
import { clamp } from "../../number/clamp.ts";
import { writeRates } from "../shelf/choice.ts";
import {
  openPromotions,
  turnPromotions,
  type DayPromotions,
} from "../promotions/day-promotions.ts";
import { groupUnits } from "../promotions/group-buy.ts";
import { capLeft } from "../promotions/order-pieces.ts";
import { meanUnit, type Plan } from "../promotions/plan.ts";
import { closeBids } from "../shelf/auction.ts";
import { openDirectVisits, refreshPages, type DirectVisits } from "../offsite/direct-visits.ts";
import { sourceCount } from "../offsite/channel.ts";
import { isOwn } from "../offsite/store-page.ts";
import { openDay } from "../shelf/open-day.ts";
import { drawPhases } from "../shelf/pacing.ts";
import { layPage, pageStart } from "../shelf/page.ts";
import { isSandbox } from "../sandbox/matching.ts";
import { preparePhase } from "../shelf/prepare.ts";
import { rankPhase } from "../shelf/ranking.ts";
import { onState, openEngine, type Engine } from "../state/engine.ts";
import { effectsOfDay, type Seed } from "../state/season.ts";
import { newState } from "../state/state.ts";
import { newWorkspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";
import { pageSlots, slices } from "../world/world-limits.ts";
import type { Blend, Touched } from "./blend-days.ts";
import { addDeal } from "./dealt-day.ts";
import { sellSets } from "./expected-sets.ts";
import {
  newOwnSales,
  ownListings,
  unitsLeast,
  type OwnListings,
  type OwnSales,
} from "./own-sales.ts";

/** Memory in which days are worked out; it may serve any two days of its world. */
export type WhyBench = {
  readonly engine: Engine;
  /** The blend that it worked on last: what it prepared of rivals still stands. */
  blend: Blend | null;
  /** Rivals' listings that were taken off pages during the day, to be put back. */
  readonly closed: number[];
};

const memory = (bytes: number) => new ArrayBuffer(bytes);

export function newWhyBench(world: World, seed: Seed): WhyBench {
  const work = newWorkspace(world.sizes, memory);
  const engine = openEngine(world, seed, newState(world.sizes, memory), work);
  return { engine, blend: null, closed: [] };
}

/**
 * The store's expected sales of the blend as it stands.
 *
 * @param adjust  changes what was prepared before anything is ranked by it
 */
export function expectedDay(
  bench: WhyBench,
  blend: Blend,
  touched: Touched,
  adjust: (engine: Engine) => void = () => undefined,
): OwnSales {
  const engine = onState(bench.engine, blend.state);
  const { world } = engine;
  const listings = ownListings(blend);
  const promotions = openBlend(bench, engine, blend, listings, touched, adjust);
  const sales = newOwnSales(blend, listings);
  if (isSandbox(engine.world)) {
    addDeal(engine, blend, listings, sales);
    return sales;
  }
  const { offsite } = engine.world.source.scenario.modules;
  const direct = offsite ? openDirectVisits(engine, blend.store) : null;
  for (let slice = 0; slice < slices; slice++) {
    setRivals(bench, engine, blend, listings, slice);
    openCampaigns(engine, sales);
    drawPhases(engine, slice);
    turnPromotions(engine, promotions, slice);
    engine.own.bids.cell = -1;
    sales.wanted.fill(0);
    sales.due.fill(0);
    for (const shelf of listings.shelves) {
      const isRepriced = engine.work.isRepriced[Math.floor(shelf / world.sizes.queries)] === 1;
      if (layPage(engine, slice, shelf) || isRepriced) writeRates(engine, slice, shelf);
      gather(engine, listings, sales, promotions, slice, shelf);
    }
    if (direct !== null) gatherDirect(engine, direct, listings, sales, promotions, slice);
    capPromoted(engine, listings, sales, promotions, slice);
    serve(engine, listings, sales, promotions, slice);
    sellSets(engine, sales, promotions, slice);
    charge(engine, sales, slice);
  }
  dissolveExpected(engine, listings, sales, promotions);
  return sales;
}

/** Prices, ranks and bids of the day, of what has changed since the bench worked on it last. */
function openBlend(
  bench: WhyBench,
  engine: Engine,
  blend: Blend,
  listings: OwnListings,
  touched: Touched,
  adjust: (engine: Engine) => void,
): DayPromotions {
  const { state, work, world } = engine;
  const { seed, lawDay, age } = blend;
  const offers = state.offerCount[0]!;
  state.day[0] = lawDay;
  for (let row = 0; row < offers; row++) state.bornOn[row] = lawDay - age[row]!;
  openDay(engine, {
    effects: effectsOfDay({ world, seed, state }),
    isBroke: (store) => blend.isBroke[store] === 1,
  });
  work.visits.set(blend.visits);
  if (bench.blend !== blend || touched === "all") preparePhase(engine, 0, offers);
  else {
    for (const listing of bench.closed) work.hasStock[listing] = 1;
    for (const row of listings.rows) preparePhase(engine, row, row + 1);
  }
  showTerms(engine);
  const promotions = openPromotions(engine);
  adjust(engine);
  bench.blend = blend;
  bench.closed.length = 0;
  work.day[0] = blend.lotteryDay;
  if (isSandbox(world)) return promotions;
  const { queries } = world.sizes;
  for (const cell of listings.cells) rankPhase(engine, cell * queries, (cell + 1) * queries);
  return promotions;
}

/** Rivals' campaigns and empty shelves as they were when the slice began. */
function setRivals(
  bench: WhyBench,
  engine: Engine,
  blend: Blend,
  listings: OwnListings,
  slice: number,
): void {
  const { work, state, world } = engine;
  const view = blend.rivals.slices[slice]!;
  const { columns, rows } = state.tables.campaigns;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === blend.store) continue;
    work.campaignIsOpen[row] = view.isOpen[row] ?? 0;
    work.campaignPacing[row] = view.pacing[row] ?? 0;
  }
  const { markets, categories } = world.sizes;
  for (const cell of listings.cells) {
    const market = Math.floor(cell / categories);
    const category = cell % categories;
    const end = work.categoryStart[category + 1]!;
    for (let position = work.categoryStart[category]!; position < end; position++) {
      const offer = work.offerAt[position]!;
      const at = offer * markets + market;
      const isThere = (view.hasStock[at] ?? 0) === 1 || state.storeOf[offer] === blend.store;
      if (isThere || work.hasStock[at] === 0) continue;
      closeListing(engine, offer, market);
      bench.closed.push(at);
    }
  }
}

function closeListing(engine: Engine, offer: number, market: number): void {
  const { work, state } = engine;
  const { markets, categories } = work.sizes;
  work.hasStock[offer * markets + market] = 0;
  work.isSoldOutOf[market * categories + state.categoryOf[offer]!] = 1;
  closeBids(engine, offer, market);
}

/** The store's own campaigns as far as their budgets go. */
function openCampaigns({ work }: Engine, sales: OwnSales): void {
  for (const campaign of sales.campaigns) {
    work.campaignIsOpen[campaign.row] = campaign.isOpen ? 1 : 0;
    work.campaignPacing[campaign.row] = campaign.pacing;
  }
}

/** Adds what a shelf's page brings the store in the slice. */
function gather(
  { work, world, weights }: Engine,
  listings: OwnListings,
  sales: OwnSales,
  promotions: DayPromotions,
  slice: number,
  shelf: number,
): void {
  const { shelves, markets, categories, queries } = world.sizes;
  const { pageOffer, pageEntry, pagePrice, orderRate, clickOnlyRate, entryCampaign } = work;
  const market = Math.floor(shelf / (categories * queries));
  const page = pageStart(shelves, slice, shelf);
  const count = work.slotCount[slice * shelves + shelf]!;
  const share = world.sliceShares[slice]!;
  for (let slot = 0; slot < count; slot++) {
    const own = listings.ownOf[pageOffer[page + slot]!]!;
    if (own < 0) continue;
    const at = own * markets + market;
    const orders = orderRate[shelf * pageSlots + slot]! * share;
    const clicks = orders + clickOnlyRate[shelf * pageSlots + slot]! * share;
    sales.clicks[at]! += clicks;
    const plan = promotions.byListing.get(pageOffer[page + slot]! * markets + market)?.plans[slice];
    sales.wanted[at]! += orders * (1 + (plan?.extraUnits ?? weights.extraUnits));
    sales.wantedOrders[at]! += orders;
    const entry = pageEntry[page + slot]!;
    if (entry < 0) continue;
    const campaign = sales.campaignAt.get(entryCampaign[entry]!)!;
    sales.due[campaign * sales.width + at]! += clicks * pagePrice[page + slot]!;
  }
}

/** Adds what visits to stores' own pages bring in the slice. */
function gatherDirect(
  engine: Engine,
  direct: DirectVisits,
  listings: OwnListings,
  sales: OwnSales,
  promotions: DayPromotions,
  slice: number,
): void {
  refreshPages(direct);
  const { world, work, weights } = engine;
  const { markets } = world.sizes;
  const share = world.sliceShares[slice]!;
  for (const page of direct.pages) {
    page.offers.forEach((offer, slot) => {
      const own = listings.ownOf[offer]!;
      if (own < 0) return;
      const at = own * markets + page.market;
      const plan = promotions.byListing.get(offer * markets + page.market)?.plans[slice];
      const extra = plan?.extraUnits ?? weights.extraUnits;
      const place = page.paid[slot];
      for (let source = 0; source < sourceCount; source++) {
        if (page.visits[source] === 0) continue;
        const orders = page.orderRate[source]![slot]! * share;
        const clicks = orders + page.clickOnlyRate[source]![slot]! * share;
        sales.clicks[at]! += clicks;
        sales.wanted[at]! += orders * (1 + extra);
        sales.wantedOrders[at]! += orders;
        if (place === undefined) continue;
        const named = sales.named[isOwn(engine, page, offer) ? "own" : "others"];
        named.orders += orders;
        named.ticks += clicks * place.priceTicks;
        const campaign = sales.campaignAt.get(work.entryCampaign[place.entry]!)!;
        sales.due[campaign * sales.width + at]! += clicks * place.priceTicks;
      }
    });
  }
}

/** A group that is not expected to come together sells nothing. */
function dissolveExpected(
  engine: Engine,
  listings: OwnListings,
  sales: OwnSales,
  { listings: promoted }: DayPromotions,
): void {
  for (const one of promoted) {
    const own = listings.ownOf[one.row]!;
    if (own < 0) continue;
    const at = own * engine.world.sizes.markets + one.market;
    if (sales.units[at]! >= groupUnits(one)) continue;
    for (const column of [sales.units, sales.orders, sales.goodsMinor, sales.grossMinor]) {
      column[at] = 0;
    }
  }
}

/** Takes back what the caps of promotions do not leave. */
function capPromoted(
  engine: Engine,
  listings: OwnListings,
  sales: OwnSales,
  { listings: promoted }: DayPromotions,
  slice: number,
): void {
  const { markets } = engine.world.sizes;
  for (const one of promoted) {
    const own = listings.ownOf[one.row]!;
    if (own < 0) continue;
    const at = own * markets + one.market;
    const left = Math.max(0, capLeft(engine, one, slice) - sales.promoted[at]!);
    const wanted = sales.wanted[at]!;
    if (wanted <= left) continue;
    sales.wanted[at] = left;
    sales.wantedOrders[at]! *= left / wanted;
  }
}

/** Gives each listing its units; a pool that is short serves its markets alike. */
function serve(
  engine: Engine,
  listings: OwnListings,
  sales: OwnSales,
  promotions: DayPromotions,
  slice: number,
): void {
  const { world, state } = engine;
  const { markets } = world.sizes;
  const pools = markets + 1;
  listings.rows.forEach((row, own) => {
    for (let pool = 0; pool < pools; pool++) {
      const sellers: number[] = [];
      let wanted = 0;
      for (let market = 0; market < markets; market++) {
        if (listings.poolOf(state, row, market) !== pool) continue;
        sellers.push(own * markets + market);
        wanted += sales.wanted[own * markets + market]!;
      }
      const left = sales.left[own * pools + pool]!;
      const share = wanted > left ? left / wanted : 1;
      for (const at of sellers) {
        sales.sold[at] = sales.wanted[at]! * share;
        sales.units[at]! += sales.wanted[at]! * share;
        sales.orders[at]! += sales.wantedOrders[at]! * share;
        sales.wantedOrders[at] = 0;
        const plan = promotions.byListing.get(row * markets + (at % markets))?.plans[slice];
        if (plan !== undefined) sellPromoted(sales, at, plan, sales.wanted[at]! * share);
      }
      const rest = Math.max(0, left - wanted * share);
      sales.left[own * pools + pool] = rest;
      if (rest >= unitsLeast) continue;
      for (const at of sellers) {
        if (engine.work.hasStock[row * markets + (at % markets)] === 1) {
          closeListing(engine, row, at % markets);
        }
      }
    }
  });
}

/** Counts what units of a listing that promotes bring. */
function sellPromoted(sales: OwnSales, at: number, plan: Plan, units: number): void {
  const { goodsMinor, feeMinor } = meanUnit(plan);
  sales.goodsMinor[at]! += units * goodsMinor;
  sales.grossMinor[at]! += units * (goodsMinor + feeMinor);
  if (plan.kinds !== 0) sales.promoted[at]! += units;
}

/** Charges campaigns as far as their budgets go, and paces them (market.md E5). */
function charge({ world }: Engine, sales: OwnSales, slice: number): void {
  const { parameters, sliceShares } = world;
  let elapsed = 0;
  for (let t = 0; t <= slice; t++) elapsed += sliceShares[t]!;
  sales.campaigns.forEach((campaign, index) => {
    const { budget } = campaign;
    if (budget <= 0) return;
    const due = sales.due.subarray(index * sales.width, (index + 1) * sales.width);
    const total = due.reduce((sum, one) => sum + one, 0);
    const paid = Math.min(total, budget - campaign.spent);
    if (total > 0) due.forEach((one, at) => (sales.adTicks[at]! += (one * paid) / total));
    campaign.spent += paid;
    const planned = budget * elapsed;
    const factor = 1 + (parameters["pacing.gain"] * (planned - campaign.spent)) / planned;
    campaign.pacing = clamp(campaign.pacing * factor, parameters["pacing.least"], 1);
    if (campaign.spent >= budget - 0.5) campaign.isOpen = false;
  });
}
