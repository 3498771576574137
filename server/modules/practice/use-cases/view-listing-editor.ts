import type {
  KeywordRow,
  ListingEditorView,
  ServiceOption,
} from "@echelon/contract/practice/products.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { photoPrice } from "@echelon/kernel/market/decisions/check-listing.ts";
import { scoreListing } from "@echelon/kernel/market/listing/score-listing.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { languageOf } from "../engine/season-markets.ts";
import type { PracticeMeans } from "../means.ts";
import { readListings } from "../store/listing-text-store.ts";
import { paidClicks, type ResultRow, seasonRows, storeRows } from "../store/report-store.ts";
import { poolOf } from "./listing-pool.ts";
import { medianPrices } from "./median-prices.ts";
import { offerRows, openDesk, type Desk, weekFrom } from "./open-desk.ts";
import { scoresView } from "./scores-view.ts";
import { choosable, economicsAt, listingRow } from "./view-products.ts";
import { type Suggestion, suggestPrice } from "./suggest-price.ts";

/** Everything one needs to write, price and ship one listing. */
export async function viewListingEditor(
  means: PracticeMeans,
  caller: Caller,
  where: { season: string; store: number; sku: string; market: string },
): Promise<Outcome<ListingEditorView>> {
  const opened = await openDesk(means, caller, where.season, where.store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const market = desk.world.marketIds.indexOf(where.market);
  if (market < 0)
    return refuse({ code: "practice/no-such-market", facts: { market: where.market } });
  const { state } = desk.preview;
  const place = desk.world.skuOf.get(where.sku);
  const row = offerRows(desk).find((one) => state.skuOf[one] === place);
  if (place === undefined || row === undefined) {
    return refuse({ code: "practice/no-such-product", facts: { sku: where.sku } });
  }
  const sql = means.database;
  const texts = await readListings(sql, desk);
  const from = weekFrom(desk);
  const [week, searches, markets, paid] = await Promise.all([
    storeRows(sql, "listings", where.season, where.store, from, desk.closed),
    storeRows(sql, "searches", where.season, where.store, desk.closed, desk.closed),
    seasonRows(sql, "markets", where.season, desk.closed, desk.closed),
    paidClicks(sql, where.season, desk.closed, market),
  ]);
  const facts = desk.world.source.products[place]!;
  const category = desk.world.source.categories[facts.category]!;
  const listing = listingRow(desk, row, market, texts, week);
  const language = languageOf(desk.world.source, where.market) ?? "en";
  const scoring =
    listing.listing === null
      ? null
      : scoreListing({ product: facts, category, language, listing: listing.listing });
  const cell = markets.find((one) => one.market === market && one.category === facts.category);
  return ok({
    sku: where.sku,
    market: where.market,
    product: choosable(desk, place, new Set([place]), 0),
    row: listing,
    economics: economicsAt(desk, row, market),
    scores: scoring === null ? null : scoresView(scoring),
    services: servicesFor(desk, place, market),
    keywords: keywordsFor(desk, row, market, searches, paid),
    attributes: category.attributes.map(({ key, name, required }) => ({
      key,
      name,
      isRequired: required,
      truth: facts.attributes[key] ?? "",
    })),
    prices: {
      referenceMinor: cell?.referenceMinor ?? 0,
      p10Minor: cell?.p10Minor ?? 0,
      p25Minor: cell?.p25Minor ?? 0,
      p75Minor: cell?.p75Minor ?? 0,
      p90Minor: cell?.p90Minor ?? 0,
      offers: cell?.offers ?? 0,
    },
    photoCosts: [0, 1, 2, 3].map((level) => photoPrice(desk.context, level)),
    ...suggestion(desk, place, market, row),
  });
}

/**
 * Services from home and, where the season has them, from the overseas warehouse: those that take
 * the parcel first, the cheapest of them at the top. From a warehouse in which none of the product
 * lies nothing can be sent: such services stand last.
 */
export function servicesFor(desk: Desk, product: number, market: number): ServiceOption[] {
  const { trade, world } = desk.context;
  const id = world.marketIds[market]!;
  const row = offerRows(desk).find((one) => desk.preview.state.skuOf[one] === product);
  const pools = world.source.scenario.modules.warehouses
    ? (["home", "warehouse"] as const)
    : (["home"] as const);
  const options = pools.flatMap((pool): ServiceOption[] =>
    trade.services(id, pool).map((quote) => {
      const price = trade.serviceCost(quote.index, id, product);
      return {
        id: quote.service.id,
        name: quote.service.names,
        from: pool,
        onHand: row === undefined ? 0 : unitsAt(desk, row, market, pool === "warehouse"),
        costMinor: price.ok ? price.value.minor : null,
        currency: price.ok ? price.value.currency : "CNY",
        refusal: price.ok
          ? null
          : { code: price.refusal.code, facts: factsOf(price.refusal.facts) },
        p10Days: quote.transitDays[0],
        p50Days: quote.transitDays[1],
        p90Days: quote.transitDays[2],
        lossPpm: quote.lossPpm,
        isTracked: quote.tracked !== "none",
        dutyTerms: quote.service.dutyTerms,
      };
    }),
  );
  const dear = Number.MAX_SAFE_INTEGER;
  return options.toSorted(
    (a, b) =>
      Number(isEmptyWarehouse(a)) - Number(isEmptyWarehouse(b)) ||
      (a.costMinor ?? dear) - (b.costMinor ?? dear) ||
      a.id.localeCompare(b.id),
  );
}

const isEmptyWarehouse = ({ from, onHand }: ServiceOption) => from === "warehouse" && onHand === 0;

const unitsAt = ({ preview }: Desk, row: number, market: number, isWarehouse: boolean): number =>
  preview.state.stock[poolOf(preview.state, row, market, isWarehouse)]!;

function factsOf(facts: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === "number" ? value : String(value),
    ]),
  );
}

