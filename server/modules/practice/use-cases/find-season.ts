import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { Id } from "@echelon/contract/platform/shapes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { classAccess } from "../../teaching/index.ts";
import { readSeason, type SeasonRow } from "../store/season-store.ts";
import { readStore, readMembers } from "../store/store-store.ts";
import { agentPlace } from "./read-agent.ts";
import type { StoreTable } from "../store/schema.ts";

/** What a caller may do with a season. */
export type SeasonAccess = {
  readonly row: SeasonRow;
  /** May close, rewind, inject, help and see every store. */
  readonly maySteer: boolean;
  /** May see every store's books but change nothing: an assistant. */
  readonly maySeeAll: boolean;
  /** May open or join a store: a student of the class, or whose rehearsal it is. */
  readonly mayPlay: boolean;
};

/**
 * A season as far as the caller may know of it. A foreign one is answered like one that does not
 * exist, so that nobody learns which do.
 */
export async function findSeason(
  sql: Sql,
  caller: Caller,
  season: string,
): Promise<Outcome<SeasonAccess>> {
  const row = await readSeason(sql, season);
  if (row === undefined) return refuse({ code: "practice/no-such-season" });
  return accessTo(sql, caller, row);
}

/** The same for a row that the use case holds already. */
export async function accessTo(
  sql: Sql,
  caller: Caller,
  row: SeasonRow,
): Promise<Outcome<SeasonAccess>> {
  if (caller.agent !== undefined) {
    const isIts = caller.agent.startsWith(`${row.season_id}.`);
    if (!isIts) return refuse({ code: "practice/no-such-season" });
    return ok({ row, maySteer: false, maySeeAll: false, mayPlay: false });
  }
  if (row.is_rehearsal) {
    if (row.owner_id !== caller.person) return refuse({ code: "practice/no-such-season" });
    return ok({ row, maySteer: false, maySeeAll: true, mayPlay: true });
  }
  const role = row.class_id === null ? null : await classAccess(sql, caller, row.class_id);
  if (role === null) return refuse({ code: "practice/no-such-season" });
  return ok({
    row,
    maySteer: role === "teacher",
    maySeeAll: role === "teacher" || role === "assistant",
    mayPlay: role === "student",
  });
}

export type StoreAccess = SeasonAccess & {
  readonly store: StoreTable;
  /** The caller is one of those who run it. */
  readonly isMine: boolean;
};

/** A store that the caller may see: the own one, or any for those who lead the class. */
export async function findStore(
  sql: Sql,
  caller: Caller,
  season: string,
  number: number,
): Promise<Outcome<StoreAccess>> {
  const found = await findSeason(sql, caller, season);
  if (!found.ok) return found;
  if (caller.agent !== undefined && caller.agent !== agentPlace(season, number))
    return refuse({ code: "practice/no-such-store" });
  const store = await readStore(sql, season, number);
  if (store === undefined) return refuse({ code: "practice/no-such-store" });
  const members = await readMembers(sql, season);
  const isMine = members.some((row) => row.store === number && row.person_id === caller.person);
  if (!isMine && !found.value.maySeeAll) return refuse({ code: "practice/no-such-store" });
  return ok({ ...found.value, store, isMine });
}

/** Whether the caller may hear of a season's changes: whoever may see it. */
export async function mayHearSeason(sql: Sql, caller: Caller, season: string): Promise<boolean> {
  return isId(season) && (await findSeason(sql, caller, season)).ok;
}

/** Who comes and hands in is for people. */
export async function mayHearRoll(sql: Sql, caller: Caller, season: string): Promise<boolean> {
  return caller.agent === undefined && mayHearSeason(sql, caller, season);
}

/** The same for `<season>.<store>`. */
export async function mayHearStore(sql: Sql, caller: Caller, id: string): Promise<boolean> {
  const [season = "", number = ""] = id.split(".");
  if (!isId(season) || !/^\d{1,4}$/.test(number)) return false;
  return (await findStore(sql, caller, season, Number(number))).ok;
}

const isId = (text: string) => Id.safeParse(text).success;
