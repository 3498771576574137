import { topic } from "@echelon/contract/platform/events.ts";
import type { WhatIfResult } from "@echelon/contract/practice/study.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { PlayedDay } from "../engine/thread-messages.ts";
import type { PlayWhatIfPayload } from "../jobs.ts";
import type { PracticeRouteMeans } from "../means.ts";
import type { WhatIfTable } from "../store/schema.ts";
import { readSeason, type SeasonRow } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";
import { readProfits, readSums, type StoreSums } from "../store/sums-store.ts";
import { readWhatIf, writeWhatIfResult } from "../store/what-if-store.ts";
import { changed } from "./ask-what-if.ts";

/**
 * Plays a store's days again with one decision changed and everybody else's as they were. What the
 * store decided later stays as it was too, for nobody knows what its people would have done.
 */
export async function playWhatIf(
  means: PracticeRouteMeans,
  { tx, payload }: JobRun<PlayWhatIfPayload>,
): Promise<void> {
  const { season, store, whatIf } = payload;
  const asked = await readWhatIf(tx, season, store, whatIf);
  const row = await readSeason(tx, season);
  if (asked === undefined || row === undefined || asked.result !== null) return;
  await writeWhatIfResult(tx, asked, await playOneChange(means, tx, row, asked));
  tx.announce(topic("store", `${season}.${store}`));
}

/** One decision of a store thought different: left out, or with another number. */
export type OneChange = Pick<
  WhatIfTable,
  "branch" | "store" | "day" | "number" | "to_day" | "instead"
>;

/** Plays the days since a decision with it changed, and sets what came of it beside what was. */
export async function playOneChange(
  means: Pick<PracticeRouteMeans, "study" | "database">,
  sql: Sql,
  row: SeasonRow,
  change: OneChange,
): Promise<WhatIfResult> {
  const days = await means.study.play(
    sql,
    { ...row, branch: change.branch },
    { from: change.day, to: change.to_day },
    (entries) => withChange(entries, change),
  );
  return resultOf(means, row, change, days);
}

function withChange(entries: readonly LogEntry[], asked: OneChange): readonly LogEntry[] {
  return entries.flatMap((entry) => {
    const { store, day, number } = entry;
    const isMeant = store === asked.store && day === asked.day && number === asked.number;
    if (!isMeant) return [entry];
    const other = asked.instead === null ? null : changed(entry, Number(asked.instead));
    return other === null ? [] : [other];
  });
}

type Standing = Pick<StoreSums, "store" | "scoreMilli" | "profitMinor">;

async function resultOf(
  { database: sql }: Pick<PracticeRouteMeans, "database">,
  { season_id: season }: SeasonRow,
  { store, day, number, to_day: toDay }: OneChange,
  days: readonly PlayedDay[],
): Promise<WhatIfResult> {
  // A program is ranked among people where the question is about it alone.
  const ranked = (await readStores(sql, season)).filter(
    (one) => !one.is_agent || one.store === store,
  );
  const people = new Set(ranked.map((one) => one.store));
  const sums = (await readSums(sql, season, toDay)).filter((one) => people.has(one.store));
  const earlier = await readSums(sql, season, day - 1);
  const profits = (await readProfits(sql, season, day, toDay)).filter((one) => one.store === store);
  const own = (of: PlayedDay) => of.stores.find((one) => one.store === store);
  // A decision that the rules do not allow is told: the days were played without it.
  const refused = days.flatMap((one) => one.refused).filter((one) => one.store === store);
  const unlawful = refused.find((one) => one.number === number);
  const would: Standing[] = (days.at(-1)?.stores ?? []).map(({ store: one, scoreMilli }) => ({
    store: one,
    scoreMilli,
    profitMinor:
      (earlier.find((sum) => sum.store === one)?.profitMinor ?? 0) +
      total(days.map(({ stores }) => stores.find((s) => s.store === one)?.profitMinor ?? 0)),
  }));
  const was = sums.find((one) => one.store === store);
  const ordersBefore = earlier.find((one) => one.store === store)?.orders ?? 0;
  const wasSeries = days.map(
    ({ day: one }) => profits.find((row) => row.day === one)?.profitMinor ?? 0,
  );
  const wouldSeries = days.map((one) => own(one)?.profitMinor ?? 0);
  return {
    profitMinor: { was: total(wasSeries), would: total(wouldSeries) },
    orders: {
      was: (was?.orders ?? 0) - ordersBefore,
      would: total(days.map((one) => own(one)?.orders ?? 0)),
    },
    scoreMilli: {
      was: was?.scoreMilli ?? -1,
      would: would.find((one) => one.store === store)?.scoreMilli ?? -1,
    },
    rank: { was: rankOf(sums, store), would: rankOf(would, store) },
    of: people.size,
    unlawful: unlawful === undefined ? null : { code: unlawful.code, facts: { ...unlawful.facts } },
    refused: refused.length - (unlawful === undefined ? 0 : 1),
    series: { was: running(wasSeries), would: running(wouldSeries) },
  };
}

/** Place by score, then profit, then number; 0 where the store is not among them. */
function rankOf(stores: readonly Standing[], store: number): number {
  const ranked = stores.toSorted(
    (a, b) => b.scoreMilli - a.scoreMilli || b.profitMinor - a.profitMinor || a.store - b.store,
  );
  return ranked.findIndex((one) => one.store === store) + 1;
}

const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

function running(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
