/**
 * Draws of a slice (market.md E7): for each slot independent Poisson counts of orders and of clicks
 * without order, addressed by offer, shelf and slice, never by place.
 */
import { binomial } from "../random/binomial.ts";
import { block, philox } from "../random/philox.ts";
import { poisson, poissonFrom } from "../random/poisson.ts";
import { address, purpose } from "../random/purpose.ts";
import { uniformOfWords } from "../random/uniform.ts";
import type { Engine } from "./engine.ts";
import { pageStart } from "./page.ts";
import { pageSlots } from "./world-limits.ts";

const purchaseAt = address(purpose.purchase);
const clickAt = address(purpose.click);
const orderSizeAt = address(purpose.orderSize);
const impressionAt = address(purpose.impression);
const checkoutLossAt = address(purpose.checkoutLoss);
const cartAt = address(purpose.cart);

/** Draws what a slice brings to every slot of a shelf's page. */
export function drawShelf(engine: Engine, slice: number, shelf: number): void {
  const { world, state, work, key, weights } = engine;
  const { shelves } = world.sizes;
  const { pageOffer, pageClicks, pageOrders, pageUnits, pageImpressions, pageCarts } = work;
  const { orderRate, clickOnlyRate } = work;
  const { offerNumber, storeOf } = state;
  const count = work.slotCount[slice * shelves + shelf]!;
  const page = pageStart(shelves, slice, shelf);
  const first = shelf * pageSlots;
  const share = shareOfDay(engine, slice, shelf);
  const time = 4 * work.day[0]! + slice;
  const extra = weights.extraUnits;
  for (let slot = 0; slot < count; slot++) {
    const at = page + slot;
    const offer = pageOffer[at]!;
    const number = offerNumber[offer]!;
    philox(number, shelf, time, purchaseAt, key.k0, key.k1);
    const forOrders = uniformOfWords(block[0]!, block[1]!);
    const forClicks = uniformOfWords(block[2]!, block[3]!);
    const wanted = orderRate[first + slot]! * share;
    const opened = clickOnlyRate[first + slot]! * share;
    const orders = poissonFrom(wanted, forOrders, number, shelf, time, purchaseAt, key);
    const looks = poissonFrom(opened, forClicks, number, shelf, time, clickAt, key);
    pageOrders[at] = orders;
    pageClicks[at] = orders + looks;
    pageUnits[at] =
      orders === 0 ? 0 : orders + poisson(extra * orders, number, shelf, time, orderSizeAt, key);
    if (work.isReported[storeOf[offer]!] === 0) {
      pageImpressions[at] = 0;
      pageCarts[at] = 0;
    } else {
      drawReported(engine, shelf, slot, at, share, time);
    }
  }
}

/** Share of the day's visits that come in the slice, with those who come again. */
function shareOfDay({ world, work, weights }: Engine, slice: number, shelf: number): number {
  const share = world.sliceShares[slice]!;
  const again = weights.reEntry;
  const visits = work.visits[shelf]!;
  if (again === 0 || slice === 0 || visits <= 0) return share;
  return share + (again * work.lostOrders[shelf]!) / visits;
}

/** What only reports ask for: views without click, and carts. Nothing else depends on it. */
function drawReported(
  engine: Engine,
  shelf: number,
  slot: number,
  at: number,
  share: number,
  time: number,
): void {
  const { world, state, work, own, key } = engine;
  const { parameters, sizes } = world;
  const offer = work.pageOffer[at]!;
  const number = state.offerNumber[offer]!;
  const placed = shelf * pageSlots + slot;
  const market = Math.floor(shelf / (sizes.categories * sizes.queries));
  const clicks = work.pageClicks[at]!;
  const orders = work.pageOrders[at]!;
  const examined = work.visits[shelf]! * own.examined[slot]!;
  const unseen = examined - work.orderRate[placed]! - work.clickOnlyRate[placed]!;
  work.pageImpressions[at] =
    clicks + poisson(unseen * share, number, shelf, time, impressionAt, key);
  // Would-be buyers who left at the checkout are among the clicks without order.
  const kept = work.checkoutShare[offer * sizes.markets + market]!;
  const leaving = work.orderRate[placed]! * (1 / kept - 1);
  const looks = clicks - orders;
  const ofLooks = leaving > 0 ? leaving / work.clickOnlyRate[placed]! : 0;
  const left = binomial(looks, ofLooks, number, shelf, time, checkoutLossAt, key);
  const idle = binomial(looks - left, parameters["cart.share"], number, shelf, time, cartAt, key);
  work.pageCarts[at] = orders + left + idle;
}
