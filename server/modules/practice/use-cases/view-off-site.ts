import type { OffSiteView, SalesSource } from "@echelon/contract/practice/off-site.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { priceOf } from "@echelon/kernel/market/decisions/check-off-site.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import { isBooked, standingBid } from "@echelon/kernel/market/offsite/bookings.ts";
import { salesSources, sourceOf } from "@echelon/kernel/market/offsite/channel.ts";
import { influencersOf } from "@echelon/kernel/market/offsite/influencers.ts";
import {
  isSecondLetter,
  letterCost,
  lettersBefore,
} from "@echelon/kernel/market/offsite/letters.ts";
import { mediaPlaces, slotsOn } from "@echelon/kernel/market/offsite/media-slots.ts";
import { currencyNumber } from "@echelon/kernel/market/world/lookups.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { viewMailings } from "./view-mailings.ts";
import { readPages } from "../store/listing-text-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { type Desk, marketOf, openDesk, seasonDay, seriesOf, weekFrom } from "./open-desk.ts";

type SourceDay = ResultRow<"outreach">;

const daysShown = 30;
const nobody = { zh: "", en: "" };
const nameOf = (source: number): SalesSource => salesSources[source] ?? "search";

/** How well the store is known, what runs off the market, what it brought, who can be booked. */
export async function viewOffSite(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<OffSiteView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  if (!desk.world.source.scenario.modules.offsite) {
    return refuse({ code: "practice/module-off", facts: { module: "offsite" } });
  }
  const sql = means.database;
  const from = Math.max(1, desk.closed - daysShown + 1);
  const [pages, brand, week, stores, mailings] = await Promise.all([
    readPages(sql, desk),
    storeRows(sql, "brand", season, store, from, desk.closed),
    storeRows(sql, "outreach", season, store, weekFrom(desk), desk.closed),
    storeRows(sql, "stores", season, store, weekFrom(desk), desk.closed),
    viewMailings(sql, desk),
  ]);
  return ok({
    day: desk.row.day,
    currency: desk.world.currencies[desk.world.base]!,
    markets: desk.world.marketIds.map((_, market) =>
      marketView(desk, { market, brand, week, from, page: pages.get(marketOf(desk, market)) }),
    ),
    week: weekOf(desk, week),
    weekOrders: stores.reduce((sum, { orders }) => sum + orders, 0),
    mailings,
    running: [...runningOf(desk), ...askedOf(desk)],
    media: desk.world.marketIds.flatMap((_, market) => mediaIn(desk, market)),
    influencers: desk.world.marketIds.flatMap((_, market) => influencersIn(desk, market)),
  });
}

type Place = {
  readonly market: number;
  readonly brand: readonly ResultRow<"brand">[];
  readonly week: readonly SourceDay[];
  /** First day that is shown. */
  readonly from: number;
  readonly page: Extract<StoreDecision, { kind: "edit-landing" }> | undefined;
};

function marketView(
  desk: Desk,
  { market, brand, week, from, page }: Place,
): OffSiteView["markets"][number] {
  const { state } = desk.preview;
  const place = desk.number * state.sizes.markets + market;
  const here = brand.filter((row) => row.market === market);
  const searched = week.find(
    (row) => row.market === market && row.day === desk.closed && row.source === sourceOf("brand"),
  );
  return {
    market: marketOf(desk, market),
    isOnSale: categoriesOnSale(desk, market).size > 0,
    awarenessPpm: Math.round(1_000_000 * state.awareness[place]!),
    series: seriesOf(
      here,
      ({ awarenessPpm }: ResultRow<"brand">) => awarenessPpm,
      from,
      desk.closed,
    ),
    brandVisits: searched?.visits ?? 0,
    brandOrders: searched?.orders ?? 0,
    mailList: state.mailList[place]!,
    joined: sumSince(here, weekFrom(desk), "joined"),
    unsubscribed: sumSince(here, weekFrom(desk), "unsubscribed"),
    letters: lettersBefore(desk.context, desk.number, market),
    letterMinor: letterCost(desk.context, state.mailList[place]!),
    landing:
      page === undefined
        ? null
        : { title: page.title, text: page.text, fitMilli: state.landingMilli[place]! },
  };
}

const sumSince = (
  rows: readonly ResultRow<"brand">[],
  from: number,
  what: "joined" | "unsubscribed",
): number => rows.filter(({ day }) => day >= from).reduce((sum, row) => sum + row[what], 0);

