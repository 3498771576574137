import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  changeableField,
  type ChangeableKind,
} from "@echelon/contract/practice/changeable-field.ts";
import {
  type WhatIfRequest,
  type WhatIfView,
  whatIfsPerStoreMax,
} from "@echelon/contract/practice/study.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { playWhatIfKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import type { WhatIfTable } from "../store/schema.ts";
import { holdSeason } from "../store/season-store.ts";
import { insertWhatIf, readWhatIfs } from "../store/what-if-store.ts";
import { findStore, type StoreAccess } from "./find-season.ts";
import { factsOf } from "./list-log.ts";
import { authorsOf } from "./name-authors.ts";

/** What a store asked of its past, the latest first. */
export async function listWhatIfs(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<WhatIfView[]>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  if (isRankHidden(found.value)) return refuse({ code: "practice/ranking-hidden" });
  return ok(await viewsOf(means, found.value, await readWhatIfs(means.database, season, store)));
}

/**
 * Asks for the days since one of the store's decisions to be played again without it, or with
 * another number in it. Its people may ask once the season is over, for the answer tells the truth
 * of days to come; who steers the season may at any time.
 */
export async function askWhatIf(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wish: WhatIfRequest,
): Promise<Outcome<WhatIfView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  if (isRankHidden(found.value)) return refuse({ code: "practice/ranking-hidden" });
  const asked = await means.database.transaction(async (tx): Promise<Outcome<WhatIfTable>> => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    if (!mayAsk({ ...found.value, row })) return refuse({ code: "practice/season-not-over" });
    if (!(await means.engine.isPlayable(tx, row))) {
      return refuse({ code: "practice/engine-version" });
    }
    const spans = lineage(await readBranches(tx, season), row.branch);
    const entries = await readStoreDay(tx, season, spans, store, wish.day);
    const entry = entries.find(({ number }) => number === wish.number);
    if (entry === undefined || wish.day >= row.day) {
      return refuse({ code: "practice/no-such-decision" });
    }
    if (wish.instead !== null && changed(entry, wish.instead) === null) {
      return refuse({ code: "practice/value-not-allowed", facts: { kind: entry.decision.kind } });
    }
    const before = await readWhatIfs(tx, season, store);
    if (before.length >= whatIfsPerStoreMax) {
      return refuse({ code: "practice/what-if-limit", facts: { max: whatIfsPerStoreMax } });
    }
    const made: WhatIfTable = {
      season_id: season,
      store,
      what_if: (before[0]?.what_if ?? -1) + 1,
      branch: row.branch,
      day: wish.day,
      number: wish.number,
      to_day: row.day - 1,
      instead: wish.instead,
      asked_by: caller.person,
      asked_at: means.clock.now(),
      result: null,
    };
    await insertWhatIf(tx, made);
    await enqueue(tx, playWhatIfKind, { season, store, whatIf: made.what_if });
    tx.announce(topic("store", `${season}.${store}`));
    return ok(made);
  });
  if (!asked.ok) return asked;
  const [view] = await viewsOf(means, found.value, [asked.value]);
  return ok(view!);
}

export const mayAsk = ({ row, maySteer }: StoreAccess): boolean =>
  maySteer || row.state === "finished" || row.state === "archived";

/** The entry with another number; null where its kind has none that can be changed. */
export function changed(entry: LogEntry, instead: number): LogEntry | null {
  const field = changeableField[entry.decision.kind as ChangeableKind];
  const isThere = field !== undefined && field in entry.decision;
  if (!isThere) return null;
  return { ...entry, decision: { ...entry.decision, [field]: instead } } as LogEntry;
}

async function viewsOf(
  means: PracticeMeans,
  access: StoreAccess,
  rows: readonly WhatIfTable[],
): Promise<WhatIfView[]> {
  const sql = means.database;
  const askers = rows.map(({ asked_by: person }) => person);
  const names = await authorsOf(sql, access, askers);
  return Promise.all(
    rows.map(async (row) => {
      const spans = lineage(await readBranches(sql, row.season_id), row.branch);
      const entries = await readStoreDay(sql, row.season_id, spans, row.store, row.day);
      const entry = entries.find(({ number }) => number === row.number);
      return {
        id: row.what_if,
        day: row.day,
        number: row.number,
        kind: entry?.decision.kind ?? "",
        facts: entry === undefined ? {} : factsOf(entry),
        instead: row.instead === null ? null : Number(row.instead),
        toDay: row.to_day,
        askedBy: names.get(row.asked_by) ?? "",
        askedAt: row.asked_at,
        result: row.result,
      };
    }),
  );
}

/** An answer says what rank the store would have had: it waits until ranks are told. */
const isRankHidden = ({ row, maySeeAll }: StoreAccess): boolean =>
  !maySeeAll && row.ranking !== "open";
