/** Days watched again on the engine's thread, and the changes between them explained. */
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { closeDay } from "@echelon/kernel/market/day.ts";
import { openSeason, reopenSeason } from "@echelon/kernel/market/open-season.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import { decodeSnapshot } from "@echelon/kernel/market/state/snapshot.ts";
import { newWorkspace, type Workspace } from "@echelon/kernel/market/state/workspace.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import { newWhyBench, type WhyBench } from "@echelon/kernel/market/why/expected-day.ts";
import { explainChange } from "@echelon/kernel/market/why/explain-change.ts";
import { lostSales } from "@echelon/kernel/market/why/lost-sales.ts";
import { type NamesWorth, nameWorth } from "@echelon/kernel/market/why/name-worth.ts";
import { observeDay, type ObservedDay } from "@echelon/kernel/market/why/observe-day.ts";
import {
  type PagePlace,
  shownPage,
  type ShownSlot,
} from "@echelon/kernel/market/why/shown-page.ts";
import { holdLast } from "./hold-last.ts";
import type { Explained, Lost, NamedDay, ReplayRequest, WhyQuestion } from "./thread-messages.ts";

/** A watched day of a class takes some megabytes. */
const daysHeldMax = 8;
const placesHeldMax = 2;

const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

/** The season whose days are asked about. */
export type WatchedSeason = {
  readonly world: World;
  readonly seed: Seed;
  readonly worldHash: string;
};

/** Each answer is null when a day is not held and none were sent to play. */
export interface DayWatcher {
  explain(
    season: WatchedSeason,
    question: WhyQuestion,
    days: ReplayRequest | null,
  ): Explained | null;
  lost(
    season: WatchedSeason,
    store: number,
    day: NamedDay,
    days: ReplayRequest | null,
  ): readonly Lost[] | null;
  worth(
    season: WatchedSeason,
    store: number,
    day: NamedDay,
    days: ReplayRequest | null,
  ): NamesWorth | null;
  page(
    season: WatchedSeason,
    place: PagePlace,
    day: NamedDay,
    days: ReplayRequest | null,
  ): readonly ShownSlot[] | null;
}

export function createDayWatcher(): DayWatcher {
  const watched = new Map<string, ObservedDay>();
  const places = new Map<string, Place>();

  /** The days as they were seen, and the place where their season is worked out. */
  const seen = (
    { world, seed, worldHash }: WatchedSeason,
    wanted: readonly NamedDay[],
    days: ReplayRequest | null,
  ): { readonly place: Place; readonly days: readonly ObservedDay[] } | null => {
    const season = `${worldHash}/${seed.k0}/${seed.k1}`;
    const nameOf = ({ digest, without }: NamedDay) => `${season}/${digest}/${without ?? ""}`;
    const place = holdLast(
      places,
      season,
      places.get(season) ?? newPlace(world, seed),
      placesHeldMax,
    );
    if (!wanted.every((day) => watched.has(nameOf(day)))) {
      if (days === null) return null;
      for (const [day, one] of watch(world, seed, place.work, days, wanted)) {
        holdLast(watched, nameOf(day), one, daysHeldMax);
      }
    }
    const found = wanted.flatMap((day) => {
      const one = watched.get(nameOf(day));
      return one === undefined ? [] : [holdLast(watched, nameOf(day), one, daysHeldMax)];
    });
    return found.length === wanted.length ? { place, days: found } : null;
  };

  return {
    explain(season, { store, before, after }, days) {
      const found = seen(season, [before, after], days);
      if (found === null) return null;
      const [from, to] = found.days as readonly [ObservedDay, ObservedDay];
      const { figures, listings, order } = explainChange(found.place.bench, from, to, store);
      return {
        order,
        figures,
        listings: listings.map(({ row, market, parts }) => ({
          offer: to.state.offerNumber[row]!,
          market,
          parts,
        })),
      };
    },
    lost(season, store, day, days) {
      const found = seen(season, [day], days);
      const one = found?.days[0];
      if (found === null || one === undefined) return null;
      return lostSales(found.place.bench, one, store).map(({ row, ...rest }) => ({
        offer: one.state.offerNumber[row]!,
        ...rest,
      }));
    },
    worth(season, store, day, days) {
      const found = seen(season, [day], days);
      const one = found?.days[0];
      return one === undefined ? null : nameWorth(found!.place.bench, one, store);
    },
    page(season, place, day, days) {
      const one = seen(season, [day], days)?.days[0];
      return one === undefined ? null : shownPage(season.world, one, place);
    },
  };
}

type Place = { readonly bench: WhyBench; readonly work: Workspace };

function newPlace(world: World, seed: Seed): Place {
  return { bench: newWhyBench(world, seed), work: newWorkspace(world.sizes, allocate) };
}

/** Plays the days and watches those that are named. */
function* watch(
  world: World,
  seed: Seed,
  work: Workspace,
  { snapshot, from, to, entries }: ReplayRequest,
  wanted: readonly NamedDay[],
): Iterable<readonly [NamedDay, ObservedDay]> {
  let state =
    snapshot === null
      ? openSeason(world, seed, allocate).state
      : decodeSnapshot(snapshot, world.source.engine, world.sizes, allocate);
  for (let day = from; state !== null && day <= to; day++) {
    const log = entries.filter((entry) => entry.day === day);
    const season = reopenSeason(world, seed, state);
    const named = wanted.filter((one) => one.day === day);
    const seen = named.map((one) => [one, observed(season, log, work, one)] as const);
    yield* seen;
    // The day as it was leads on to the next; a day without somebody's decisions leads nowhere.
    const whole = seen.find(([{ without }]) => without === null)?.[1];
    if (whole !== undefined) ({ state } = whole.result);
    else if (day < to) ({ state } = closeDay(season, log, work));
  }
}

/** @throws Error when the day comes out otherwise than it was closed */
function observed(
  season: ReturnType<typeof reopenSeason>,
  log: readonly LogEntry[],
  work: Workspace,
  { day, digest, without }: NamedDay,
): ObservedDay {
  const seen = observeDay(season, without === null ? log : log.filter(isNotOf(without)), work);
  if (without === null && seen.result.digest !== digest) {
    throw new Error(`day ${day} is played to ${seen.result.digest} instead of ${digest}`);
  }
  return seen;
}

const isNotOf = (store: number) => (entry: LogEntry) => entry.store !== store;
