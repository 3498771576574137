import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { findSeason, type SeasonAccess } from "./find-season.ts";

/** A season to look back on, and its last closed day. */
export type DebriefAccess = SeasonAccess & { readonly day: number };

/**
 * Those who lead a season may look back at any time; the others when it is over and its ranks
 * are shown.
 */
export async function findDebrief(
  sql: Sql,
  caller: Caller,
  season: string,
): Promise<Outcome<DebriefAccess>> {
  const found = await findSeason(sql, caller, season);
  if (!found.ok) return found;
  const { row, maySeeAll } = found.value;
  const day = row.day - 1;
  if (day < 1) return refuse({ code: "practice/nothing-closed" });
  if (!maySeeAll && row.state !== "finished") return refuse({ code: "platform/not-allowed" });
  if (!maySeeAll && row.ranking !== "open") return refuse({ code: "practice/ranking-hidden" });
  return ok({ ...found.value, day });
}