/** What buyers type, how often, and how this listing answers it. */
export function keywordsFor(
  desk: Desk,
  row: number,
  market: number,
  searches: readonly ResultRow<"searches">[],
  paid: PaidClicks,
): KeywordRow[] {
  const { state } = desk.preview;
  const { source, visits } = desk.world;
  const category = state.categoryOf[row]!;
  const { categories, queries, markets } = state.sizes;
  const language = languageOf(source, desk.world.marketIds[market]!) ?? "en";
  const cell = row * markets + market;
  const isListed = state.listing[cell] === 1;
  return source.categories[category]!.queries.map((query, at) => {
    const words = query.phrases[language] ?? query.phrases["en"]!;
    const seen = searches.find(
      (one) => one.offer === state.offerNumber[row] && one.market === market && one.query === at,
    );
    return {
      query: at,
      phrase: words.phrase,
      meaning: query.meaning,
      terms: words.terms.map(({ term }) => term),
      visits: Math.round(visits[(market * categories + category) * queries + at]!),
      relevance: isListed ? state.relevance[cell * queries + at]! : null,
      placeMilli: seen === undefined || seen.placeMilli === 0 ? null : seen.placeMilli,
      impressions: seen?.impressions ?? 0,
      clicks: seen?.clicks ?? 0,
      units: seen?.units ?? 0,
      clickTicks: clickPrice(desk, category, at, paid),
    };
  });
}

type PaidClicks = Awaited<ReturnType<typeof paidClicks>>;

/** The mean price of a click on one search of a category, ticks; null where nobody paid for one. */
function clickPrice(
  { context, preview }: Desk,
  category: number,
  query: number,
  paid: PaidClicks,
): number | null {
  const there = paid.filter((one) => {
    const row = context.rowOfOffer[one.offer] ?? -1;
    return one.query === query && row >= 0 && preview.state.categoryOf[row] === category;
  });
  const clicks = there.reduce((sum, one) => sum + one.clicks, 0);
  const ticks = there.reduce((sum, one) => sum + one.ticks, 0);
  return clicks === 0 ? null : Math.round(ticks / clicks);
}

/** What the editor proposes: with the service that was chosen, or else with the first one. */
function suggestion(desk: Desk, product: number, market: number, row: number): Suggestion {
  const { state } = desk.preview;
  const at = row * state.sizes.markets + market;
  const options = servicesFor(desk, product, market);
  const service = state.service[at]! >= 0 ? state.service[at]! : serviceIndex(desk, options[0]?.id);
  const going = medianPrices(desk, market).get(desk.world.source.products[product]!.category);
  return suggestPrice(desk.context, { store: desk.number, product, market, service }, going);
}

export const serviceIndex = (desk: Desk, id: string | undefined) =>
  desk.world.source.trade.services.findIndex((service) => service.id === id);
