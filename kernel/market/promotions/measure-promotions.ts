/**
 * What a promotion brings beyond what its listing would have sold: exact rates of the day's pages
 * with it and without, so there is no luck in the difference (`incrementalProfit` of practice.md
 * 15). Ranking and page stay, as in all exact rates.
 */
import { unitBreakdown } from "../books/economics.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { Engine } from "../state/engine.ts";
import { writeRates } from "../shelf/choice.ts";
import { pageStart } from "../shelf/page.ts";
import { pageSlots, slices } from "../world/world-limits.ts";
import { dress, offerOf, plansOfDay, type DayPromotions, type Promoted } from "./day-promotions.ts";
import { groupUnits } from "./group-buy.ts";
import type { DayBundle } from "./bundle-offers.ts";
import { expectedOrders, meanUnit, planOf, type PiecePrice, type Plan } from "./plan.ts";
import { rewriteFacts } from "./rewrite-facts.ts";

/** Of one listing on one day, expected; money in the books' currency. */
export type PromotionEffect = {
  readonly units: number;
  /** Without any promotion. */
  readonly usualUnits: number;
  readonly profitMinor: number;
  readonly usualProfitMinor: number;
};

/**
 * The effects of the day's promotions, by listing.
 *
 * @param engine   after the first slice's pages, before its settlement
 * @param isAsked  by store
 */
export function measurePromotions(
  engine: Engine,
  context: DecisionContext,
  day: DayPromotions,
  isAsked: (store: number) => boolean,
): ReadonlyMap<number, PromotionEffect> {
  const { state } = engine;
  const asked = day.listings.filter(({ row }) => isAsked(state.storeOf[row]!));
  const expected = new Map<number, Expected>();
  const effects = new Map<number, Effect>();
  for (const one of asked) effects.set(one.listing, effectOf(engine, context, one, expected));
  for (const sold of day.bundles) addSets(engine, context, day, sold, expected, effects);
  return effects;
}

type Effect = { -readonly [Key in keyof PromotionEffect]: PromotionEffect[Key] };

/** A listing's plans of the day, and the orders that each slice is expected to bring. */
type Expected = { readonly plans: readonly Plan[]; readonly orders: readonly number[] };

/**
 * Adds what a bundle makes of its listings' orders: a set's pieces at the set's prices, instead of
 * the one that was chosen at its own. Stock and caps are not looked at, as everywhere here.
 */
function addSets(
  engine: Engine,
  context: DecisionContext,
  day: DayPromotions,
  sold: DayBundle,
  expected: ReadonlyMap<number, Expected>,
  effects: ReadonlyMap<number, Effect>,
): void {
  const { listings } = sold;
  if (!effects.has(listings[0]!)) return;
  const margin = (listing: number, price: PiecePrice) =>
    marginOf(context, day.byListing.get(listing)!, price);
  for (let slice = 0; slice < slices; slice++) {
    const offer = offerOf(engine, day, sold, (one) => expected.get(one.listing)!.plans[slice]!);
    if (offer === null) return;
    listings.forEach((chosen, piece) => {
      const one = day.byListing.get(chosen)!;
      const { plans, orders } = expected.get(chosen)!;
      const { units } = meanUnit(plans[slice]!);
      const sets = orders[slice]! * units * offer[piece]!.takeShare;
      const alone = orderProfit(context, one, plans[slice]!) / units;
      effects.get(chosen)!.profitMinor += sets * (margin(chosen, offer[piece]!) - alone);
      listings.forEach((listing, at) => {
        if (at === piece) return;
        effects.get(listing)!.units += sets;
        effects.get(listing)!.profitMinor += sets * margin(listing, offer[at]!);
      });
    });
  }
}

/** @param expected  is given what the listing's slices are expected to bring */
function effectOf(
  engine: Engine,
  context: DecisionContext,
  one: Promoted,
  expected: Map<number, Expected>,
): Effect {
  const { world } = engine;
  const plans = plansOfDay(engine, one);
  const [first] = plans;
  const without = planOf(first!.full, [], world.parameters);
  const ordersOf = new Map<number, number>();
  for (const plan of [...plans, without, first!]) {
    // The first plan comes last once more: that is how the pages were.
    if (plan !== first && ordersOf.has(plan.kinds)) continue;
    ordersOf.set(plan.kinds, dailyOrders(engine, one, plan));
  }
  const bySlice = plans.map((plan, at) => ordersOf.get(plan.kinds)! * world.sliceShares[at]!);
  expected.set(one.listing, { plans, orders: bySlice });
  let [units, profitMinor] = [0, 0];
  plans.forEach((plan, slice) => {
    const orders = bySlice[slice]!;
    units += orders * meanUnit(plan).units;
    profitMinor += orders * orderProfit(context, one, plan);
  });
  // A group that is not expected to come together sells nothing.
  if (units < groupUnits({ plans: [...plans] })) [units, profitMinor] = [0, 0];
  const usual = ordersOf.get(without.kinds)!;
  return {
    units,
    usualUnits: usual * meanUnit(without).units,
    profitMinor,
    usualProfitMinor: usual * orderProfit(context, one, without),
  };
}

/** Orders that a day of the present pages would bring the listing under a plan. */
export function dailyOrders(engine: Engine, one: Promoted, plan: Plan): number {
  const { work, world, state } = engine;
  const { categories, queries, shelves } = world.sizes;
  dress(engine, one, plan);
  rewriteFacts(engine, one.row, one.market);
  const first = (one.market * categories + state.categoryOf[one.row]!) * queries;
  let orders = 0;
  for (let shelf = first; shelf < first + queries; shelf++) {
    const start = pageStart(shelves, 0, shelf);
    const count = work.slotCount[shelf]!;
    const slots = Array.from({ length: count }, (_, slot) => slot).filter(
      (slot) => work.pageOffer[start + slot] === one.row,
    );
    if (slots.length === 0) continue;
    writeRates(engine, 0, shelf);
    for (const slot of slots) orders += work.orderRate[shelf * pageSlots + slot]!;
  }
  return orders;
}

/** What an order under a plan leaves on average, books' currency. */
function orderProfit(context: DecisionContext, one: Promoted, plan: Plan): number {
  return expectedOrders(plan).reduce(
    (sum, part) => sum + part.share * part.pieces * marginOf(context, one, part),
    0,
  );
}

function marginOf(context: DecisionContext, one: Promoted, price: PiecePrice): number {
  const { state } = context;
  const unit = {
    store: state.storeOf[one.row]!,
    product: state.skuOf[one.row]!,
    market: one.market,
    service: state.service[one.listing]!,
    priceMinor: price.goodsMinor,
    feeMinor: price.feeMinor,
  };
  return unitBreakdown(context, unit)?.marginMinor ?? 0;
}
