/**
 * The auction for the first places on the page that a store's name shows (market.md E19): the price
 * of a click, budgets and pacing are those of E5. The store's own offers answer its name wholly and
 * others' hardly, so that a store defends its name for less than it costs others to stand there.
 */
import type { Engine } from "../state/engine.ts";
import { cardOf, clickRateOf } from "../shelf/facts.ts";
import { golden } from "../shelf/pacing.ts";

/** Match kind of an entry that bids on a name: after those of keywords. */
export const nameMatch = 4;

/** Entries that bid on the name of a store and sell goods of a category, in their order. */
export type NameBids = ReadonlyMap<number, readonly number[]>;

export type PaidPlace = {
  readonly offer: number;
  /** Place in the day's entries. */
  readonly entry: number;
  /** Of a click, ticks. */
  readonly priceTicks: number;
};

/** A page that a store's name shows: the store, and its market · categories + category. */
type NamePage = { readonly store: number; readonly market: number; readonly cell: number };

const keyOf = (categories: number, store: number, category: number) =>
  store * categories + category;

/** The day's bids on names; none where a name has no paid places. */
export function bidsOnNames({ world, state, work }: Engine): NameBids {
  const { columns } = state.tables.adEntries;
  const found = new Map<number, number[]>();
  if (world.parameters["name.slots"] < 1) return found;
  for (let entry = 0; entry < work.entryCount[0]!; entry++) {
    const row = work.entryRow[entry]!;
    if (columns.match[row] !== nameMatch) continue;
    const category = state.categoryOf[work.entryOffer[entry]!]!;
    const key = keyOf(world.sizes.categories, columns.keyword[row]!, category);
    const bids = found.get(key);
    if (bids === undefined) found.set(key, [entry]);
    else bids.push(entry);
  }
  return found;
}

/** Bids on a page's name that hold in its market. */
export function bidsOnPage(
  { world, state, work }: Engine,
  bids: NameBids,
  { store, market, cell }: NamePage,
): readonly number[] {
  const { categories } = world.sizes;
  const { markets } = state.tables.campaigns.columns;
  const there = bids.get(keyOf(categories, store, cell % categories)) ?? [];
  return there.filter((entry) => ((markets[work.entryCampaign[entry]!]! >>> market) & 1) === 1);
}

type Bidder = { readonly entry: number; readonly offer: number; readonly score: number };

/** Who has the paid places now, the best first; each offer once. */
export function auctionName(
  engine: Engine,
  page: NamePage,
  entries: readonly number[],
): readonly PaidPlace[] {
  const { world, work } = engine;
  const reserve = world.reserveTicks[page.cell]!;
  const most = world.parameters["name.slots"];
  const bidders = entries
    .flatMap((entry) => bidderOf(engine, page, entry) ?? [])
    .sort((a, b) => b.score - a.score || a.entry - b.entry);
  const isFirst = ({ offer }: Bidder, at: number) =>
    bidders.findIndex((one) => one.offer === offer) === at;
  const offers = bidders.filter(isFirst);
  return offers.slice(0, most).map(({ entry, offer, score }, at) => {
    const bid = work.entryBid[entry]!;
    const next = offers[at + 1];
    // One tick over what it takes to stay before the next; at least the reserve, at most the bid.
    const least = next === undefined ? 0 : Math.floor((next.score / score) * bid) + 1;
    return { offer, entry, priceTicks: Math.min(bid, Math.max(reserve, least)) };
  });
}

/** An entry that takes part on the page in the slice at hand; null where it does not. */
function bidderOf(engine: Engine, page: NamePage, entry: number): Bidder | null {
  const { world, state, work, own, weights } = engine;
  const { markets, categories, shelves } = world.sizes;
  const { store, market, cell } = page;
  const offer = work.entryOffer[entry]!;
  const campaign = work.entryCampaign[entry]!;
  const bid = work.entryBid[entry]!;
  if (bid < world.reserveTicks[cell]! || work.hasStock[offer * markets + market] === 0) return null;
  if (work.campaignIsOpen[campaign] === 0) return null;
  // Pages of names are paced as if they stood behind the market's shelves.
  const place = shelves + store * markets * categories + cell;
  const turned = work.campaignPhase[campaign]! + place * golden;
  if (turned - Math.floor(turned) >= work.campaignPacing[campaign]!) return null;
  const relevance = state.storeOf[offer] === store ? 1 : world.parameters["name.relevance"];
  const click = clickRateOf(engine, offer, cardOf(engine, offer, cell), cell);
  const root = own.rootRelevance[Math.floor(255 * relevance + 0.5)]!;
  return { entry, offer, score: bid * Math.sqrt(click * weights.qualityScale) * root };
}
