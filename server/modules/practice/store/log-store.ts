import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { Shock } from "@echelon/kernel/market/world/scenario.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { BranchTable, LogEntryTable, PracticeTables } from "./schema.ts";

export type LogRow = LogEntryTable;
const tables = (sql: Sql) => sql.tables<PracticeTables>();

/** Days of a branch that count on the way to the head: entries of `branch` with day < `before`. */
export type BranchSpan = { readonly branch: number; readonly before: number };

/**
 * The branches whose entries make up the head, newest first: the head's own entries count on every
 * day, those of an ancestor only before the day on which its successor left it.
 */
export function lineage(branches: readonly BranchTable[], head: number): BranchSpan[] {
  const byNumber = new Map(branches.map((row) => [row.branch, row]));
  const spans: BranchSpan[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let at: number | null = head; at !== null;) {
    const row = byNumber.get(at);
    if (row === undefined) throw new Error(`branch ${at} is missing`);
    spans.push({ branch: at, before });
    before = Math.min(before, row.from_day);
    at = row.parent;
  }
  return spans;
}

/** Whether an entry of a branch and day belongs to the head. */
export function isOfHead(spans: readonly BranchSpan[], branch: number, day: number): boolean {
  return spans.some((span) => span.branch === branch && day < span.before);
}

export async function readBranches(sql: Sql, season: string): Promise<BranchTable[]> {
  return tables(sql)
    .selectFrom("practice.branch")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("branch")
    .execute();
}

export async function insertBranch(tx: Tx, row: BranchTable): Promise<void> {
  await tables(tx).insertInto("practice.branch").values(row).execute();
}

/** Entries of the head in the order in which they act: day, store, number. */
export async function readHeadLog(
  sql: Sql,
  season: string,
  spans: readonly BranchSpan[],
  from: number,
  to: number,
): Promise<LogEntry[]> {
  const rows = await logOf(sql, season).where("day", ">=", from).where("day", "<=", to).execute();
  return headEntries(rows, spans);
}

/** The same of some days alone. */
export async function readHeadLogOn(
  sql: Sql,
  season: string,
  spans: readonly BranchSpan[],
  days: readonly number[],
): Promise<LogEntry[]> {
  const rows = await logOf(sql, season)
    .where(({ eb, fn, val }) => eb("day", "=", fn.any(val(days))))
    .execute();
  return headEntries(rows, spans);
}

const logOf = (sql: Sql, season: string) =>
  tables(sql)
    .selectFrom("practice.log_entry")
    .select(["store", "number", "day", "branch", "decision"])
    .where("season_id", "=", season)
    .orderBy("day")
    .orderBy("store")
    .orderBy("number");

type HeadRow = Pick<LogRow, "store" | "number" | "day" | "branch" | "decision">;

const headEntries = (rows: readonly HeadRow[], spans: readonly BranchSpan[]): LogEntry[] =>
  rows
    .filter((row) => isOfHead(spans, row.branch, row.day))
    .map(({ store, number, day, decision }) => ({ store, number, day, decision }) as LogEntry);

/** Every entry from a day on, of all branches, oldest first. */
export async function readEntriesFrom(sql: Sql, season: string, day: number): Promise<LogRow[]> {
  return tables(sql)
    .selectFrom("practice.log_entry")
    .selectAll()
    .where("season_id", "=", season)
    .where("day", ">=", day)
    .orderBy("day")
    .orderBy("store")
    .orderBy("number")
    .execute();
}

/** What one store decided for a day, as far as it counts. */
export async function readStoreDay(
  sql: Sql,
  season: string,
  spans: readonly BranchSpan[],
  store: number,
  day: number,
): Promise<LogEntry[]> {
  const rows = await sql.rows<Pick<LogRow, "store" | "number" | "day" | "branch" | "decision">>(
    named(
      "practice.log-of-store-day",
      `select store, number, day, branch, decision from practice.log_entry
       where season_id = $1 and store = $2 and day = $3 order by number`,
      [season, store, day],
    ),
  );
  return rows
    .filter((row) => isOfHead(spans, row.branch, row.day))
    .map(
      (row) =>
        ({
          store: row.store,
          number: row.number,
          day: row.day,
          decision: row.decision,
        }) as LogEntry,
    );
}

