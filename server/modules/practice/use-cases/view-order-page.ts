import type { OrderPageView } from "@echelon/contract/practice/order-page.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ShownSlot } from "@echelon/kernel/market/why/shown-page.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeRouteMeans } from "../means.ts";
import { nameStores } from "./name-stores.ts";
import { openDesk, marketOf, type Desk } from "./open-desk.ts";
import { openOrder, type PlacedOrder } from "./open-order.ts";
import { findOrder } from "./view-orders.ts";

/**
 * The page on which an order's buyer chose. The day is watched again, so that every rival stands
 * where the buyer saw it, at the price and with the reviews of that day.
 */
export async function viewOrderPage(
  means: PracticeRouteMeans,
  caller: Caller,
  season: string,
  number: number,
  id: string,
): Promise<Outcome<OrderPageView>> {
  const opened = await openDesk(means, caller, season, number);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const found = await findOrder(means, desk, id);
  // Who came for the store itself saw its own page, with nobody beside it.
  if (found === undefined || found.placed.sale.query < 0) {
    return refuse({ code: "practice/no-such-order" });
  }
  const { day, sale } = found.placed;
  const category = desk.preview.state.categoryOf[desk.context.rowOfOffer[sale.offer]!]!;
  const { market, query, slice } = sale;
  const place = { market, category, query, slice };
  const slots = await means.study.page(means.database, desk.row, place, day);
  const named = await nameStores(means, desk);
  return ok({
    day,
    market: marketOf(desk, market),
    phrase: openOrder(desk, found.placed).phrase,
    quarter: slice + 1,
    currency: currencyOf(desk.world, market),
    places: slots.map((slot, at) => {
      const { isBot, name: store } = named(slot.store);
      const isBought = at === sale.slot;
      return { place: at + 1, isBought, ...shown(desk, found.placed, slot), isBot, store };
    }),
  });
}

function shown(desk: Desk, { sale }: PlacedOrder, slot: ShownSlot) {
  const product = desk.products[slot.sku];
  if (product === undefined) throw new Error(`no product behind the offer ${slot.offer}`);
  const { isSponsored, priceMinor, feeMinor, promiseDays, reviews, starsMilli } = slot;
  return {
    isSponsored,
    isMine: slot.store === sale.store,
    sku: product.sku,
    name: product.detail.name,
    priceMinor,
    feeMinor,
    promiseDays,
    reviews,
    starsMilli: reviews === 0 ? null : starsMilli,
  };
}
