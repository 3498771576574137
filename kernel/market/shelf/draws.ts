/**
 * Draws of a slice (market.md E7): for each slot independent Poisson counts of orders and of clicks
 * without order, addressed by offer, shelf and slice, never by place.
 */
import { binomial } from "../../random/binomial.ts";
import { poisson, poissonFrom } from "../../random/poisson.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { Engine } from "../state/engine.ts";
import { pageStart } from "./page.ts";
import { drawUniforms } from "./slot-uniforms.ts";
import { pageSlots } from "../world/world-limits.ts";

const purchaseAt = address(purpose.purchase);
const clickAt = address(purpose.click);
const orderSizeAt = address(purpose.orderSize);
const impressionAt = address(purpose.impression);
const checkoutLossAt = address(purpose.checkoutLoss);
const cartAt = address(purpose.cart);

/** Draws what a slice brings to every slot of a shelf's page. */
export function drawShelf(engine: Engine, slice: number, shelf: number): void {
  const { world, state, work, key, weights, own } = engine;
  const { shelves } = world.sizes;
  const { pageOffer, pageClicks, pageOrders, pageUnits } = work;
  const { orderRate, clickOnlyRate, isReportedOffer } = work;
  const { entity, first: forOrders, second: forClicks } = own.uniforms;
  const count = work.slotCount[slice * shelves + shelf]!;
  const page = pageStart(shelves, slice, shelf);
  const first = shelf * pageSlots;
  const share = shareOfDay(engine, slice, shelf);
  const time = 4 * work.day[0]! + slice;
  for (let slot = 0; slot < count; slot++)
    entity[slot] = state.offerNumber[pageOffer[page + slot]!]!;
  drawUniforms(own.uniforms, count, shelf, time, purchaseAt, key.k0, key.k1);
  for (let slot = 0; slot < count; slot++) {
    const at = page + slot;
    const number = entity[slot]!;
    const wanted = orderRate[first + slot]! * share;
    const opened = clickOnlyRate[first + slot]! * share;
    const u = forOrders[slot]!;
    const v = forClicks[slot]!;
    // The commonest answer by far needs no call.
    const orders =
      u < 1 - wanted ? 0 : poissonFrom(wanted, u, number, shelf, time, purchaseAt, key);
    const looks = v < 1 - opened ? 0 : poissonFrom(opened, v, number, shelf, time, clickAt, key);
    pageOrders[at] = orders;
    pageClicks[at] = orders + looks;
    pageUnits[at] =
      orders === 0
        ? 0
        : orders + poisson(weights.extraUnits * orders, number, shelf, time, orderSizeAt, key);
    if (isReportedOffer[pageOffer[at]!] === 1) drawReported(engine, shelf, slot, at, share, time);
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
  const { parameters } = world;
  const offer = work.pageOffer[at]!;
  const number = state.offerNumber[offer]!;
  const placed = shelf * pageSlots + slot;
  const clicks = work.pageClicks[at]!;
  const orders = work.pageOrders[at]!;
  const examined = work.visits[shelf]! * own.examined[slot]!;
  const unseen = examined - work.orderRate[placed]! - work.clickOnlyRate[placed]!;
  work.pageImpressions[at] =
    clicks + poisson(unseen * share, number, shelf, time, impressionAt, key);
  // Would-be buyers who left at the checkout are among the clicks without order.
  const kept = work.factCheckout[work.factRow[placed]!]!;
  const leaving = work.orderRate[placed]! * (1 / kept - 1);
  const looks = clicks - orders;
  const ofLooks = leaving > 0 ? leaving / work.clickOnlyRate[placed]! : 0;
  const left = binomial(looks, ofLooks, number, shelf, time, checkoutLossAt, key);
  const idle = binomial(looks - left, parameters["cart.share"], number, shelf, time, cartAt, key);
  work.pageCarts[at] = orders + left + idle;
}
