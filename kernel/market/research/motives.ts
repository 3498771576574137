/**
 * What moves the shoppers of a cell, taken from their utility itself (market.md E3): its parts by
 * listing, how much each part tells listings apart, and who would buy at another price.
 */
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { segmentCount } from "../parameters/parameter-lists.ts";
import { cardOf } from "../shelf/facts.ts";
import { pageStart } from "../shelf/page.ts";
import type { Engine } from "../state/engine.ts";
import { card } from "../state/workspace.ts";
import { pageSlots } from "../world/world-limits.ts";
import { panelMotives, type PanelMotive } from "./panel-questions.ts";

/** ln(P / Pref) within its bounds. */
function ratioOf({ work, weights }: Engine, logPrice: number, cell: number): number {
  const most = weights.logRatioMax;
  return Math.max(-most, Math.min(most, logPrice - work.logReference[cell]!));
}

/** What a price is worth to a segment: falling, and faster beyond about twice the going one. */
function worthOfRatio({ world, weights }: Engine, ratio: number, cell: number, segment: number) {
  const beyond = Math.max(0, ratio - weights.beyondFrom);
  const weight = world.segments.price[segment]! * world.priceWeight[cell % world.sizes.categories]!;
  return 0 - weight * ratio - weights.beyond * beyond * beyond;
}

/** Parts of a listing's utility for a segment. The engine stands after the day's first slice. */
export function partsOf(
  engine: Engine,
  offer: number,
  cell: number,
  segment: number,
): Readonly<Record<PanelMotive, number>> {
  const { world, work, state, weights } = engine;
  const { fit, review, delivery } = world.segments;
  const at = cardOf(engine, offer, cell);
  const ratio = ratioOf(engine, work.cards[at + card.logPrice]!, cell);
  return {
    price: worthOfRatio(engine, ratio, cell, segment),
    delivery: 0 - delivery[segment]! * work.cards[at + card.promiseDays]!,
    reviews: review[segment]! * work.reviewTerm[offer]!,
    content: (weights.content * work.cards[at + card.contentMilli]!) / 1000,
    product: fit[segment]! * state.fit[offer]!,
  };
}

/** Shelves of a cell to which somebody comes today. */
export function shelvesOfCell({ world, work }: Engine, cell: number): readonly number[] {
  const { queries } = world.sizes;
  const shelves = Array.from({ length: queries }, (_, query) => cell * queries + query);
  return shelves.filter((shelf) => work.visits[shelf]! > 0);
}

/** Rows of the offers on the first pages of a cell, each with the orders expected of a day. */
export function shownOffers(engine: Engine, cell: number): ReadonlyMap<number, number> {
  const { work, world } = engine;
  const orders = new Map<number, number>();
  for (const shelf of shelvesOfCell(engine, cell)) {
    const page = pageStart(world.sizes.shelves, 0, shelf);
    for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
      const offer = work.pageOffer[page + slot]!;
      const rate = work.orderRate[shelf * pageSlots + slot]!;
      orders.set(offer, (orders.get(offer) ?? 0) + rate);
    }
  }
  return orders;
}

/**
 * How much each motive weighs with a segment, in the order of `panelMotives`: the distance of the
 * part of utility between the best and the worst tenth of the listings shown, as conjoint studies
 * measure importance by the range of part-worths (our choice: tenths, so that one mad price does
 * not speak for all). All 0 where fewer than two are shown.
 */
export function motiveWeights(engine: Engine, cell: number, segment: number): Float64Array {
  const offers = [...shownOffers(engine, cell).keys()];
  const parts = offers.map((offer) => partsOf(engine, offer, cell, segment));
  return Float64Array.from(panelMotives, (motive) => {
    const sorted = Float64Array.from(parts, (one) => one[motive]).sort();
    const last = sorted.length - 1;
    if (last < 1) return 0;
    return sorted[Math.ceil(0.9 * last)]! - sorted[Math.floor(0.1 * last)]!;
  });
}

/**
 * Buyers that a segment's day brings on the first pages of a cell, by E7: at the prices shown, and
 * were every listing to cost `priceMinor` in all. Shares of the cell's visits of the segment.
 */
export function buyersAt(
  engine: Engine,
  cell: number,
  segment: number,
  priceMinor: number,
): { readonly shown: number; readonly at: number } {
  const { world, work } = engine;
  const ratio = ratioOf(engine, log(priceMinor), cell);
  const worth = worthOfRatio(engine, ratio, cell, segment);
  let [shown, at, visits] = [0, 0, 0];
  for (const shelf of shelvesOfCell(engine, cell)) {
    const arriving = work.visits[shelf]!;
    const page = pageStart(world.sizes.shelves, 0, shelf);
    const attractions: number[] = [];
    const priced: number[] = [];
    for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
      const offer = work.pageOffer[page + slot]!;
      const row = work.factRow[shelf * pageSlots + slot]!;
      const attraction = work.attraction[row * segmentCount + segment]!;
      attractions.push(attraction);
      priced.push(attraction * exp(worth - partsOf(engine, offer, cell, segment).price));
    }
    visits += arriving;
    shown += arriving * buyShare(engine, cell, attractions);
    at += arriving * buyShare(engine, cell, priced);
  }
  return visits > 0 ? { shown: shown / visits, at: at / visits } : { shown: 0, at: 0 };
}

/** Share of who visits a page and buys of it, over those who read less far and farther (E6, E7). */
function buyShare({ world, state, weights }: Engine, cell: number, attractions: readonly number[]) {
  const outside = exp(state.logOutside[cell]!);
  let [share, sum, slot] = [0, 0, 0];
  for (let depth = 0; depth < world.depthSlots.length; depth++) {
    const end = Math.min(attractions.length, world.depthSlots[depth]!);
    for (; slot < end; slot++) sum += attractions[slot]!;
    const drawn = sum > 0 ? exp(weights.nest * log(sum)) : 0;
    share += (world.depthShares[depth]! * drawn) / (outside + drawn);
  }
  return share;
}
