import type { AdvertisingView, SearchTermRow } from "@echelon/contract/practice/advertising.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { keywordHash } from "@echelon/kernel/market/listing/keyword-match.ts";
import { nameMatch } from "@echelon/kernel/market/offsite/name-auction.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { languageOf } from "../engine/season-markets.ts";
import type { PracticeMeans } from "../means.ts";
import { readAdWords } from "../store/listing-text-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { labelOf, marketOf, openDesk, seriesOf, type Desk, weekFrom } from "./open-desk.ts";
import { economicsAt } from "./view-products.ts";

type Words = Awaited<ReturnType<typeof readAdWords>>;
type AdDay = ResultRow<"ads">;
type Campaign = AdvertisingView["campaigns"][number];

/** The store's campaigns with their entries and what the last seven days brought. */
export async function viewAdvertising(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<AdvertisingView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const words = await readAdWords(means.database, desk);
  const week = await storeRows(means.database, "ads", season, store, weekFrom(desk), desk.closed);
  const { columns, rows } = desk.preview.state.tables.campaigns;
  const campaigns: Campaign[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] === store) campaigns.push(campaignView(desk, row, words, week));
  }
  const usd = desk.world.currencies.indexOf("USD");
  return ok({
    usdRateE8: usd < 0 ? 100_000_000 : Math.round(desk.context.book.rateE8[usd]!),
    reserveTicks: Math.min(...desk.world.reserveTicks),
    campaigns: campaigns.toSorted((a, b) => a.campaign - b.campaign),
  });
}

function campaignView(desk: Desk, row: number, words: Words, week: readonly AdDay[]): Campaign {
  const { columns } = desk.preview.state.tables.campaigns;
  const number = columns.campaign[row]!;
  const days = week.filter((one) => one.campaign === number);
  const named = words.findLast(
    (one) =>
      (one.kind === "open-campaign" || one.kind === "edit-campaign") && one.campaign === number,
  );
  return {
    campaign: number,
    name: named !== undefined && "name" in named ? named.name : String(number + 1),
    isOn: columns.isOn[row] === 1,
    dailyBudgetTicks: columns.dailyBudgetTicks[row]!,
    spentTicks: days
      .filter(({ day }) => day === desk.closed)
      .reduce((sum, one) => sum + one.ticks, 0),
    markets: desk.world.marketIds.filter(
      (_, market) => ((columns.markets[row]! >>> market) & 1) === 1,
    ),
    week: figures(days),
    entries: entriesOf(desk, row, number, words, days),
    negatives: negativesOf(words, number),
    series: seriesOf(days, (one: AdDay) => one.ticks, weekFrom(desk), desk.closed),
  };
}

export const figures = (days: readonly AdDay[]) => ({
  impressions: days.reduce((sum, one) => sum + one.impressions, 0),
  clicks: days.reduce((sum, one) => sum + one.clicks, 0),
  ticks: days.reduce((sum, one) => sum + one.ticks, 0),
  units: days.reduce((sum, one) => sum + one.units, 0),
  revenueMinor: Math.round(days.reduce((sum, one) => sum + one.revenueMinor, 0)),
});

const matchKinds = ["exact", "phrase", "broad", "auto"] as const;

function entriesOf(
  desk: Desk,
  campaignRow: number,
  campaign: number,
  words: Words,
  days: readonly AdDay[],
) {
  const { state } = desk.preview;
  const { columns, rows } = state.tables.adEntries;
  const entries: Campaign["entries"] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.campaign[row] !== campaignRow || columns.bidTicks[row] === 0) continue;
    if (columns.match[row] === nameMatch) continue;
    const offerRow = columns.offer[row]!;
    const offer = state.offerNumber[offerRow]!;
    const match = matchKinds[columns.match[row]!] ?? "auto";
    const label = labelOf(desk, offer);
    const written = words.findLast(
      (one) =>
        one.kind === "set-bid" &&
        one.campaign === campaign &&
        one.sku === label.sku &&
        one.match === match &&
        keywordHash(one.keyword) === columns.keyword[row],
    );
    entries.push({
      entry: columns.entry[row]!,
      ...label,
      keyword: written?.kind === "set-bid" ? written.keyword : "",
      match,
      bidTicks: columns.bidTicks[row]!,
      breakEvenTicks: breakEven(desk, offerRow),
      ...figures(days.filter((one) => one.entry === columns.entry[row])),
    });
  }
  return entries;
}

