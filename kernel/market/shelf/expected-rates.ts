/**
 * Exact expected rates of shelves (market.md sections 8 and 10): what the day's page would bring on
 * average if some columns were different. Ranking, page and reference price stay as they are, so
 * the difference of two answers has no noise in it.
 */
import { writeRates } from "./choice.ts";
import type { Engine } from "../state/engine.ts";
import { cardOf, clickRateOf, writeFacts } from "./facts.ts";
import { pageStart } from "./page.ts";
import { preparePhase } from "./prepare.ts";
import { cardWidth, type Workspace } from "../state/workspace.ts";
import { pageSlots } from "../world/world-limits.ts";

/** Columns that may be overridden: of an offer, of a listing, of a cell, of a store. */
export const overridable = {
  starSum: "offer",
  starSquareSum: "offer",
  reviewCount: "offer",
  fit: "offer",
  priceMinor: "listing",
  feeMinor: "listing",
  discountBp: "listing",
  service: "listing",
  promiseDays: "listing",
  contentMilli: "listing",
  answered: "store",
  logOutside: "cell",
} as const;

/** One number to think different, by its index in the column. */
export type Override = {
  readonly column: keyof typeof overridable;
  readonly index: number;
  readonly value: number;
};

/** A day's rates of the slots of some shelves, row by row. */
export type Rates = {
  readonly rows: number;
  readonly shelf: Int32Array;
  readonly slot: Int32Array;
  readonly offer: Int32Array;
  readonly orders: Float64Array;
  /** Clicks of any kind; at least the orders. */
  readonly clicks: Float64Array;
  /** Visits that examine the slot; at least the clicks. */
  readonly examinations: Float64Array;
};

const asPrepared = () => undefined;

/**
 * The rates of the shelves' first pages of the day under overrides. The engine's state is as before
 * when it returns.
 *
 * @param engine  after the day's first slice
 * @param show    lets what the overrides touch be seen with what it shows beyond its preparation
 */
export function expectedRates(
  engine: Engine,
  shelves: readonly number[],
  overrides: readonly Override[] = [],
  show: () => void = asPrepared,
): Rates {
  const undo = apply(engine, overrides);
  show();
  const rates = ratesOf(engine, shelves);
  undo();
  for (const shelf of shelves) rateShelf(engine, shelf);
  return rates;
}

/** Thinks numbers different and prepares what shows them. Gives what puts all back as it was. */
function apply(engine: Engine, overrides: readonly Override[]): () => void {
  const { state, world } = engine;
  const before = overrides.map(({ column, index }) => state[column][index]!);
  const touched = new Set<number>();
  for (const { column, index, value } of overrides) {
    state[column][index] = value;
    const kind = overridable[column];
    if (kind === "offer") touched.add(index);
    if (kind === "listing") touched.add(Math.floor(index / world.sizes.markets));
  }
  // Prepared again from the state, a listing would have lost what its promotions and terms show.
  const dressed = [...touched].map((offer) => keepPrepared(engine, offer));
  for (const offer of touched) preparePhase(engine, offer, offer + 1);
  return () => {
    // Backwards, so that the first of two overrides of one number is undone last.
    for (let at = overrides.length - 1; at >= 0; at--) {
      const { column, index } = overrides[at]!;
      state[column][index] = before[at]!;
    }
    for (const putBack of dressed) putBack();
  };
}

/** Columns of a listing that its preparation writes, beside its card. */
const preparedColumns = [
  "goodsMinor",
  "seenFee",
  "seenTerms",
  "seenPromise",
  "atSaleMinor",
  "atDoorMinor",
  "sellerMinor",
  "landedMinor",
  "logPrice",
  "checkoutShare",
  "hasStock",
] as const satisfies readonly (keyof Workspace)[];

/** Keeps what an offer's preparation may write over. Gives what puts it back. */
function keepPrepared({ work, world }: Engine, offer: number): () => void {
  const { markets, offers } = world.sizes;
  const first = offer * markets;
  const reviews = work.reviewTerm[offer]!;
  const listings = preparedColumns.map((name) => work[name].slice(first, first + markets));
  const cards = Array.from({ length: markets }, (_, market) => {
    const at = (market * offers + work.positionOf[offer]!) * cardWidth;
    return { at, kept: work.cards.slice(at, at + cardWidth) };
  });
  return () => {
    work.reviewTerm[offer] = reviews;
    preparedColumns.forEach((name, at) => work[name].set(listings[at]!, first));
    for (const { at, kept } of cards) work.cards.set(kept, at);
  };
}

/** Computes a shelf's facts and rates anew, from the first slice's page. */
export function rateShelf(engine: Engine, shelf: number): void {
  const { work, world } = engine;
  const { queries, shelves } = world.sizes;
  const cell = Math.floor(shelf / queries);
  const page = pageStart(shelves, 0, shelf);
  for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
    const offer = work.pageOffer[page + slot]!;
    const at = cardOf(engine, offer, cell);
    const row = work.factRow[shelf * pageSlots + slot]!;
    writeFacts(engine, offer, at, cell, clickRateOf(engine, offer, at, cell), row);
  }
  writeRates(engine, 0, shelf);
}

function ratesOf(engine: Engine, wanted: readonly number[]): Rates {
  const { work, world, own } = engine;
  const { shelves } = world.sizes;
  const rows = wanted.reduce((sum, shelf) => sum + work.slotCount[shelf]!, 0);
  const rates: Rates = {
    rows,
    shelf: new Int32Array(rows),
    slot: new Int32Array(rows),
    offer: new Int32Array(rows),
    orders: new Float64Array(rows),
    clicks: new Float64Array(rows),
    examinations: new Float64Array(rows),
  };
  let row = 0;
  for (const shelf of wanted) {
    rateShelf(engine, shelf);
    for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
      const placed = shelf * pageSlots + slot;
      rates.shelf[row] = shelf;
      rates.slot[row] = slot;
      rates.offer[row] = work.pageOffer[pageStart(shelves, 0, shelf) + slot]!;
      rates.orders[row] = work.orderRate[placed]!;
      rates.clicks[row] = work.orderRate[placed]! + work.clickOnlyRate[placed]!;
      rates.examinations[row] = work.visits[shelf]! * own.examined[slot]!;
      row++;
    }
  }
  return rates;
}
