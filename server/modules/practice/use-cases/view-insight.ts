import type { FunnelView, PriceMapView } from "@echelon/contract/practice/insight.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { parcelEvents } from "@echelon/kernel/market/state/tables.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, seasonRows, storeRows } from "../store/report-store.ts";
import { labelOf, marketOf, openDesk, type Desk, weekFrom } from "./open-desk.ts";

const delivered = parcelEvents.indexOf("delivered");

/** From visits to delivered units, for each listing of the store over a span of days. */
export async function viewFunnel(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: { from?: number | undefined; to?: number | undefined },
): Promise<Outcome<FunnelView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const from = ask.from ?? weekFrom(desk);
  const to = ask.to ?? desk.closed;
  const rows = await storeRows(means.database, "listings", season, store, from, to);
  const parcels = await storeRows(means.database, "parcels", season, store, from, to);
  const groups = Map.groupBy(rows, ({ offer, market }) => `${offer}/${market}`);
  const items = [...groups.values()].map((group) => funnelRow(desk, group, parcels));
  return ok({
    from,
    to,
    rows: items.toSorted((a, b) => b.impressions - a.impressions).slice(0, 2_000),
  });
}

function funnelRow(
  desk: Desk,
  group: readonly ResultRow<"listings">[],
  parcels: readonly ResultRow<"parcels">[],
): FunnelView["rows"][number] {
  const { offer, market } = group[0]!;
  const sum = (pick: (one: ResultRow<"listings">) => number) =>
    group.reduce((total, one) => total + pick(one), 0);
  const arrived = parcels.filter(
    (one) => one.offer === offer && one.market === market && one.event === delivered,
  );
  return {
    ...labelOf(desk, offer),
    market: marketOf(desk, market),
    visits: sum((one) => one.visits),
    impressions: sum((one) => one.impressions),
    clicks: sum((one) => one.clicks),
    carts: sum((one) => one.carts),
    orders: sum((one) => one.orders),
    units: sum((one) => one.units),
    lostUnits: sum((one) => one.lostUnits),
    delivered: arrived.reduce((total, one) => total + one.units, 0),
    revenueMinor: sum((one) => one.revenueMinor),
  };
}

/** Where the store's landed prices stand among everybody's, by market and category. */
export async function viewPriceMap(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<PriceMapView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { closed, world, preview } = desk;
  const markets = await seasonRows(means.database, "markets", season, closed, closed);
  const own = await storeRows(means.database, "listings", season, store, closed, closed);
  const categoryOf = (offer: number) => {
    const row = desk.context.rowOfOffer[offer] ?? -1;
    return row < 0 ? -1 : preview.state.categoryOf[row]!;
  };
  return ok({
    day: closed,
    cells: markets.map((cell) => ({
      market: marketOf(desk, cell.market),
      category: world.categoryIds[cell.category] ?? "",
      offers: cell.offers,
      visits: cell.visits,
      units: cell.units,
      currency: currencyOf(world, cell.market),
      referenceMinor: cell.referenceMinor,
      p10Minor: cell.p10Minor,
      p25Minor: cell.p25Minor,
      p75Minor: cell.p75Minor,
      p90Minor: cell.p90Minor,
      own: own
        .filter((one) => one.market === cell.market && categoryOf(one.offer) === cell.category)
        .map((one) => ({
          ...labelOf(desk, one.offer),
          landedMinor: one.landedMinor,
          units: one.units,
        })),
    })),
  });
}
