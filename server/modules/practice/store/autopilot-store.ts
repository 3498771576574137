import type { Autopilot } from "@echelon/contract/practice/absence.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { PracticeTables } from "./schema.ts";
import { isOfHead, lineage, readBranches } from "./log-store.ts";
import type { SeasonRow } from "./season-store.ts";

/** Days on which a bot ran a store of people, by store, oldest first. */
export type Autopilots = ReadonlyMap<number, readonly Autopilot[]>;

/**
 * When bots ran stores of people, as the log of the head has it: the log alone says so. What began
 * and ended before one day was closed is in it too, with a last day before its first.
 */
export async function readFlights(
  sql: Sql,
  { season_id: season, branch, absence }: SeasonRow,
): Promise<Autopilots> {
  if (absence !== "autopilot") return new Map();
  const rows = await sql
    .tables<PracticeTables>()
    .selectFrom("practice.log_entry")
    .select(["kind", "day", "branch", "decision"])
    .where("season_id", "=", season)
    .where("store", "=", -1)
    .where("kind", "in", ["begin-autopilot", "end-autopilot"])
    .orderBy("day")
    .orderBy("number")
    .execute();
  const spans = lineage(await readBranches(sql, season), branch);
  const found = new Map<number, Autopilot[]>();
  for (const row of rows) {
    if (!isOfHead(spans, row.branch, row.day)) continue;
    const { store } = row.decision as { store: number };
    const own = found.get(store) ?? [];
    if (row.kind === "begin-autopilot") own.push({ from: row.day, to: null });
    else own.push({ from: own.pop()?.from ?? row.day, to: row.day - 1 });
    found.set(store, own);
  }
  return found;
}

/** The same without those that ran on no day. */
export async function readAutopilots(sql: Sql, row: SeasonRow): Promise<Autopilots> {
  const flights = await readFlights(sql, row);
  return new Map(
    [...flights].map(([store, own]) => [store, own.filter(({ from, to }) => (to ?? from) >= from)]),
  );
}

/** The last days on which a bot ran a store; null where none ever did. */
export const lastAutopilot = (all: Autopilots, store: number): Autopilot | null =>
  all.get(store)?.at(-1) ?? null;

/** The day since which a bot runs a store, by its last days; null where its people do. */
export const autopilotSince = (last: Autopilot | null): number | null =>
  last?.to === null ? last.from : null;

/** The days of a bot's that a day is among; null where people ran the store on it. */
export const autopilotOn = (all: Autopilots, store: number, day: number): Autopilot | null =>
  all.get(store)?.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;
