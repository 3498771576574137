import { gunzipSync, gzipSync } from "node:zlib";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { PracticeTables, SeasonTable } from "./schema.ts";

export type SeasonRow = SeasonTable;

const seasons = (sql: Sql) => sql.tables<PracticeTables>();

export async function readSeason(sql: Sql, season: string): Promise<SeasonRow | undefined> {
  return seasons(sql)
    .selectFrom("practice.season")
    .selectAll()
    .where("season_id", "=", season)
    .executeTakeFirst();
}

/** Reads a season and holds its row, so that days open, close and go back one after the other. */
export async function holdSeason(tx: Tx, season: string): Promise<SeasonRow | undefined> {
  return seasons(tx)
    .selectFrom("practice.season")
    .selectAll()
    .where("season_id", "=", season)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Reads a season for a decision: many may hold it so at once, but no close can freeze the day until
 * they have committed.
 */
export async function shareSeason(tx: Tx, season: string): Promise<SeasonRow | undefined> {
  return seasons(tx)
    .selectFrom("practice.season")
    .selectAll()
    .where("season_id", "=", season)
    .forShare()
    .executeTakeFirst();
}

export async function seasonsOfClasses(
  sql: Sql,
  classes: readonly string[],
  seasonsMax = 200,
): Promise<SeasonRow[]> {
  if (classes.length === 0) return [];
  return seasons(sql)
    .selectFrom("practice.season")
    .selectAll()
    .where("class_id", "in", classes)
    .orderBy("created_at", "desc")
    .orderBy("season_id")
    .limit(seasonsMax)
    .execute();
}

/**
 * A person's own practice that is not put away.
 *
 * @param task preset of a course's task; null for the practice that is no task's
 */
export async function rehearsalOf(
  sql: Sql,
  person: string,
  task: string | null,
): Promise<SeasonRow | undefined> {
  const own = rehearsals(sql).where("owner_id", "=", person);
  return (task === null ? own.where(isNoTask) : own.where("preset_id", "=", task))
    .orderBy("created_at", "desc")
    .orderBy("season_id")
    .executeTakeFirst();
}

/** The practice of people in tasks, the latest of each person and task. */
export async function taskSeasons(
  sql: Sql,
  people: readonly string[],
  tasks: readonly string[],
): Promise<SeasonRow[]> {
  if (people.length === 0 || tasks.length === 0) return [];
  return rehearsals(sql)
    .where("owner_id", "in", [...people])
    .where("preset_id", "in", [...tasks])
    .distinctOn(["owner_id", "preset_id"])
    .orderBy("owner_id")
    .orderBy("preset_id")
    .orderBy("created_at", "desc")
    .orderBy("season_id")
    .execute();
}

const rehearsals = (sql: Sql) =>
  seasons(sql)
    .selectFrom("practice.season")
    .selectAll()
    .where("is_rehearsal", "=", true)
    .where("state", "!=", "archived");

/** A task's preset has its course before a dot; no other preset's name has one. */
const isNoTask = raw<boolean>`(preset_id is null or position('.' in preset_id) = 0)`;

/**
 * Holds a person's first practice, also one that does not exist yet: of two clicks the second finds
 * what the first has made. No unique key can say it, because each of the table's begins with its
 * season.
 */
export async function holdRehearsal(
  tx: Tx,
  person: string,
  task: string | null,
): Promise<SeasonRow | undefined> {
  const lock = "select pg_advisory_xact_lock(hashtext('practice.rehearsal'), hashtext($1))";
  await tx.rows(named("practice.hold-rehearsal", lock, [person]));
  return rehearsalOf(tx, person, task);
}

/** Running seasons whose open day should have closed by now. */
export async function seasonsDue(sql: Sql, now: Date, seasonsMax = 500): Promise<SeasonRow[]> {
  return seasons(sql)
    .selectFrom("practice.season")
    .selectAll()
    .where("state", "=", "running")
    .where("closes_at", "<=", now)
    .where("closing_day", "is", null)
    .orderBy("closes_at")
    .orderBy("season_id")
    .limit(seasonsMax)
    .execute();
}

/** Seasons that wait for a job: their market is being prepared, or a frozen day being closed. */
export async function seasonsAwaiting(sql: Sql, seasonsMax = 500): Promise<SeasonRow[]> {
  return seasons(sql)
    .selectFrom("practice.season")
    .selectAll()
    .where((eb) => eb.or([eb("state", "=", "preparing"), eb("closing_day", "is not", null)]))
    .orderBy("created_at")
    .orderBy("season_id")
    .limit(seasonsMax)
    .execute();
}

/** All seasons whose market has been opened. */
export async function openedSeasons(sql: Sql): Promise<SeasonRow[]> {
  return seasons(sql)
    .selectFrom("practice.season")
    .selectAll()
    .where("state", "not in", ["draft", "preparing"])
    .orderBy("season_id")
    .execute();
}

export async function insertSeason(tx: Tx, row: SeasonRow): Promise<void> {
  await seasons(tx)
    .insertInto("practice.season")
    .values({
      ...row,
      pace: JSON.stringify(row.pace) as never,
      checklist: row.checklist === null ? null : (JSON.stringify(row.checklist) as never),
    })
    .execute();
}

/** Changes a season and raises its version, which tells every screen that it is stale. */
export async function changeSeason(
  tx: Tx,
  season: string,
  change: Partial<Omit<SeasonRow, "season_id" | "version">>,
): Promise<SeasonRow> {
  const { pace, ...plain } = change;
  return seasons(tx)
    .updateTable("practice.season")
    .set((eb) => ({
      ...plain,
      ...(pace === undefined ? {} : { pace: JSON.stringify(pace) as never }),
      version: eb("version", "+", 1),
    }))
    .where("season_id", "=", season)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Says how far the preparation of a season is; undefined when it is ready or further already. What
 * is told late would else stand below 100 in a lobby that is open.
 */
export async function tellPrepared(
  tx: Tx,
  season: string,
  percent: number,
): Promise<SeasonRow | undefined> {
  return seasons(tx)
    .updateTable("practice.season")
    .set((eb) => ({ prepared_percent: percent, version: eb("version", "+", 1) }))
    .where("season_id", "=", season)
    .where("state", "=", "preparing")
    .where("prepared_percent", "<", percent)
    .returningAll()
    .executeTakeFirst();
}

/** Freezes a season's world, and beside it what lists and checks ask of it. */
export async function writeWorld(tx: Tx, season: string, source: WorldSource): Promise<void> {
  await seasons(tx)
    .insertInto("practice.season_world")
    .values({
      season_id: season,
      source: gzipSync(JSON.stringify(source)),
      engine: source.engine,
      scenario_name: JSON.stringify(source.scenario.name) as never,
      scenario_goal: JSON.stringify(source.scenario.goal) as never,
    })
    .execute();
}

/** Version of the engine that a season was made for. */
export async function readEngine(sql: Sql, season: string): Promise<number> {
  const row = await seasons(sql)
    .selectFrom("practice.season_world")
    .select("engine")
    .where("season_id", "=", season)
    .executeTakeFirstOrThrow();
  return row.engine;
}

export async function readWorld(sql: Sql, season: string): Promise<WorldSource> {
  const row = await seasons(sql)
    .selectFrom("practice.season_world")
    .select("source")
    .where("season_id", "=", season)
    .executeTakeFirstOrThrow();
  return JSON.parse(gunzipSync(row.source).toString("utf8")) as WorldSource;
}

/** What lists say of a season's scenario. */
export type ScenarioWords = Pick<WorldSource["scenario"], "name" | "goal">;

/** The words of many seasons, without their worlds; none of those from before words were kept. */
export async function readScenarioWords(
  sql: Sql,
  ids: readonly string[],
): Promise<Map<string, ScenarioWords>> {
  if (ids.length === 0) return new Map();
  const rows = await seasons(sql)
    .selectFrom("practice.season_world")
    .select(["season_id", "scenario_name", "scenario_goal"])
    .where("season_id", "in", ids)
    .where("scenario_name", "is not", null)
    .execute();
  return new Map(
    rows.map(({ season_id: id, scenario_name: name, scenario_goal: goal }) => [
      id,
      { name, goal } as ScenarioWords,
    ]),
  );
}

/** Seasons of classes of which a day was closed since a moment. */
export async function seasonsClosedSince(
  sql: Sql,
  since: Date,
  seasonsMax = 500,
): Promise<{ readonly season: string; readonly branch: number; readonly day: number }[]> {
  return sql.rows(
    named(
      "practice.seasons-closed-since",
      `select c.season_id as season, s.branch, max(c.day)::int as day
       from practice.day_close c join practice.season s using (season_id)
       where c.closed_at >= $1 and c.is_head and c.day > 0
         and s.class_id is not null and not s.is_rehearsal
       group by c.season_id, s.branch order by max(c.closed_at) limit $2`,
      [since, seasonsMax],
    ),
  );
}

/** Names of seasons by id, for other modules; those that are gone are left out. */
export async function seasonNames(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await seasons(sql)
    .selectFrom("practice.season")
    .select(["season_id", "name"])
    .where("season_id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.season_id, row.name]));
}
