/** An opened season without files, and a person's first day in it: for tests. */
import type { ListingScores, ListingText, LogEntry, StoreDecision } from "../decisions/decision.ts";
import { exampleWorld, type ExampleOptions } from "./example-world.ts";
import { openSeason } from "../open-season.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { newWorkspace, type Workspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";

export const ordinaryMemory = (bytes: number) => new ArrayBuffer(bytes);

/** Few stores, few visits, a short burn-in: opens in a blink. */
const small: ExampleOptions = {
  stores: 20,
  bots: 12,
  offersPerStore: 4,
  visitsPerDay: 6000,
  burnInDays: 7,
};

export function exampleSeason(
  options: ExampleOptions = {},
  seed = 7,
): {
  readonly season: Season;
  readonly work: Workspace;
} {
  const world = exampleWorld({ ...small, ...options });
  const season = openSeason(world, { k0: seed, k1: 42 }, ordinaryMemory);
  return { season, work: newWorkspace(world.sizes, ordinaryMemory) };
}

export const exampleListing: ListingText = {
  title: "A plain honest thing for every day",
  keywords: ["thing"],
  text: "It is what it says and nothing more.",
  attributes: { material: "steel" },
  photoLevel: 0,
};

export const exampleScores = (world: World, relevance = 200): ListingScores => ({
  contentMilli: 400,
  claimMilli: 0,
  relevance: Array.from({ length: world.sizes.queries }, () => relevance),
});

/** Numbers decisions of one store from `first` on, all on one day. */
export function entriesOf(
  store: number,
  day: number,
  decisions: readonly StoreDecision[],
  first = 0,
): readonly LogEntry[] {
  return decisions.map((decision, i) => ({ store, number: first + i, day, decision }));
}

/** The steward lets a store in. */
export function entry(world: World, seat: number, number: number, day = 1): LogEntry {
  const store = firstSeat(world) + seat;
  return {
    store: -1,
    number,
    day,
    decision: { kind: "enter-store", store, name: `Store ${seat}` },
  };
}

/** What a careful beginner does on the first day: one product, listed in the first market. */
export function firstDay(world: World, sku: string, priceMinor: number): readonly StoreDecision[] {
  const market = world.marketIds[0]!;
  const service = world.source.trade.services.find(
    ({ leg, markets }) => leg === "parcel" && markets.includes(market),
  )!;
  return [
    { kind: "select-product", sku, place: 0 },
    { kind: "set-shipping", sku, market, service: service.id, feeMinor: 0, promiseDays: 20 },
    {
      kind: "publish-listing",
      sku,
      market,
      listing: exampleListing,
      scores: exampleScores(world),
      priceMinor,
    },
    { kind: "place-purchase", sku, units: 40 },
    {
      kind: "open-campaign",
      campaign: 0,
      name: "First",
      dailyBudgetTicks: 200_000,
      markets: [market],
    },
    {
      kind: "set-bid",
      campaign: 0,
      sku,
      keyword: "thing",
      match: "broad",
      bidTicks: 1500,
      matches: world.marketIds.map((_, i) => (i === 0 ? (1 << world.sizes.queries) - 1 : 0)),
    },
  ];
}

/** A season's first entries: a person's store enters and does all that. */
export function beginnersLog(world: World, seat = 0): readonly LogEntry[] {
  const store = firstSeat(world) + seat;
  const { sku } = world.source.products[seat % world.source.products.length]!;
  return [entry(world, seat, seat), ...entriesOf(store, 1, firstDay(world, sku, 2499))];
}
