/**
 * Stores that a store has watched: what every shopper could see of them on the day, for a fee by
 * the day. They are seen where the watcher competes: in the categories of its own products.
 */
import type { State } from "../state/state.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import { pageStart } from "../shelf/page.ts";
import { addRow } from "../state/tables.ts";
import { priceQuantiles, type Workspace } from "../state/workspace.ts";
import { pageSlots, slices } from "../world/world-limits.ts";
import { cashOf } from "../books/bookkeeping.ts";
import { postResearch, watchFee } from "./fees.ts";

/** Rivals by watcher, in the order in which they were named. */
function watchersOf({ state }: DecisionContext): Map<number, number[]> {
  const { columns, rows } = state.tables.watches;
  const watchers = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const store = columns.store[row]!;
    const rivals = watchers.get(store);
    if (rivals === undefined) watchers.set(store, [columns.rival[row]!]);
    else rivals.push(columns.rival[row]!);
  }
  return watchers;
}

/**
 * Pays for a day of watching and writes what was seen. Who has no cash for it sees nothing that
 * day and pays nothing.
 */
export function watchRivals(context: DecisionContext, work: Workspace, report: DayReport): void {
  const { book } = context;
  const watchers = watchersOf(context);
  if (watchers.size === 0) return;
  const seen = placesOf(context, work, new Set([...watchers.values()].flat()));
  for (const [store, rivals] of watchers) {
    const fee = watchFee(context, rivals.length);
    if (cashOf(book, store) < fee) continue;
    postResearch(book, store, 0, -1, fee);
    if (!report.isReported(store)) continue;
    const categories = categoriesOf(context, store);
    for (const rival of rivals)
      writeRival(context, work, report, { store, rival }, categories, seen);
  }
}

/** Categories in which a store has a product. */
export function categoriesOf(
  { state }: Pick<DecisionContext, "state">,
  store: number,
): Set<number> {
  const found = new Set<number>();
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    const isOwn = state.storeOf[offer] === store && state.isDropped[offer] === 0;
    if (isOwn) found.add(state.categoryOf[offer]!);
  }
  return found;
}

/** Whether anybody sees the offer: it is listed in some market. */
export function isOnSale({ sizes, listing, isDropped }: State, offer: number): boolean {
  const { markets } = sizes;
  if (isDropped[offer] === 1) return false;
  return listing.subarray(offer * markets, (offer + 1) * markets).includes(1);
}

/** Categories in which everybody sees the store sell. */
export function categoriesShown(
  { state }: Pick<DecisionContext, "state">,
  store: number,
): Set<number> {
  const found = new Set<number>();
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    if (state.storeOf[offer] === store && isOnSale(state, offer)) {
      found.add(state.categoryOf[offer]!);
    }
  }
  return found;
}

type Seen = { place: number; query: number; isSponsored: boolean };

/** Best places of the watched stores' listings over the day, by offer · markets + market. */
function placesOf(
  { state }: DecisionContext,
  work: Workspace,
  rivals: ReadonlySet<number>,
): Map<number, Seen> {
  const { shelves, queries, categories, markets } = state.sizes;
  const seen = new Map<number, Seen>();
  for (let slice = 0; slice < slices; slice++) {
    for (let shelf = 0; shelf < shelves; shelf++) {
      const start = pageStart(shelves, slice, shelf);
      const count = Math.min(pageSlots, work.slotCount[slice * shelves + shelf]!);
      const market = Math.floor(shelf / (queries * categories));
      for (let slot = 0; slot < count; slot++) {
        const offer = work.pageOffer[start + slot]!;
        if (!rivals.has(state.storeOf[offer]!)) continue;
        const at = offer * markets + market;
        const isSponsored = work.pageEntry[start + slot]! >= 0;
        const known = seen.get(at);
        if (known === undefined) {
          seen.set(at, { place: slot + 1, query: shelf % queries, isSponsored });
          continue;
        }
        known.isSponsored ||= isSponsored;
        if (slot + 1 >= known.place) continue;
        known.place = slot + 1;
        known.query = shelf % queries;
      }
    }
  }
  return seen;
}

function writeRival(
  context: DecisionContext,
  work: Workspace,
  report: DayReport,
  pair: { readonly store: number; readonly rival: number },
  categories: ReadonlySet<number>,
  seen: ReadonlyMap<number, Seen>,
): void {
  const { state } = context;
  const { markets } = state.sizes;
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    const isTheirs = state.storeOf[offer] === pair.rival && state.isDropped[offer] === 0;
    if (!isTheirs || !categories.has(state.categoryOf[offer]!)) continue;
    for (let market = 0; market < markets; market++) {
      const at = offer * markets + market;
      if (state.listing[at] !== 1) continue;
      writeListing(context, work, report, pair, offer, market, seen.get(at));
    }
  }
}

function writeListing(
  { state, world }: DecisionContext,
  work: Workspace,
  report: DayReport,
  { store, rival }: { readonly store: number; readonly rival: number },
  offer: number,
  market: number,
  seen: Seen | undefined,
): void {
  const p = world.parameters;
  const at = offer * state.sizes.markets + market;
  const category = state.categoryOf[offer]!;
  const cell = market * state.sizes.categories + category;
  const row = addRow(report.tables.rivals);
  const { columns } = report.tables.rivals;
  columns.store[row] = store;
  columns.rival[row] = rival;
  columns.offer[row] = state.offerNumber[offer]!;
  columns.market[row] = market;
  columns.category[row] = category;
  columns.priceMinor[row] = work.goodsMinor[at]!;
  columns.landedMinor[row] = work.landedMinor[at]!;
  columns.referenceMinor[row] = Math.floor(work.quantileMinor[cell * priceQuantiles + 2]! + 0.5);
  columns.place[row] = seen?.place ?? 0;
  columns.query[row] = seen?.query ?? -1;
  columns.isSponsored[row] = seen?.isSponsored === true ? 1 : 0;
  const prior = p["utility.priorReviews"];
  const reviews = state.reviewCount[offer]!;
  const stars = state.starSum[offer]! + p["utility.priorStars"] * prior;
  columns.ratingMilli[row] = Math.floor((1000 * stars) / (reviews + prior) + 0.5);
  columns.reviews[row] = reviews;
}
