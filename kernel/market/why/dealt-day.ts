/**
 * What a store's day brings in the compatible sandbox: nothing there is drawn, so the deal of the
 * blended day is what was to be expected of it, to the last order.
 */
import { pageStart } from "../shelf/page.ts";
import type { Engine } from "../state/engine.ts";
import { dealDay } from "../sandbox/deal-day.ts";
import { slices } from "../world/world-limits.ts";
import type { Blend } from "./blend-days.ts";
import type { OwnListings, OwnSales } from "./own-sales.ts";

/** Deals the engine's prepared day and adds the store's part of it. */
export function addDeal(
  engine: Engine,
  blend: Blend,
  listings: OwnListings,
  sales: OwnSales,
): void {
  const { store, ads, rivals } = blend;
  dealDay(engine, { store, own: ads.engineDay, others: rivals.engineDay });
  for (let slice = 0; slice < slices; slice++) {
    for (const shelf of listings.shelves) addPage(engine, listings, sales, slice, shelf);
  }
}

function addPage(
  { work, world }: Engine,
  listings: OwnListings,
  sales: OwnSales,
  slice: number,
  shelf: number,
): void {
  const { shelves, markets, categories, queries } = world.sizes;
  const market = Math.floor(shelf / (categories * queries));
  const start = pageStart(shelves, slice, shelf);
  const end = start + work.slotCount[slice * shelves + shelf]!;
  for (let at = start; at < end; at++) {
    const own = listings.ownOf[work.pageOffer[at]!]!;
    if (own < 0) continue;
    const listing = own * markets + market;
    sales.clicks[listing]! += work.pageClicks[at]!;
    sales.orders[listing]! += work.pageOrders[at]!;
    sales.units[listing]! += work.pageUnits[at]!;
    if (work.pageEntry[at]! < 0) continue;
    const campaign =
      sales.campaigns[sales.campaignAt.get(work.entryCampaign[work.pageEntry[at]!]!)!]!;
    const due = work.pageClicks[at]! * work.pagePrice[at]!;
    const charge = Math.min(due, campaign.budget - campaign.spent);
    campaign.spent += charge;
    sales.adTicks[listing]! += charge;
  }
}
