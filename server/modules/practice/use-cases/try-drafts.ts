import { setImmediate as nextTurn } from "node:timers/promises";
import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { areaOf } from "@echelon/contract/practice/team-areas.ts";
import { addToPreview, previewDay } from "@echelon/kernel/market/decisions/check-decision.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { isStewards } from "@echelon/kernel/market/decisions/log-order.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { PracticeMeans } from "../means.ts";
import type { DueDraft } from "../store/due-draft-store.ts";
import {
  type DayCount,
  lineage,
  nextNumber,
  readBranches,
  readHeadLog,
} from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import type { Spending } from "../store/team-store.ts";
import { ruleOn } from "./accept-decisions.ts";
import { findPermissions, type Permissions } from "./find-team.ts";
import { whyFull } from "./fit-day.ts";
import { type Author, authorAfter, isPersonal, knowAuthor, newcomer } from "./know-author.ts";
import type { Permission } from "./team-rules.ts";

/** Drafts of one store of which a close undoes a part; what comes behind them stays a draft. */
export const draftsUndoneMax = 25;

/** A draft and the decisions that it stands for. */
export type AskedDraft = {
  readonly draft: DueDraft;
  readonly wishes: readonly DecisionWish[];
};

/** A draft that may be handed in, with the lines of the log that it becomes. */
export type AppliedDraft = {
  readonly draft: DueDraft;
  readonly entries: readonly LogEntry[];
  /** Of the entries, one by one, minor units of the books. */
  readonly costs: readonly number[];
};

/** The drafts of one store on their way through the door. */
type Queue = {
  readonly store: number;
  readonly asked: readonly AskedDraft[];
  readonly applied: AppliedDraft[];
  /** The store's entries of the day, with those of the drafts that were accepted. */
  readonly today: LogEntry[];
  /** What its accepted drafts cost, by area. */
  spent: Spending;
  /** How many of its drafts were tried. */
  tried: number;
  /** Of how many of them a part was carried out and must be undone. */
  undone: number;
  /** How many of its accepted drafts every later copy has in it. */
  kept: number;
  /** Number of its next entry. */
  next: number;
  readonly permissions: Permissions;
  /** Of whoever typed the last draft; null where it is to be asked anew. */
  rights: { readonly author: string; readonly permission: Permission } | null;
};

/** What is tried on: the day, who says what, and when. */
type Trial = {
  readonly means: PracticeMeans;
  readonly row: SeasonRow;
  readonly at: Date;
  /** Those of whom something hangs on who they are, as the log knows them. */
  readonly authors: ReadonlyMap<string, Author>;
};

/**
 * Rules on drafts as if they were handed in one after the other, and changes nothing.
 *
 * A draft of which a part was carried out before the rest was refused must be undone, and undoing
 * is a copy of the season. Stores do not touch one another within a day, so all share one copy:
 * a store whose draft must be undone waits for the next one, with all others that do. There are as
 * many copies as the worst store has such drafts, however many stores there are.
 */
export async function tryDrafts(
  means: PracticeMeans,
  sql: Sql,
  row: SeasonRow,
  at: Date,
  asked: readonly AskedDraft[],
): Promise<readonly AppliedDraft[]> {
  if (asked.length === 0) return [];
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const logged = await readHeadLog(sql, row.season_id, spans, row.day, row.day);
  const queues = await queuesOf(sql, row, asked, logged);
  const trial = { means, row, at, authors: await authorsOf(sql, row, asked) };
  const stores = new Set(queues.map(({ store }) => store));
  const concerned = logged.filter((entry) => isStewards(entry) || stores.has(entry.store));
  const kept = previewDay(await means.engine.seasonAt(sql, row), concerned);
  let waiting = queues;
  while (waiting.length > 0) {
    const copy = previewDay(kept, []);
    const still: Queue[] = [];
    for (const queue of waiting) {
      if (!tryQueue(trial, copy, queue)) still.push(queue);
      // Others are served between two stores: a class types many drafts.
      await nextTurn();
    }
    for (const queue of still) keepApplied(kept, queue);
    waiting = still;
  }
  return queues.flatMap(({ applied }) => applied);
}