/** Places on which one may bid today, with what this store bids. */
function mediaIn(desk: Desk, market: number): OffSiteView["media"] {
  const { world, context, preview, row, number } = desk;
  const usd = currencyNumber(world, "USD");
  return slotsOn(world, preview.seed, market, row.day).map((one) => ({
    market: marketOf(desk, market),
    slot: one.slot,
    place: one.place,
    from: one.from,
    until: one.until,
    closesOn: one.closesOn,
    views: one.views,
    reserveMinor: exchanged(context.book, one.reserveCents, usd, world.base),
    bidMinor: standingBid(context, number, market, one.slot),
  }));
}

function categoriesOnSale({ preview: { state }, number }: Desk, market: number): Set<number> {
  const categories = new Set<number>();
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    if (state.storeOf[row] !== number || state.isDropped[row] === 1) continue;
    if (state.listing[row * state.sizes.markets + market] === 1) {
      categories.add(state.categoryOf[row]!);
    }
  }
  return categories;
}

function weekOf(desk: Desk, days: readonly SourceDay[]): OffSiteView["week"] {
  const sums = new Map<string, OffSiteView["week"][number]>();
  for (const row of days) {
    const key = `${row.source}/${row.market}`;
    const known = sums.get(key);
    const sum = known ?? {
      source: nameOf(row.source),
      market: marketOf(desk, row.market),
      views: 0,
      visits: 0,
      clicks: 0,
      orders: 0,
      units: 0,
      revenueMinor: 0,
      costMinor: 0,
    };
    sums.set(key, {
      ...sum,
      views: sum.views + row.views,
      visits: sum.visits + row.visits,
      clicks: sum.clicks + row.clicks,
      orders: sum.orders + row.orders,
      units: sum.units + row.units,
      revenueMinor: sum.revenueMinor + row.revenueMinor,
      costMinor: sum.costMinor + row.costMinor,
    });
  }
  return [...sums.values()];
}

const influencer = sourceOf("influencer");
const media = sourceOf("media");
const placeOf = (slot: number) => mediaPlaces[slot % mediaPlaces.length]!;

function runningOf(desk: Desk): OffSiteView["running"] {
  const { columns, rows } = desk.preview.state.tables.outreach;
  const today = desk.preview.state.day[0]!;
  const found: OffSiteView["running"] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== desk.number || columns.until[row]! < today) continue;
    // The second of two letters is of the same mailing.
    const first = found.at(-1);
    if (first !== undefined && isSecondLetter(columns, row)) {
      first.spendMinor += columns.spendMinor[row]!;
      continue;
    }
    found.push({
      source: nameOf(columns.channel[row]!),
      market: marketOf(desk, columns.market[row]!),
      from: seasonDay(desk, columns.from[row]!),
      until: seasonDay(desk, columns.until[row]!),
      spendMinor: columns.spendMinor[row]!,
      influencer: columns.channel[row] === influencer ? columns.subject[row]! : null,
      mediaPlace: columns.channel[row] === media ? placeOf(columns.subject[row]!) : null,
      isAsked: false,
    });
  }
  return found;
}

/** What was asked for today and is given at the close. */
function askedOf(desk: Desk): OffSiteView["running"] {
  const { columns, rows } = desk.preview.state.tables.bookings;
  const found: OffSiteView["running"] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] !== desk.number) continue;
    found.push({
      source: nameOf(columns.channel[row]!),
      market: marketOf(desk, columns.market[row]!),
      from: seasonDay(desk, columns.from[row]!),
      until: seasonDay(desk, columns.until[row]!),
      spendMinor: columns.bidMinor[row]!,
      influencer: columns.channel[row] === influencer ? columns.subject[row]! : null,
      mediaPlace: columns.channel[row] === media ? placeOf(columns.subject[row]!) : null,
      isAsked: true,
    });
  }
  return found;
}

function influencersIn(desk: Desk, market: number): OffSiteView["influencers"] {
  const { context, world, preview } = desk;
  const today = preview.state.day[0]!;
  const sold = categoriesOnSale(desk, market);
  return influencersOf(world, preview.seed, market).map((one) => ({
    market: marketOf(desk, market),
    influencer: one.number,
    views: one.reach,
    category: world.source.categories[one.category]?.name ?? nobody,
    isFitting: sold.has(one.category),
    priceMinor: priceOf(context, one),
    takenDays: Array.from({ length: decisionLimits.bookingDaysMax + 1 }, (_, ahead) => ahead)
      .filter((ahead) => isBooked(context, market, one.number, today + ahead))
      .map((ahead) => desk.row.day + ahead),
  }));
}
