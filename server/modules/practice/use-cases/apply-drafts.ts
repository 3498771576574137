import { topic } from "@echelon/contract/platform/events.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { attempt } from "../../../platform/database/attempt.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { PracticeMeans } from "../means.ts";
import { type DueDraft, dropReadDrafts, readDueDrafts } from "../store/due-draft-store.ts";
import { appendEntries, readDecidedStores } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { changeStore } from "../store/store-store.ts";
import { readWishes } from "./draft-wishes.ts";
import { peopleOfAll } from "./find-team.ts";
import { decisionsPerStoreDayMax } from "./fit-day.ts";
import { type AppliedDraft, type AskedDraft, tryDrafts } from "./try-drafts.ts";

/** Drafts that a close tries of one store, the newest, beside those that a rewind gave back. */
export const draftsTriedMax = 100;

/** Bytes of a store's drafts that a close reads. */
const draftBytesReadMax = 2_000_000;

/**
 * Restores the open day for a close that hands drafts in, before anybody holds the season for it:
 * in the transaction it would be done while all who decide wait.
 */
export async function warmForDrafts(means: PracticeMeans, row: SeasonRow): Promise<void> {
  const { engine, database } = means;
  if (row.absence !== "apply-draft") return;
  if (row.state !== "running" || row.closing_day !== null) return;
  if (await engine.isPlayable(database, row)) await engine.seasonAt(database, row);
}

/**
 * Hands in the drafts of the open day, in the transaction that freezes it: each draft alone through
 * the door of all decisions, with the rights of who typed it. What is refused stays a draft, and so
 * does what cannot be read or written: a day always closes.
 */
export async function applyDrafts(means: PracticeMeans, tx: Tx, row: SeasonRow): Promise<void> {
  const at = means.clock.now();
  const applied = await acceptableDrafts(means, tx, row, at);
  for (const [store, some] of Map.groupBy(applied, ({ draft }) => draft.store)) {
    const written = await writeDrafts(means, tx, row, some, at);
    if (written.length === 0) continue;
    await changeStore(tx, row.season_id, store, { last_decided_at: at });
    await dropReadDrafts(
      tx,
      row.season_id,
      store,
      written.map(({ draft }) => draft),
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

/**
 * What of the drafts is valid, in the order in which it was typed; withdrawn decisions first, and
 * only where the store has decided nothing for the day itself.
 */
async function acceptableDrafts(
  means: PracticeMeans,
  sql: Sql,
  row: SeasonRow,
  at: Date,
): Promise<readonly AppliedDraft[]> {
  const drafts = await readDueDrafts(sql, row.season_id, row.day, {
    typed: draftsTriedMax,
    returned: decisionsPerStoreDayMax,
    bytes: draftBytesReadMax,
  });
  if (drafts.length === 0) return [];
  const people = await peopleOfAll(sql, row);
  const decided = await readDecidedStores(sql, row.season_id, row.branch, row.day);
  // Who left the store or the class decides nothing for it any more.
  const asked = drafts
    .filter(({ store, author }) => people.get(store)?.has(author) === true)
    .filter(({ store, isReturned }) => !isReturned || !decided.has(store))
    .flatMap(askedBy);
  const tried = [...Map.groupBy(asked, ({ draft }) => draft.store).values()].flatMap(newest);
  return tryDrafts(means, sql, row, at, tried);
}

function askedBy(draft: DueDraft): readonly AskedDraft[] {
  const read = readWishes(draft.isReturned ? `[${draft.text}]` : draft.text);
  return read.kind === "wishes" ? [{ draft, wishes: read.wishes }] : [];
}

/** The last of a store's drafts that together ask for no more than a day takes. */
function newest(asked: readonly AskedDraft[]): readonly AskedDraft[] {
  let wanted = 0;
  const from = asked.findLastIndex(({ wishes }) => {
    wanted += wishes.length;
    return wanted > decisionsPerStoreDayMax;
  });
  return asked.slice(from + 1);
}

/**
 * Writes a store's drafts into the log and gives those that are in it. Where the database refuses
 * one, that one stays and so do those behind it, which were ruled on as if it were there.
 */
async function writeDrafts(
  means: PracticeMeans,
  tx: Tx,
  row: SeasonRow,
  some: readonly AppliedDraft[],
  at: Date,
): Promise<readonly AppliedDraft[]> {
  const write = (part: readonly AppliedDraft[]) =>
    attempt(tx, () =>
      appendEntries(
        tx,
        part.flatMap((one) => linesOf(row, one, at)),
      ),
    );
  if ((await write(some)) === null) return some;
  for (const [index, one] of some.entries()) {
    const failure = await write([one]);
    if (failure === null) continue;
    const facts = { season: row.season_id, store: one.draft.store };
    means.log.error("practice.draft-unwritten", failure.cause, facts);
    return some.slice(0, index);
  }
  return some;
}

const linesOf = (row: SeasonRow, { draft, entries, costs }: AppliedDraft, at: Date) =>
  entries.map(({ number, decision }, index) => ({
    season_id: row.season_id,
    store: draft.store,
    number,
    branch: row.branch,
    day: row.day,
    kind: decision.kind,
    decision,
    author_id: draft.author,
    note: "",
    at,
    cost_minor: BigInt(costs[index] ?? 0),
    by_close: true,
  }));
