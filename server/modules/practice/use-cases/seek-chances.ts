import { topic } from "@echelon/contract/platform/events.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { suppliersOf } from "@echelon/kernel/market/sourcing/suppliers.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import { seedOf } from "../engine/season-key.ts";
import { playersMax } from "../engine/study-desk.ts";
import { seekChancesKind, type SeekChancesPayload } from "../jobs.ts";
import type { PracticeRouteMeans } from "../means.ts";
import {
  endSearch,
  insertChances,
  type NewChance,
  nextChances,
  readCampaignSums,
  readLostUnits,
  readPriceSpans,
  readSearch,
  readSoldUnits,
  writeChanceResult,
} from "../store/chance-store.ts";
import type { ChanceTable } from "../store/schema.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { changeSeason, readSeason, type SeasonRow } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";
import { readSums, type StoreSums } from "../store/sums-store.ts";
import { type Guess, guessChances, type StoreFacts, type Worth } from "./guess-chances.ts";
import { playOneChange } from "./play-what-if.ts";

/** How long one step plays before it writes what it has: so much a killed worker loses. */
const stepMillis = 4_000;
/**
 * Days that are played again for one season in all, unless every store's first alternative takes
 * more: about a minute on one free core for a class of forty, and the same on every machine.
 */
export const daysPlayedMax = 600;

/**
 * Looks for each store's best missed chance: chooses by cheap figures what is worth playing, then
 * plays it, one decision changed at a time. Every step writes what it played and asks for the next.
 */
export async function seekChances(
  means: PracticeRouteMeans,
  { tx, payload, signal }: JobRun<SeekChancesPayload>,
): Promise<void> {
  const { season, branch, toDay, step } = payload;
  const row = await readSeason(tx, season);
  const search = await readSearch(tx, season);
  // The season went on, or was rewound, and was asked about anew.
  if (row === undefined || search?.branch !== branch || search.to_day !== toDay) return;
  if (!(await means.engine.isPlayable(tx, row))) return end(means, tx, season);
  if (step === 0) await choose(means, tx, { ...row, branch }, toDay);
  else if (!(await playSome(means, tx, row, payload, signal))) return end(means, tx, season);
  await enqueue(tx, seekChancesKind, { season, branch, toDay, step: step + 1 });
}

/** Screens that wait for it ask again. */
async function end(means: PracticeRouteMeans, tx: Tx, season: string): Promise<void> {
  await endSearch(tx, season, means.clock.now());
  const changed = await changeSeason(tx, season, {});
  tx.announce(topic("season", season), changed.version);
}

/** Plays for some seconds; false when nothing was left to play. */
async function playSome(
  means: PracticeRouteMeans,
  tx: Tx,
  row: SeasonRow,
  { season, branch, toDay }: SeekChancesPayload,
  signal: AbortSignal,
): Promise<boolean> {
  const started = performance.now();
  let next: ChanceTable[] = [];
  do {
    next = await nextChances(tx, season, playersMax);
    const results = await Promise.all(
      next.map((one) => playOneChange(means, tx, row, { ...one, branch, to_day: toDay })),
    );
    for (const [at, one] of next.entries()) await writeChanceResult(tx, one, results[at]!);
  } while (next.length > 0 && !signal.aborted && performance.now() - started < stepMillis);
  return next.length > 0;
}

async function choose(
  means: PracticeRouteMeans,
  tx: Tx,
  row: SeasonRow,
  toDay: number,
): Promise<void> {
  const { season_id: season } = row;
  const facts = await factsByStore(means, tx, row, toDay);
  const guesses = new Map([...facts].map(([store, one]) => [store, guessChances(one)]));
  const rows = planOf(guesses, toDay).map(
    ({ store, place, guess: { rule, day, number, instead } }): NewChance => ({
      season_id: season,
      store,
      chance: place,
      rule,
      day,
      number,
      instead,
    }),
  );
  await insertChances(tx, rows);
}

type Planned = { readonly store: number; readonly place: number; readonly guess: Guess };