/** The highest break-even bid over the markets where the offer is listed. */
export function breakEven(desk: Desk, row: number): number {
  const { state } = desk.preview;
  let most = 0;
  for (let market = 0; market < state.sizes.markets; market += 1) {
    if (state.listing[row * state.sizes.markets + market] !== 1) continue;
    most = Math.max(most, economicsAt(desk, row, market)?.breakEvenBidTicks ?? 0);
  }
  return most;
}

function negativesOf(words: Words, campaign: number): string[] {
  const on = new Set<string>();
  for (const one of words) {
    if (one.kind !== "set-negative" || one.campaign !== campaign) continue;
    if (one.isOn) on.add(one.keyword);
    else on.delete(one.keyword);
  }
  return [...on];
}

/** Every search on which the store's listings stood, with place, clicks and sales. */
export async function viewSearchTerms(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: { from?: number | undefined; to?: number | undefined; market?: string | undefined },
): Promise<Outcome<{ items: SearchTermRow[] }>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const from = ask.from ?? weekFrom(desk);
  const to = ask.to ?? desk.closed;
  const rows = await storeRows(means.database, "searches", season, store, from, to);
  const groups = new Map<string, ResultRow<"searches">[]>();
  for (const row of rows) {
    if (ask.market !== undefined && marketOf(desk, row.market) !== ask.market) continue;
    const key = `${row.offer}/${row.market}/${row.query}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const items = [...groups.values()].flatMap((group) => searchTerm(desk, group));
  return ok({ items: items.toSorted((a, b) => b.impressions - a.impressions).slice(0, 5_000) });
}

type Brought = Record<
  "impressions" | "clicks" | "units" | "adImpressions" | "adClicks" | "adUnits",
  number
>;

/**
 * What a search brought by itself. Results count all that a listing brought there, the paid part
 * too; a listing stands once among the unpaid ones, so it is seen at most once a visit.
 */
export function unpaidPart(
  group: readonly Brought[],
): Pick<Brought, "impressions" | "clicks" | "units"> {
  const sum = (all: keyof Brought, paid: keyof Brought) =>
    Math.max(
      0,
      group.reduce((total, one) => total + one[all] - one[paid], 0),
    );
  return {
    impressions: sum("impressions", "adImpressions"),
    clicks: sum("clicks", "adClicks"),
    units: sum("units", "adUnits"),
  };
}

function searchTerm(desk: Desk, group: readonly ResultRow<"searches">[]): SearchTermRow[] {
  const first = group[0]!;
  const row = desk.context.rowOfOffer[first.offer] ?? -1;
  const category =
    row < 0 ? undefined : desk.world.source.categories[desk.preview.state.categoryOf[row]!];
  const query = category?.queries[first.query];
  if (query === undefined) return [];
  const language = languageOf(desk.world.source, marketOf(desk, first.market)) ?? "en";
  const sum = (pick: (one: ResultRow<"searches">) => number) =>
    group.reduce((total, one) => total + pick(one), 0);
  const mean = (
    place: (one: ResultRow<"searches">) => number,
    weight: (one: ResultRow<"searches">) => number,
  ) => {
    const total = sum((one) => (place(one) > 0 ? weight(one) : 0));
    return total === 0 ? 0 : Math.round(sum((one) => place(one) * weight(one)) / total);
  };
  const visits = sum((one) => one.visits);
  const unpaid = unpaidPart(group);
  return [
    {
      ...labelOf(desk, first.offer),
      market: marketOf(desk, first.market),
      phrase: query.phrases[language]?.phrase ?? "",
      meaning: query.meaning,
      visits,
      impressions: unpaid.impressions,
      shareBp: visits === 0 ? 0 : Math.round((unpaid.impressions * 10_000) / visits),
      placeMilli: mean(
        (one) => one.placeMilli,
        (one) => one.impressions - one.adImpressions,
      ),
      clicks: unpaid.clicks,
      units: unpaid.units,
      adImpressions: sum((one) => one.adImpressions),
      adPlaceMilli: mean(
        (one) => one.adPlaceMilli,
        (one) => one.adImpressions,
      ),
      adClicks: sum((one) => one.adClicks),
      adTicks: sum((one) => one.adTicks),
      adUnits: sum((one) => one.adUnits),
    },
  ];
}
