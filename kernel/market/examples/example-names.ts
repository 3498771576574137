/** A street of three stores that sell the same, one of them known to nearly all: for tests. */
import { closeDay, type DayResult } from "../day.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState, type State } from "../state/state.ts";
import { banners } from "./example-off-site.ts";
import { entriesOf, entry, exampleSeason, firstDay, ordinaryMemory } from "./example-season.ts";
import type { ExampleOptions } from "./example-world.ts";

/** Names are searched so often that a day of them is to be seen. */
export const known = { name: "brand.visitShare", value: 0.02 };

export const street = (options: ExampleOptions = {}, seed = 7) => {
  const opened = exampleSeason(
    {
      bots: 6,
      stores: 10,
      visitsPerDay: 60_000,
      modules: { offsite: true },
      parameters: [known],
      ...options,
    },
    seed,
  );
  return { ...opened, first: firstSeat(opened.season.world) };
};

export const budgetTicks = 2_000_000;
/** Bought goods are there by this day. */
export const settled = 8;

export type Street = ReturnType<typeof street>;

/** Three stores that sell the same; the first is known to nearly everybody, and shows banners. */
const opening = ({ season: { world } }: Street): readonly LogEntry[] =>
  [0, 1, 2].flatMap((seat) => {
    const store = firstSeat(world) + seat;
    const { sku } = world.source.products[0]!;
    const decisions = firstDay(world, sku, 2299 + 200 * seat).map((one) => {
      if (one.kind === "place-purchase") return { ...one, units: 900 };
      return one.kind === "open-campaign" ? { ...one, dailyBudgetTicks: budgetTicks } : one;
    });
    const spread = seat === 0 ? [banners(2_000, 14)] : [];
    return [entry(world, seat, seat), ...entriesOf(store, 1, [...decisions, ...spread])];
  });

const skuOf = ({ season }: Street) => season.world.source.products[0]!.sku;

export const bidOn = (of: Street, store: number, bidTicks: number): StoreDecision => ({
  kind: "bid-on-name",
  campaign: 0,
  sku: skuOf(of),
  store,
  bidTicks,
});

/** Bids of a seat from a day on. */
export const bids = (of: Street, seat: number, day: number, ticks: number, named = 0) =>
  entriesOf(of.first + seat, day, [bidOn(of, of.first + named, ticks)], 40 + 10 * day);

/** Plays a street with what it decides besides, in a copy of its memory. */
export function played(
  of: Street,
  days: number,
  log: readonly LogEntry[] = [],
  copied: (state: State) => State = (state) => copyState(state, ordinaryMemory),
) {
  const { season, work } = of;
  const own: Season = { ...season, state: copied(season.state) };
  own.state.awareness[of.first * season.world.sizes.markets] = 0.9;
  const all = [...opening(of), ...log];
  const results: DayResult[] = [];
  for (let day = 1; day <= days; day++) {
    const today = all.filter((one) => one.day === day);
    const result = closeDay(own, today, work, { into: own.state });
    const [refused] = result.refused;
    if (refused !== undefined) throw new Error(`${refused.code} on day ${day}`);
    results.push(result);
  }
  return { season: own, results };
}

export const rowsOf = (table: {
  rows: number;
  columns: Record<string, ArrayLike<number | bigint>>;
}) =>
  Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(
      Object.entries(table.columns).map(([name, column]) => [name, Number(column[row])]),
    ),
  );

/** The name bids' rows of the day's advertisements: each store wrote one search bid before. */
export const adsOf = ({ tables }: DayResult, store: number) =>
  rowsOf(tables.ads).filter((row) => row["store"] === store && row["entry"]! > 0);
