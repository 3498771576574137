/**
 * The peer of market-vs-shoppers: one shopper at a time on the same pages. Each visit draws its
 * segment and how far it reads, weighs every slot it examines, buys one of them or nothing, and
 * opens each of the others with its chance of a click. No stock, no charges, no checkout.
 */
import { exp } from "@echelon/kernel/number/exp.ts";
import { log } from "@echelon/kernel/number/log.ts";
import type { Engine } from "@echelon/kernel/market/state/engine.ts";
import { cardOf } from "@echelon/kernel/market/shelf/facts.ts";
import { pageStart } from "@echelon/kernel/market/shelf/page.ts";
import { segmentCount } from "@echelon/kernel/market/parameters/parameter-lists.ts";
import { card } from "@echelon/kernel/market/state/workspace.ts";
import { pageSlots } from "@echelon/kernel/market/world/world-limits.ts";
import { block, philox } from "@echelon/kernel/random/philox.ts";
import { poisson } from "@echelon/kernel/random/poisson.ts";

export type ShoppersDay = { visits: number; purchases: number; clicks: number };

/** What the utility of a slot is made of, before a shopper's tastes. */
type Slot = {
  readonly fit: Float64Array;
  readonly common: Float64Array;
  readonly review: Float64Array;
  readonly ratio: Float64Array;
  readonly days: Float64Array;
};

const newSlots = (): Slot => ({
  fit: new Float64Array(pageSlots),
  common: new Float64Array(pageSlots),
  review: new Float64Array(pageSlots),
  ratio: new Float64Array(pageSlots),
  days: new Float64Array(pageSlots),
});

/** Lets a day's shoppers visit the pages of the first slice. */
export function shopOneByOne(engine: Engine, round: number): ShoppersDay {
  const { world, work } = engine;
  const slots = newSlots();
  const weights = new Float64Array(pageSlots);
  const day: ShoppersDay = { visits: 0, purchases: 0, clicks: 0 };
  const key = { k0: 9 + round, k1: 9 };
  for (let shelf = 0; shelf < world.sizes.shelves; shelf++) {
    readPage(engine, shelf, slots);
    const visits = poisson(work.visits[shelf]!, shelf, 1, round, 2, key);
    const outside = exp(engine.state.logOutside[Math.floor(shelf / world.sizes.queries)]!);
    day.visits += visits;
    for (let visit = 0; visit < visits; visit++) {
      shop(engine, shelf, visit, slots, weights, outside, day, round);
    }
  }
  return day;
}

function readPage({ world, state, work, weights }: Engine, shelf: number, slots: Slot): void {
  const { shelves, queries } = world.sizes;
  const cell = Math.floor(shelf / queries);
  const page = pageStart(shelves, 0, shelf);
  const priceWeight = world.priceWeight[cell % world.sizes.categories]!;
  for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
    const offer = work.pageOffer[page + slot]!;
    const at = cardOf({ world, work } as Engine, offer, cell);
    const most = weights.logRatioMax;
    const raw = work.cards[at + card.logPrice]! - work.logReference[cell]!;
    const ratio = Math.max(-most, Math.min(most, raw));
    const beyond = Math.max(0, ratio - weights.beyondFrom);
    slots.fit[slot] = state.fit[offer]!;
    slots.review[slot] = work.reviewTerm[offer]!;
    slots.ratio[slot] = ratio * priceWeight;
    slots.days[slot] = work.cards[at + card.promiseDays]!;
    slots.common[slot] =
      (weights.content * work.cards[at + card.contentMilli]!) / 1000 +
      weights.service * state.answered[state.storeOf[offer]!]! -
      weights.beyond * beyond * beyond;
  }
}

function shop(
  engine: Engine,
  shelf: number,
  visit: number,
  slots: Slot,
  weights: Float64Array,
  outside: number,
  day: ShoppersDay,
  round: number,
): void {
  const { world, work } = engine;
  const cell = Math.floor(shelf / world.sizes.queries);
  philox(visit, shelf, round, 1, 1, 2);
  const scale = 2.3283064365386963e-10;
  const ofSegment = block[0]! * scale;
  const ofDepth = block[1]! * scale;
  const ofPurchase = block[2]! * scale;
  const ofChoice = block[3]! * scale;
  const segment = segmentOf(engine, cell, ofSegment);
  const count = Math.min(work.slotCount[shelf]!, depthOf(engine, ofDepth));
  const { price, fit, review, delivery } = world.segments;
  let sum = 0;
  for (let slot = 0; slot < count; slot++) {
    const weight = exp(
      fit[segment]! * slots.fit[slot]! +
        slots.common[slot]! +
        review[segment]! * slots.review[slot]! -
        price[segment]! * slots.ratio[slot]! -
        delivery[segment]! * slots.days[slot]!,
    );
    weights[slot] = weight;
    sum += weight;
  }
  const drawn = exp(engine.weights.nest * log(sum));
  let bought = -1;
  if (ofPurchase < drawn / (outside + drawn)) {
    bought = choose(weights, count, ofChoice * sum);
    day.purchases++;
    day.clicks++;
  }
  for (let slot = 0; slot < count; slot++) {
    if ((slot & 3) === 0) philox(visit, shelf, round, 16 + slot, 1, 2);
    const rate = work.clickRate[work.factRow[shelf * pageSlots + slot]!]!;
    if (slot !== bought && block[slot & 3]! * scale < rate) day.clicks++;
  }
}

function segmentOf({ world }: Engine, cell: number, u: number): number {
  const first = Math.floor(cell / world.sizes.categories) * segmentCount;
  let segment = 0;
  let reached = world.segmentShare[first]!;
  while (u > reached && segment < segmentCount - 1) {
    reached += world.segmentShare[first + ++segment]!;
  }
  return segment;
}

/** How many slots the shopper reads. */
function depthOf({ world }: Engine, u: number): number {
  let depth = 0;
  let reached = world.depthShares[0]!;
  while (u > reached && depth < world.depthShares.length - 1) {
    reached += world.depthShares[++depth]!;
  }
  return world.depthSlots[depth]!;
}

function choose(weights: Float64Array, count: number, target: number): number {
  let left = target;
  let slot = 0;
  while (slot < count - 1 && left > weights[slot]!) left -= weights[slot++]!;
  return slot;
}