async function queuesOf(
  sql: Sql,
  row: SeasonRow,
  asked: readonly AskedDraft[],
  logged: readonly LogEntry[],
): Promise<readonly Queue[]> {
  const queues: Queue[] = [];
  const today = Map.groupBy(logged, ({ store }) => store);
  for (const [store, own] of Map.groupBy(asked, ({ draft }) => draft.store)) {
    queues.push({
      store,
      asked: own,
      applied: [],
      today: [...(today.get(store) ?? [])],
      spent: [],
      tried: 0,
      undone: 0,
      kept: 0,
      next: await nextNumber(sql, row.season_id, store),
      permissions: await findPermissions(sql, row, store),
      rights: null,
    });
  }
  return queues;
}

async function authorsOf(
  sql: Sql,
  row: SeasonRow,
  asked: readonly AskedDraft[],
): Promise<ReadonlyMap<string, Author>> {
  const found = new Map<string, Author>();
  for (const { draft, wishes } of asked) {
    if (found.has(draft.author) || !wishes.some(isPersonal)) continue;
    found.set(draft.author, await knowAuthor(sql, row, draft.author));
  }
  return found;
}

/**
 * Tries the drafts of a store one after the other, until a part of one must be undone. Says whether
 * none is left to try.
 */
function tryQueue(trial: Trial, copy: Season, queue: Queue): boolean {
  while (queue.tried < queue.asked.length) {
    const one = queue.asked[queue.tried]!;
    queue.tried += 1;
    if (whyFull(trial.row, countOf(queue.today), one.wishes) !== null) continue;
    const ruled = ruleOnDraft(trial, copy, queue, one);
    if (ruled.kind === "accepted") {
      accept(trial.row, queue, ruled.applied);
    } else if (ruled.leavesTraces) {
      // What was asked before the one that was refused counts as spent too.
      queue.rights = null;
      queue.undone += 1;
      return queue.tried >= queue.asked.length || queue.undone >= draftsUndoneMax;
    }
  }
  return true;
}

function accept(row: SeasonRow, queue: Queue, one: AppliedDraft): void {
  queue.applied.push(one);
  queue.today.push(...one.entries);
  queue.next += one.entries.length;
  const sums = Map.groupBy([...queue.spent, ...spendingOf(one, row.day)], ({ area }) => area);
  queue.spent = [...sums].map(([area, some]) => ({
    area,
    day: row.day,
    minor: some.reduce((sum, { minor }) => sum + minor, 0),
  }));
}

type DraftRuling =
  | { readonly kind: "accepted"; readonly applied: AppliedDraft }
  /** It leaves traces where a part of it was carried out on the copy. */
  | { readonly kind: "refused"; readonly leavesTraces: boolean };

function ruleOnDraft(
  trial: Trial,
  copy: Season,
  queue: Queue,
  { draft, wishes }: AskedDraft,
): DraftRuling {
  const { means, row, at } = trial;
  const { store } = queue;
  const { author } = draft;
  if (queue.rights?.author !== author) {
    queue.rights = { author, permission: queue.permissions(author, queue.spent) };
  }
  const { permission } = queue.rights;
  const known = wishes.some(isPersonal) ? authorNow(trial, queue, author) : newcomer;
  const first = queue.next;
  try {
    const ruled = ruleOn(copy, { row, store, wishes, author: known, first, at, permission });
    if (ruled.ok) return { kind: "accepted", applied: { draft, ...ruled.value } };
    return { kind: "refused", leavesTraces: ruled.refusal.facts["wish"] !== 0 };
  } catch (error) {
    // One draft that trips us up must not keep a class from its next day.
    means.log.error("practice.draft-failed", error, { season: row.season_id, store });
    return { kind: "refused", leavesTraces: true };
  }
}

/** Nobody runs two stores: what else an author was allowed today stands in this queue. */
function authorNow({ authors, row }: Trial, { applied }: Queue, author: string): Author {
  const own = applied.filter(({ draft }) => draft.author === author);
  const entries = own.flatMap((one) => one.entries);
  return authorAfter(authors.get(author) ?? newcomer, entries, row.day);
}

/** Puts what was accepted since the last copy into what the next one is made of. */
function keepApplied(kept: Season, queue: Queue): void {
  for (const { entries } of queue.applied.slice(queue.kept)) {
    for (const entry of entries) addToPreview(kept, entry);
  }
  queue.kept = queue.applied.length;
}

const countOf = (today: readonly LogEntry[]): DayCount => ({
  decisions: today.length,
  listings: today.filter(({ decision }) => decision.kind === "publish-listing").length,
});

const spendingOf = ({ entries, costs }: AppliedDraft, day: number): Spending =>
  entries.map(({ decision }, index) => ({
    area: areaOf[decision.kind as DecisionWish["kind"]],
    day,
    minor: costs[index] ?? 0,
  }));