/** The number of a store's next entry. Numbers are never used twice, not even after a rewind. */
export async function nextNumber(tx: Sql, season: string, store: number): Promise<number> {
  const [row] = await tx.rows<{ next: number }>(
    named(
      "practice.next-log-number",
      `select coalesce(max(number) + 1, 0)::int as next from practice.log_entry
       where season_id = $1 and store = $2`,
      [season, store],
    ),
  );
  return row?.next ?? 0;
}

/**
 * A line as it is written; what it costs is left out where it binds nobody to pay, and that the
 * close wrote it where somebody handed it in.
 */
type Usual = "cost_minor" | "by_close";
type NewLogRow = Omit<LogRow, Usual> & Partial<Pick<LogRow, Usual>>;

export async function appendEntries(tx: Tx, rows: readonly NewLogRow[]): Promise<void> {
  if (rows.length === 0) return;
  const written = rows.map(({ decision, ...row }) => ({
    cost_minor: 0n,
    by_close: false,
    ...row,
    decision: JSON.stringify(decision) as never,
  }));
  await tables(tx).insertInto("practice.log_entry").values(written).execute();
}

/** How much a store decided for a day, and how many new listings are among it. */
export type DayCount = { readonly decisions: number; readonly listings: number };

export async function countStoreDay(
  sql: Sql,
  season: string,
  store: number,
  branch: number,
  day: number,
): Promise<DayCount> {
  const [row] = await sql.rows<DayCount>(
    named(
      "practice.count-store-day",
      `select count(*)::int as decisions,
         (count(*) filter (where kind = 'publish-listing'))::int as listings
       from practice.log_entry where season_id = $1 and store = $2 and branch = $3 and day = $4`,
      [season, store, branch, day],
    ),
  );
  return row ?? { decisions: 0, listings: 0 };
}