/** Every store's first, then seconds and so on as long as days may be played. */
export function planOf(
  guesses: ReadonlyMap<number, readonly Guess[]>,
  toDay: number,
  daysMax = daysPlayedMax,
): Planned[] {
  const all = [...guesses]
    .flatMap(([store, list]) => list.map((guess, place) => ({ store, place, guess })))
    .toSorted((a, b) => a.place - b.place || a.store - b.store);
  let days = 0;
  return all.filter(({ place, guess }) => {
    days += toDay - guess.day + 1;
    return place === 0 || days <= daysMax;
  });
}

async function factsByStore(
  means: PracticeRouteMeans,
  tx: Tx,
  row: SeasonRow,
  toDay: number,
): Promise<Map<number, StoreFacts>> {
  const { season_id: season, branch } = row;
  const spans = lineage(await readBranches(tx, season), branch);
  const byStore = <Row extends { readonly store: number }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ store }) => store);
  const log = byStore<LogEntry>(await readHeadLog(tx, season, spans, 1, toDay));
  const lost = byStore(await readLostUnits(tx, season, toDay));
  const prices = byStore(await readPriceSpans(tx, season, toDay));
  const campaigns = byStore(await readCampaignSums(tx, season, toDay));
  const sums = new Map((await readSums(tx, season, toDay)).map((one) => [one.store, one]));
  const sold = new Map((await readSoldUnits(tx, season, toDay)).map((one) => [one.store, one]));
  const world = await means.engine.worldOf(tx, row);
  const { marketIds } = world;
  const outputOf = outputIn(world, seedOf(row.seed_secret, world.source.engine));
  const stores = (await readStores(tx, season))
    .filter((one) => !one.is_agent)
    .map(({ store }) => store);
  const inClass = classWorth(stores, sums, sold);
  return new Map(
    stores.map((store) => {
      const own = campaigns.get(store) ?? [];
      const ticks = own.reduce((sum, one) => sum + one.ticks, 0);
      const worth = worthOf(sums.get(store), sold.get(store)?.units ?? 0, ticks, inClass);
      const facts = {
        log: log.get(store) ?? [],
        lost: lost.get(store) ?? [],
        prices: prices.get(store) ?? [],
        campaigns: own,
        worth,
        marketIds,
        outputOf,
      };
      return [store, facts];
    }),
  );
}

const outputIn =
  (world: World, key: Seed): StoreFacts["outputOf"] =>
  (sku, supplier) => {
    const product = world.skuOf.get(sku);
    if (product === undefined) return 0;
    return suppliersOf({ world, key }, product)[supplier]?.outputUnits ?? 0;
  };

type ClassWorth = Pick<Worth, "unitMinor" | "unitsPerImpression">;
type Sold = ReadonlyMap<number, { readonly units: number; readonly impressions: number }>;

function classWorth(
  stores: readonly number[],
  sums: ReadonlyMap<number, StoreSums>,
  sold: Sold,
): ClassWorth {
  let [revenue, units, impressions] = [0, 0, 0];
  for (const store of stores) {
    revenue += sums.get(store)?.revenueMinor ?? 0;
    units += sold.get(store)?.units ?? 0;
    impressions += sold.get(store)?.impressions ?? 0;
  }
  return {
    unitMinor: units === 0 ? 0 : revenue / units,
    unitsPerImpression: impressions === 0 ? 0 : units / impressions,
  };
}

/** What is left of a sale where a store's own season does not say. */
const usualShareLeft = 0.25;

function worthOf(
  sums: StoreSums | undefined,
  units: number,
  ticks: number,
  inClass: ClassWorth,
): Worth {
  const { revenueMinor = 0, profitMinor = 0, adsMinor = 0 } = sums ?? {};
  const unitMinor = units === 0 ? inClass.unitMinor : revenueMinor / units;
  const left = units === 0 ? 0 : (profitMinor + adsMinor) / units;
  return {
    unitMinor,
    unitsPerImpression: inClass.unitsPerImpression,
    contributionMinor: left > 0 ? left : unitMinor * usualShareLeft,
    minorPerTick: ticks === 0 ? 0 : adsMinor / ticks,
  };
}
