import type { Sql } from "../../../platform/database/database.ts";
import type { LogRow } from "./log-store.ts";
import type { PracticeTables } from "./schema.ts";

/** Whose entries are read, of which day, or which alone by their numbers. */
interface LogFilter {
  readonly store?: number | undefined;
  readonly day?: number | undefined;
  readonly numbers?: readonly number[] | undefined;
}

/** A page of the log, newest first, with what a rewind withdrew. */
export async function readLogPage(
  sql: Sql,
  season: string,
  filter: LogFilter,
  before: { at: Date; store: number; number: number } | null,
  entriesMax: number,
): Promise<LogRow[]> {
  let query = sql
    .tables<PracticeTables>()
    .selectFrom("practice.log_entry")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("at", "desc")
    .orderBy("store", "desc")
    .orderBy("number", "desc")
    .limit(entriesMax);
  if (filter.store !== undefined) query = query.where("store", "=", filter.store);
  if (filter.day !== undefined) query = query.where("day", "=", filter.day);
  if (filter.numbers !== undefined) query = query.where("number", "in", filter.numbers);
  if (before !== null) {
    query = query.where((eb) =>
      eb(
        eb.refTuple("at", "store", "number"),
        "<",
        eb.tuple(before.at, before.store, before.number),
      ),
    );
  }
  return query.execute();
}
