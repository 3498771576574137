import { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { returnedDay } from "@echelon/contract/practice/returned-drafts.ts";
import { areaOf } from "@echelon/contract/practice/team-areas.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { previewDay } from "@echelon/kernel/market/decisions/check-decision.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { z } from "zod";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { PracticeMeans } from "../means.ts";
import {
  appendEntries,
  lineage,
  nextNumber,
  readBranches,
  readHeadLog,
} from "../store/log-store.ts";
import type { DraftTable } from "../store/schema.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { changeStore, dropDrafts, readAllDrafts } from "../store/store-store.ts";
import { decisionsPerStoreDayMax, ruleOn } from "./accept-decisions.ts";
import { findPermission } from "./find-team.ts";
import { authorOf } from "./know-author.ts";
import type { Permission } from "./team-rules.ts";

/** A draft that is handed in by the close, with the lines of the log that it becomes. */
type Applied = {
  readonly draft: DraftTable;
  readonly entries: readonly LogEntry[];
  /** Of the entries, one by one, minor units of the books. */
  readonly costs: readonly number[];
};

const Wishes = z.array(DecisionWish).min(1).max(200);

/**
 * Hands in the drafts of the open day, in the transaction that freezes it: each draft alone through
 * the door of all decisions, with the rights of who typed it. What is refused stays a draft.
 */
export async function applyDrafts(means: PracticeMeans, tx: Tx, row: SeasonRow): Promise<void> {
  const at = means.clock.now();
  const applied = await acceptableDrafts(means, tx, row, at);
  for (const [store, some] of Map.groupBy(applied, ({ draft }) => draft.store)) {
    await appendEntries(
      tx,
      some.flatMap(({ draft, entries, costs }) =>
        entries.map(({ number, decision }, index) => ({
          season_id: row.season_id,
          store,
          number,
          branch: row.branch,
          day: row.day,
          kind: decision.kind,
          decision,
          author_id: draft.author_id,
          note: "",
          at,
          cost_minor: BigInt(costs[index] ?? 0),
          by_close: true,
        })),
      ),
    );
    await changeStore(tx, row.season_id, store, { last_decided_at: at });
    await dropDrafts(
      tx,
      row.season_id,
      store,
      some.map(({ draft }) => draft.key),
    );
    tx.announce(topic("store", `${row.season_id}.${store}`));
  }
}

/** The entries that the close of the open day would add to the log now; none of them is written. */
export async function draftedEntries(
  means: PracticeMeans,
  sql: Sql,
  row: SeasonRow,
): Promise<readonly LogEntry[]> {
  if (row.absence !== "apply-draft") return [];
  const applied = await acceptableDrafts(means, sql, row, means.clock.now());
  return applied.flatMap(({ entries }) => entries);
}

/** What of the drafts is valid, in the order in which it was typed; withdrawn decisions first. */
async function acceptableDrafts(
  means: PracticeMeans,
  sql: Sql,
  row: SeasonRow,
  at: Date,
): Promise<readonly Applied[]> {
  const drafts = (await readAllDrafts(sql, row.season_id)).toSorted(
    (a, b) => a.store - b.store || placeOf(a) - placeOf(b) || inTurn(a, b),
  );
  const asked = drafts.flatMap((draft) => {
    const wishes = wishesOf(draft, row.day);
    return wishes === null ? [] : [{ draft, wishes }];
  });
  if (asked.length === 0) return [];
  const base = await means.engine.seasonAt(sql, row);
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const logged = await readHeadLog(sql, row.season_id, spans, row.day, row.day);
  const applied: Applied[] = [];
  const today = Map.groupBy(logged, ({ store }) => store);
  // One copy serves all stores: they do not touch one another within a day.
  let preview = previewDay(base, logged);
  const numbers = new Map<number, number>();
  let rights = null as Rights | null;
  for (const { draft, wishes } of asked) {
    const { store, author_id: author } = draft;
    const soFar = today.get(store) ?? [];
    if (soFar.length + wishes.length > decisionsPerStoreDayMax) continue;
    if (hasTooManyListings(row, soFar, wishes)) continue;
    const first = numbers.get(store) ?? (await nextNumber(sql, row.season_id, store));
    if (rights?.store !== store || rights.author !== author) {
      const own = applied.filter((one) => one.draft.store === store);
      const spent = spentBy(own, row.day);
      const permission = await findPermission(sql, row, store, author, spent);
      rights = { store, author, permission };
    }
    const known = await authorOf(sql, row, author, wishes, () => decidedBy(applied, author));
    const { permission } = rights;
    const ruled = ruleOn(preview, { row, store, wishes, author: known, first, at, permission });
    numbers.set(store, first + (ruled.ok ? ruled.value.entries.length : 0));
    if (ruled.ok) {
      applied.push({ draft, ...ruled.value });
      today.set(store, [...soFar, ...ruled.value.entries]);
    } else {
      // What was asked before the one that was refused is in the copy and counts as spent.
      if (wishes.length > 1) preview = previewDay(base, [...today.values()].flat());
      rights = null;
    }
  }
  return applied;
}

/** What who typed the last draft may still decide and spend. */
type Rights = {
  readonly store: number;
  readonly author: string;
  readonly permission: Permission;
};

const decidedBy = (applied: readonly Applied[], author: string) =>
  applied.filter(({ draft }) => draft.author_id === author).flatMap(({ entries }) => entries);

/** New listings of a round are counted as hand-ins count them. */
function hasTooManyListings(
  { listings_per_round_max: max }: SeasonRow,
  today: readonly LogEntry[],
  wishes: readonly DecisionWish[],
): boolean {
  const wanted = wishes.filter(({ kind }) => kind === "publish-listing").length;
  const put = today.filter(({ decision }) => decision.kind === "publish-listing").length;
  return max !== null && wanted > 0 && put + wanted > max;
}

const spentBy = (applied: readonly Applied[], day: number) =>
  applied.flatMap(({ entries, costs }) =>
    entries.map(({ decision }, index) => ({
      area: areaOf[decision.kind as DecisionWish["kind"]],
      day,
      minor: costs[index] ?? 0,
    })),
  );

/** Withdrawn decisions stand before what was typed since, in their own order. */
const placeOf = ({ key }: DraftTable) => (returnedDay(key) === null ? 1 : 0);
const inTurn = (a: DraftTable, b: DraftTable) =>
  placeOf(a) === 0
    ? Number(a.key > b.key) - Number(a.key < b.key)
    : a.saved_at.getTime() - b.saved_at.getTime() || Number(a.key > b.key) - Number(a.key < b.key);

/**
 * The decisions that a draft stands for on a day; null for none, and for what cannot be read. A
 * withdrawn decision waits for the day that it was taken for.
 */
function wishesOf({ key, value, wishes }: DraftTable, day: number): readonly DecisionWish[] | null {
  const returnedFor = returnedDay(key);
  if (returnedFor !== null && returnedFor > day) return null;
  const text = returnedFor === null ? wishes : `[${value}]`;
  if (text === null) return null;
  try {
    const parsed = Wishes.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
