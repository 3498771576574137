import type { DealLine, DealsView, KeywordTableView } from "@echelon/contract/practice/sandbox.ts";
import { crowdNames } from "@echelon/contract/practice/sandbox.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { keywordTable, type KeywordRow } from "@echelon/kernel/market/sandbox/keyword-table.ts";
import { dealPriceMost, marketPrices } from "@echelon/kernel/market/sandbox/market-price.ts";
import { isSandbox } from "@echelon/kernel/market/sandbox/matching.ts";
import { cutOf } from "@echelon/kernel/market/sandbox/scores.ts";
import { fates, matches } from "@echelon/kernel/market/sandbox/seller.ts";
import { lastDayOfRound } from "@echelon/kernel/calendar/round.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { nameStores, type StoreName } from "./name-stores.ts";
import { labelOf, marketOf, openDesk, productOfOffer, type Desk } from "./open-desk.ts";

const notHere = () => refuse({ code: "practice/module-off", facts: { module: "sandbox" } });

/** What the searches of the open period bring and who wants how much: public before it. */
export async function viewKeywordTable(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<KeywordTableView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const { world, preview, context, row } = opened.value;
  if (!isSandbox(world)) return notHere();
  const day = Math.min(row.day, row.days);
  const toDay = lastDayOfRound(day, row.days_per_round, row.days);
  const { parameters: p, sizes } = world;
  const prices = marketPrices(world, context.trade);
  const cells = Map.groupBy(
    periodTable(preview, toDay - day + 1),
    ({ market, category }) => market * sizes.categories + category,
  );
  return ok({
    day,
    toDay,
    keywordsMax: p["sandbox.keywords"],
    cutSeoBp: Math.round(10_000 * p["sandbox.cut.seo"]),
    cutAdBp: Math.round(10_000 * p["sandbox.cut.sem"]),
    cells: [...cells].map(([cell, rows]) => {
      const { market, category } = rows[0]!;
      return {
        market: world.marketIds[market]!,
        category: world.categoryIds[category]!,
        currency: currencyOf(world, market),
        referenceMinor: prices[cell]!,
        mostMinor: dealPriceMost(world, prices[cell]!),
        crowds: crowdNames.map((_, crowd) =>
          rows.reduce((sum, row) => sum + row.crowds[crowd]!, 0),
        ),
        keywords: rows.map((row) => keywordOf(world, row)),
      };
    }),
  });
}

/** The sums of so many days from the open one on. */
function periodTable(season: Season, days: number): readonly KeywordRow[] {
  const tables = Array.from({ length: days }, (_, later) => keywordTable(season, later));
  return tables[0]!.map((first, shelf) => {
    const rows = tables.map((table) => table[shelf]!);
    const sum = (pick: (row: KeywordRow) => number) =>
      rows.reduce((total, row) => total + pick(row), 0);
    return {
      ...first,
      impressions: sum((row) => row.impressions),
      clicks: sum((row) => row.clicks),
      conversions: sum((row) => row.conversions),
      crowds: first.crowds.map((_, crowd) => sum((row) => row.crowds[crowd]!)),
    };
  });
}

function keywordOf(
  world: World,
  row: KeywordRow,
): KeywordTableView["cells"][number]["keywords"][0] {
  return {
    ...wordsOf(world, row),
    impressions: row.impressions,
    clicks: row.clicks,
    conversions: row.conversions,
    relevance: row.relevance,
    crowds: [...row.crowds],
  };
}

/** A search in the market's language, and what it asks for. */
function wordsOf(
  world: World,
  { market, category, query }: Pick<KeywordRow, "market" | "category" | "query">,
) {
  const asked = world.source.categories[category]?.queries[query];
  const language = world.marketLanguages[market] ?? "";
  return {
    phrase: asked?.phrases[language]?.phrase ?? "",
    meaning: asked?.meaning ?? { zh: "", en: "" },
  };
}

/** What a closed day dealt to the store's own listings, and why not more. */
export async function viewDeals(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: { day?: number | undefined },
): Promise<Outcome<DealsView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  if (!isSandbox(desk.world)) return notHere();
  const day = Math.min(ask.day ?? desk.closed, desk.closed);
  const rows = await storeRows(means.database, "deals", season, store, day, day);
  const names = await nameStores(means, desk);
  const { parameters: p } = desk.world;
  return ok({
    day,
    score: {
      relevanceMilli: milli(p["sandbox.seo.weight"]),
      performanceMilli: milli(p["sandbox.seo.performance"]),
      matchMilli: {
        none: 0,
        partial: milli(p["sandbox.match.partial"]),
        high: milli(p["sandbox.match.high"]),
        exact: milli(p["sandbox.match.exact"]),
      },
    },
    lines: rows.map((row) => lineOf(desk, names, row)),
  });
}

const milli = (value: number) => Math.round(1000 * value);

type Names = (store: number) => StoreName;

function lineOf(desk: Desk, names: Names, row: ResultRow<"deals">): DealLine {
  const { world } = desk;
  const { parameters: p } = world;
  const product = productOfOffer(desk, row.offer);
  const category = world.categoryIds.indexOf(product?.category ?? "");
  return {
    ...labelOf(desk, row.offer),
    market: marketOf(desk, row.market),
    ...wordsOf(world, { market: row.market, category, query: row.query }),
    sellers: row.sellers,
    sellersIn: cutOf(row.sellers, p["sandbox.cut.seo"]),
    advertisers: row.advertisers,
    advertisersIn: cutOf(row.advertisers, p["sandbox.cut.sem"]),
    relevance: row.relevance,
    match: matches[row.match]!,
    performanceMilli: row.performanceMilli,
    seoMilli: row.seoMilli,
    seoPlace: row.seoPlace,
    isInBySeo: row.isInBySeo === 1,
    adPlace: row.adPlace,
    isInByAd: row.isInByAd === 1,
    qualityMilli: row.qualityMilli,
    bidTicks: row.bidTicks,
    chargeTicks: row.chargeTicks,
    paidClicks: row.paidClicks,
    dealPriceMinor: row.dealPriceMinor,
    currency: currencyOf(world, row.market),
    influence: row.influence,
    indexMilli: row.indexMilli,
    promotionBp: row.promotionBp,
    crowds: crowdNames.map((crowd) => {
      const first = row[`${crowd}First`];
      return {
        crowd,
        wanted: row[`${crowd}Wanted`],
        place: row[`${crowd}Place`],
        units: row[`${crowd}Units`],
        fate: fates[row[`${crowd}Fate`]]!,
        first:
          first < 0
            ? null
            : {
                store: first,
                ...names(first),
                isMine: first === desk.number,
              },
      };
    }),
  };
}
