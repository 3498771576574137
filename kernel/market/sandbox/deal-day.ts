/**
 * A day of the compatible sandbox: every keyword of every city is dealt, in the order of shelves,
 * and the pages of the day are filled with what came of it. Settlement, parcels and books then find
 * what the market's own slices would have left them. One thread: stock couples the cities.
 */
import { pageStart } from "../shelf/page.ts";
import { writeReference } from "../shelf/reference-price.ts";
import type { Engine } from "../state/engine.ts";
import { pageSlots, slices } from "../world/world-limits.ts";
import { dealKeyword } from "./deal-keyword.ts";
import {
  cellSellers,
  keywordSellers,
  type AbsentSeller,
  type KeywordSeller,
} from "./gather-sellers.ts";
import { influences, type InfluenceDays } from "./influence.ts";
import { keywordRow, type KeywordRow } from "./keyword-table.ts";
import type { SellerLine } from "./seller.ts";

/** Each list of those who enter fills at most half of a day's pages. */
export const entrantsMax = (slices * pageSlots) / 2;

/** What came of one keyword: the lines stand in the order of the sellers. */
export type KeywordDeal = {
  readonly shelf: number;
  readonly row: KeywordRow;
  readonly sellers: readonly KeywordSeller[];
  readonly lines: readonly SellerLine[];
  /** Live listings of reported stores that take no part. */
  readonly absent: readonly AbsentSeller[];
};

/**
 * Deals the whole day. The offers must be prepared; pages of all slices are overwritten, stock and
 * budgets stay as they are until settlement.
 *
 * @param days  whose promotion off the market counts, for a day that never was
 */
export function dealDay(engine: Engine, days?: InfluenceDays): readonly KeywordDeal[] {
  const { world, state, work } = engine;
  const { markets, categories, queries, shelves } = world.sizes;
  const sold = new Map<number, number>();
  const due = new Map<number, number>();
  const deals: KeywordDeal[] = [];
  const influence = influences(engine, days);
  work.slotCount.fill(0, 0, slices * shelves);
  const left = {
    stock: (offer: number, pool: number) => {
      const at = offer * (markets + 1) + pool;
      return state.stock[at]! - (sold.get(at) ?? 0);
    },
    budgetTicks: (campaign: number) =>
      state.tables.campaigns.columns.dailyBudgetTicks[campaign]! - (due.get(campaign) ?? 0),
  };
  for (let cell = 0; cell < markets * categories; cell++) {
    writeReference(engine, cell);
    const [market, category] = [Math.floor(cell / categories), cell % categories];
    const { sellers: inCell, absent } = cellSellers(engine, market, category, influence);
    for (let query = 0; query < queries; query++) {
      const shelf = cell * queries + query;
      const row = keywordRow(world, work.visits, shelf);
      const sellers = keywordSellers(engine, { market, category, query }, inCell, left);
      const demand = { units: row.crowds, clicks: row.clicks };
      const lines = dealKeyword(world.parameters, sellers, demand, { entrantsMax });
      deals.push({ shelf, row, sellers, lines, absent });
      sellers.forEach((seller, at) => {
        const line = lines[at]!;
        const pool = seller.offer * (markets + 1) + seller.pool;
        sold.set(pool, (sold.get(pool) ?? 0) + line.units);
        if (line.paidClicks === 0) return;
        const campaign = work.entryCampaign[seller.entry]!;
        due.set(campaign, (due.get(campaign) ?? 0) + line.paidClicks * line.chargeTicks);
      });
      fillPages(engine, shelf, row, sellers, lines);
    }
  }
  return deals;
}

/** Paid places first, by their order; then those of the SEO list. */
function fillPages(
  engine: Engine,
  shelf: number,
  row: KeywordRow,
  sellers: readonly KeywordSeller[],
  lines: readonly SellerLine[],
): void {
  const order = lines.keys().toArray();
  const paid = order
    .filter((at) => lines[at]!.isInByAd)
    .toSorted((a, b) => lines[a]!.adPlace - lines[b]!.adPlace);
  const free = order
    .filter((at) => lines[at]!.isInBySeo)
    .toSorted((a, b) => lines[a]!.seoPlace - lines[b]!.seoPlace);
  let slot = 0;
  for (const at of paid) fillSlot(engine, shelf, row, slot++, sellers[at]!, lines[at]!, true);
  for (const at of free) fillSlot(engine, shelf, row, slot++, sellers[at]!, lines[at]!, false);
}

function fillSlot(
  { work, world }: Engine,
  shelf: number,
  row: KeywordRow,
  slot: number,
  seller: KeywordSeller,
  line: SellerLine,
  isPaid: boolean,
): void {
  const { shelves } = world.sizes;
  const slice = Math.floor(slot / pageSlots);
  const at = pageStart(shelves, slice, shelf) + (slot % pageSlots);
  // Who stands on both lists sells from the free one: a paid place is charged for its looks alone.
  const units = isPaid === !line.isInBySeo ? line.units : 0;
  work.slotCount[slice * shelves + shelf]!++;
  work.pageOffer[at] = seller.offer;
  work.pageEntry[at] = isPaid ? seller.entry : -1;
  work.pagePrice[at] = isPaid ? line.chargeTicks : 0;
  work.pageClicks[at] = isPaid ? line.paidClicks : line.freeClicks;
  work.pageOrders[at] = units;
  work.pageUnits[at] = units;
  // Who stands on both lists is seen once by each.
  const isSeenOnce = isPaid && line.isInBySeo;
  work.pageImpressions[at] = isSeenOnce ? line.paidClicks : row.impressions;
  work.pageCarts[at] = units;
}