/** How many events the steward has put into a day of a branch; who entered is no event. */
export async function countEvents(
  sql: Sql,
  season: string,
  branch: number,
  day: number,
): Promise<number> {
  const row = await tables(sql)
    .selectFrom("practice.log_entry")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"))
    .where("season_id", "=", season)
    .where("store", "=", -1)
    .where("day", "=", day)
    .where("branch", "=", branch)
    .where("kind", "=", "inject-event")
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The kinds of decision that a store has ever taken. */
export async function readKinds(sql: Sql, season: string, store: number): Promise<Set<string>> {
  const rows = await tables(sql)
    .selectFrom("practice.log_entry")
    .select("kind")
    .distinct()
    .where("season_id", "=", season)
    .where("store", "=", store)
    .execute();
  return new Set(rows.map(({ kind }) => kind));
}

/** An event that the steward put in, with who did when and why. */
export type InjectedEntry = Pick<LogRow, "number" | "author_id" | "at" | "note"> & {
  readonly shock: Shock;
};

/** The events of the steward that count on a branch, oldest first. */
export async function readInjectedEntries(
  sql: Sql,
  season: string,
  branch: number,
): Promise<InjectedEntry[]> {
  const spans = lineage(await readBranches(sql, season), branch);
  const rows = await tables(sql)
    .selectFrom("practice.log_entry")
    .select(["branch", "day", "number", "author_id", "at", "note", "decision"])
    .where("season_id", "=", season)
    .where("store", "=", -1)
    .where("kind", "=", "inject-event")
    .orderBy("day")
    .orderBy("number")
    .execute();
  return rows
    .filter((row) => isOfHead(spans, row.branch, row.day))
    .map(({ number, author_id, at, note, decision }) => {
      const { shock } = decision as { shock: Shock };
      return { number, author_id, at, note, shock };
    });
}

/** The same without their authors. */
export async function readInjected(sql: Sql, season: string, branch: number): Promise<Shock[]> {
  return (await readInjectedEntries(sql, season, branch)).map(({ shock }) => shock);
}

/** What stores of a branch said they do about events, in the order in which they said it. */
export async function readResponses(
  sql: Sql,
  season: string,
  branch: number,
): Promise<Pick<LogRow, "store" | "day" | "decision">[]> {
  const spans = lineage(await readBranches(sql, season), branch);
  const rows = await tables(sql)
    .selectFrom("practice.log_entry")
    .select(["branch", "store", "day", "number", "decision"])
    .where("season_id", "=", season)
    .where("kind", "=", "record-response")
    .orderBy("store")
    .orderBy("number")
    .execute();
  return rows.filter((row) => isOfHead(spans, row.branch, row.day));
}

/** What somebody did himself, with his hands or by learning, in whatever store he was. */
export async function readPersonalEntries(
  sql: Sql,
  season: string,
  person: string,
  spans: readonly BranchSpan[],
): Promise<{ readonly day: number; readonly decision: { readonly kind: string } }[]> {
  const rows = await sql.rows<{ branch: number; day: number; decision: { kind: string } }>(
    named(
      "practice.personal-entries",
      `select branch, day, decision from practice.log_entry
       where season_id = $1 and author_id = $2 and kind in ('cover-shift', 'log-training')
       order by day, store, number`,
      [season, person],
    ),
  );
  return rows.filter((row) => isOfHead(spans, row.branch, row.day));
}

/** The last day on which each store decided anything that still counts. */
export async function readLastDecisionDays(
  sql: Sql,
  season: string,
  branch: number,
): Promise<Map<number, number>> {
  const spans = lineage(await readBranches(sql, season), branch);
  const rows = await tables(sql)
    .selectFrom("practice.log_entry")
    .select(["store", "branch", "day"])
    .distinct()
    .where("season_id", "=", season)
    .where("store", ">=", 0)
    .orderBy("day")
    .execute();
  const counting = rows.filter((row) => isOfHead(spans, row.branch, row.day));
  return new Map(counting.map(({ store, day }) => [store, day]));
}

/** Stores that decided something for a day of the head. */
export async function readDecidedStores(
  sql: Sql,
  season: string,
  branch: number,
  day: number,
): Promise<Set<number>> {
  const rows = await tables(sql)
    .selectFrom("practice.log_entry")
    .select("store")
    .distinct()
    .where("season_id", "=", season)
    .where("branch", "=", branch)
    .where("day", "=", day)
    .where("store", ">=", 0)
    .execute();
  return new Set(rows.map(({ store }) => store));
}

/** How many decisions each store has taken that count. */
export const countDecisions = (
  sql: Sql,
  season: string,
  branch: number,
): Promise<Map<number, number>> => countBy(sql, season, branch, ({ store }) => store);

/** How many decisions that count each person has handed in, for whatever store. */
export const countAuthoredDecisions = (
  sql: Sql,
  season: string,
  branch: number,
): Promise<Map<string, number>> => countBy(sql, season, branch, (row) => row.author_id);

/** On how many closed days each person has handed something in that counts. */
export async function countAuthoredDays(
  sql: Sql,
  season: string,
  branch: number,
  lastDay: number,
): Promise<Map<string, number>> {
  const spans = lineage(await readBranches(sql, season), branch);
  const rows = await tables(sql)
    .selectFrom("practice.log_entry")
    .select(["author_id", "branch", "day"])
    .distinct()
    .where("season_id", "=", season)
    .where("store", ">=", 0)
    .where("day", "<=", lastDay)
    .execute();
  const days = new Map<string, Set<number>>();
  for (const { author_id: author, branch: of, day } of rows) {
    if (!isOfHead(spans, of, day)) continue;
    const own = days.get(author) ?? new Set();
    days.set(author, own.add(day));
  }
  return new Map([...days].map(([author, own]) => [author, own.size]));
}

/** Decisions that no rewind withdrew, counted in the database by whose they are. */
async function countBy<Owner>(
  sql: Sql,
  season: string,
  branch: number,
  ownerOf: (row: Pick<LogRow, "store" | "author_id">) => Owner,
): Promise<Map<Owner, number>> {
  const spans = lineage(await readBranches(sql, season), branch);
  const rows = await tables(sql)
    .selectFrom("practice.log_entry")
    .select([
      "store",
      "author_id",
      "branch",
      "day",
      (eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"),
    ])
    .where("season_id", "=", season)
    .where("store", ">=", 0)
    .groupBy(["store", "author_id", "branch", "day"])
    .execute();
  const counts = new Map<Owner, number>();
  for (const row of rows) {
    if (!isOfHead(spans, row.branch, row.day)) continue;
    const owner = ownerOf(row);
    counts.set(owner, (counts.get(owner) ?? 0) + row.count);
  }
  return counts;
}
