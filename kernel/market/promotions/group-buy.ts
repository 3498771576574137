/**
 * Group buying (our choice): everybody who orders on a day pays the lower price, if that day's
 * orders come to the units that were asked for; else they are void. Nobody pays, nothing is sent,
 * and the goods are in stock again; what was paid for clicks is gone.
 */
import { pageStart } from "../shelf/page.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import type { DayReport } from "../reports/report.ts";
import type { Engine } from "../state/engine.ts";
import { slices } from "../world/world-limits.ts";
import type { DayPromotions, Promoted } from "./day-promotions.ts";
import { placesOf } from "./order-pieces.ts";

/** Units a day that a listing's group buy asks for; 0 where it has none. */
export const groupUnits = ({ plans }: Pick<Promoted, "plans">): number =>
  Math.max(
    0,
    ...plans.map(({ terms }) => terms.find(({ kind }) => kind === "group-buy")?.pieces ?? 0),
  );

/**
 * Makes the orders of groups void that did not come together.
 *
 * @param engine  after the last slice was settled and counted
 */
export function dissolveGroups(
  engine: Engine,
  day: DayPromotions,
  direct: DirectSales | null,
  report: DayReport,
): void {
  const { work, state } = engine;
  for (const one of day.listings) {
    const needed = groupUnits(one);
    const units = work.soldUnits[one.listing]!;
    if (needed === 0 || units >= needed) continue;
    takeOffAds(engine, one, direct);
    for (let slice = 0; slice < slices; slice++) {
      for (const place of placesOf(engine, one, slice, direct)) {
        place.orders[place.at] = 0;
        place.units[place.at] = 0;
      }
    }
    if (units === 0) continue;
    giveBack(engine, one, units);
    const { soldUnits } = state.tables.promotions.columns;
    for (const [at, row] of one.promotions.entries()) soldUnits[row] = one.soldBefore[at]!;
    const offer = state.offerNumber[one.row]!;
    report.notice(state.storeOf[one.row]!, "group-dissolved", offer, one.market, units);
  }
}

function giveBack({ work, state, world }: Engine, one: Promoted, units: number): void {
  const pools = world.sizes.markets + 1;
  const pool = world.isLastMile[state.service[one.listing]!] === 1 ? 1 + one.market : 0;
  state.stock[one.row * pools + pool]! += units;
  work.soldUnits[one.listing] = 0;
  work.soldOrders[one.listing] = 0;
}

/** What advertised places sold of it was not sold after all. */
function takeOffAds(
  { work, world, state }: Engine,
  { row, market }: Promoted,
  direct: DirectSales | null,
): void {
  const { shelves, categories, queries } = world.sizes;
  const first = (market * categories + state.categoryOf[row]!) * queries;
  for (let slice = 0; slice < slices; slice++) {
    for (let shelf = first; shelf < first + queries; shelf++) {
      const start = pageStart(shelves, slice, shelf);
      const end = start + work.slotCount[slice * shelves + shelf]!;
      for (let at = start; at < end; at++) {
        const entry = work.pageEntry[at]!;
        if (work.pageOffer[at] !== row || entry < 0) continue;
        work.adOrders[work.entryRow[entry]!]! -= work.pageOrders[at]!;
        work.adUnits[work.entryRow[entry]!]! -= work.pageUnits[at]!;
      }
    }
  }
  if (direct === null) return;
  const { columns, rows } = direct.table;
  for (let at = 0; at < rows; at++) {
    const entry = columns.entry[at]!;
    if (columns.offer[at] !== row || columns.market[at] !== market || entry < 0) continue;
    work.adOrders[work.entryRow[entry]!]! -= columns.orders[at]!;
    work.adUnits[work.entryRow[entry]!]! -= columns.units[at]!;
  }
}
