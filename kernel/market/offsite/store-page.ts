/**
 * A store's own page in a market: what buyers see who came for the store and not for a product. Its
 * offers of one category stand side by side, on what its name shows after paid places; shoppers
 * choose among them as on any shelf (E7), only the outside option is what the source makes of it.
 * The page is worked out on a bench of its own, beside the market's shelves, so that no shelf knows
 * of it.
 */
import { clamp } from "../../number/clamp.ts";
import { log } from "../../number/log.ts";
import { segmentCount } from "../parameters/parameter-lists.ts";
import { writeRates } from "../shelf/choice.ts";
import { cardOf, clickRateOf, writeFacts } from "../shelf/facts.ts";
import type { Engine } from "../state/engine.ts";
import { card } from "../state/workspace.ts";
import { pageSlots, slices } from "../world/world-limits.ts";
import { sourceCount, type SalesSource, salesSources } from "./channel.ts";
import type { PaidPlace } from "./name-auction.ts";

export type StorePage = {
  readonly store: number;
  readonly market: number;
  readonly cell: number;
  /** Rows of the offers, in the order of places. */
  offers: readonly number[];
  /** What stands on the first of them for money. */
  paid: readonly PaidPlace[];
  /** Mean visits of a day by source. */
  readonly visits: Float64Array;
  /** Orders of a day, and clicks without order, by source and place; of sources that bring any. */
  readonly orderRate: Float64Array[];
  readonly clickOnlyRate: Float64Array[];
  /** By place: the share of would-be buyers that completes the checkout. */
  checkout: Float64Array;
};

/** What a page is worked out with: the day's engine, but for the columns that shelves write. */
export type PageBench = { readonly engine: Engine; readonly logOutside: Float64Array };

export function newPageBench(engine: Engine): PageBench {
  const { shelves } = engine.world.sizes;
  const { state, work } = engine;
  const own = {
    visits: new Float64Array(shelves),
    slotCount: new Int32Array(slices * shelves),
    factRow: new Int32Array(shelves * pageSlots),
    attraction: new Float64Array(pageSlots * segmentCount),
    clickRate: new Float64Array(pageSlots),
    factCheckout: new Float64Array(pageSlots),
    orderRate: new Float64Array(shelves * pageSlots),
    clickOnlyRate: new Float64Array(shelves * pageSlots),
  };
  const bench = {
    ...engine,
    state: { ...state, logOutside: state.logOutside.slice() },
    work: { ...work, ...own },
  };
  return { engine: bench, logOutside: state.logOutside };
}

export function newStorePage(store: number, market: number, cell: number): StorePage {
  return {
    store,
    market,
    cell,
    offers: [],
    paid: [],
    visits: new Float64Array(sourceCount),
    orderRate: [],
    clickOnlyRate: [],
    checkout: new Float64Array(0),
  };
}

/**
 * Lays out what is paid for, then the offers that have units, best first, and writes the rates of
 * every source. An offer stands there once, at its better place.
 */
export function layStorePage(
  bench: PageBench,
  page: StorePage,
  offers: readonly number[],
  paid: readonly PaidPlace[] = [],
): void {
  const { engine } = bench;
  const { work, world } = engine;
  const { cell, market } = page;
  const { markets, queries } = world.sizes;
  const first = paid.map(({ offer }) => offer);
  const own = offers
    .filter((offer) => work.hasStock[offer * markets + market] === 1 && !first.includes(offer))
    .map((offer) => ({ offer, score: scoreOf(engine, offer, cell) }))
    .sort((a, b) => b.score - a.score || a.offer - b.offer)
    .map(({ offer }) => offer);
  page.paid = paid;
  page.offers = [...first, ...own].slice(0, pageSlots);
  const shelf = cell * queries;
  page.offers.forEach((offer, slot) => {
    const at = cardOf(engine, offer, cell);
    writeFacts(engine, offer, at, cell, clickRateOf(engine, offer, at, cell), slot);
    if (!isOwn(engine, page, offer)) dampen(engine, slot);
    work.factRow[shelf * pageSlots + slot] = slot;
  });
  page.checkout = work.factCheckout.slice(0, page.offers.length);
  work.slotCount[shelf] = page.offers.length;
  for (let source = 0; source < sourceCount; source++) rateSource(bench, page, shelf, source);
}

/** Rates of the visits of one source; none where nobody comes. */
function rateSource(bench: PageBench, page: StorePage, shelf: number, source: number): void {
  const { engine, logOutside } = bench;
  const { work, state } = engine;
  if (page.visits[source] === 0) return;
  state.logOutside[page.cell] = logOutside[page.cell]! + log(outsideOf(engine, source));
  work.visits[shelf] = page.visits[source]!;
  writeRates(engine, 0, shelf);
  const placed = shelf * pageSlots;
  const end = placed + page.offers.length;
  page.orderRate[source] = work.orderRate.slice(placed, end);
  page.clickOnlyRate[source] = work.clickOnlyRate.slice(placed, end);
}

/** Whether an offer is one of the store that the page is of. */
export const isOwn = ({ state }: Pick<Engine, "state">, { store }: StorePage, offer: number) =>
  state.storeOf[offer] === store;

/** Who searches the name of a store is less drawn to what others show there. */
function dampen({ world, work }: Engine, slot: number): void {
  const first = slot * segmentCount;
  const appeal = world.parameters["name.appeal"];
  for (let at = first; at < first + segmentCount; at++) work.attraction[at]! *= appeal;
}

/** How much better staying away is for who comes from a source than for who searches. */
function outsideOf({ world }: Engine, source: number): number {
  const { parameters: p } = world;
  const name: SalesSource = salesSources[source]!;
  return name === "search" || name === "rival" ? 1 : p[`${name}.outside`];
}

/** The rank score of E4 without search and lottery: a store knows what it shows first. */
function scoreOf(engine: Engine, offer: number, cell: number): number {
  const { work, weights } = engine;
  const at = cardOf(engine, offer, cell);
  const ratio = work.cards[at + card.logPrice]! - work.logReference[cell]!;
  const most = weights.logRatioMax;
  return work.cards[at + card.rankBase]! - weights.rankPrice * clamp(ratio, 0 - most, most);
}

/** Whether an offer of the page has sold out since it was laid, or has another price now. */
export function isStale({ engine }: PageBench, { offers, market, cell }: StorePage): boolean {
  const { hasStock, sizes, isRepriced } = engine.work;
  if (isRepriced[cell] === 1) return true;
  return offers.some((offer) => hasStock[offer * sizes.markets + market] === 0);
}
