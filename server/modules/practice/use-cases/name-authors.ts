import type { Sql } from "../../../platform/database/database.ts";
import { personNames } from "../../identity/index.ts";
import { readAgents } from "../store/agent-store.ts";
import type { StoreAccess } from "./find-season.ts";
import { isNamed } from "./name-stores.ts";

/** Who decided, by id: people by their names, programs by their stores'. */
export async function authorNames(
  sql: Sql,
  season: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = await personNames(sql, ids);
  if (ids.every((id) => names.has(id))) return names;
  const agents = await readAgents(sql, season);
  return new Map([...names, ...agents.map((one): [string, string] => [one.agent_id, one.name])]);
}

/** The same of who decided for one store, nobody where the season hides its people. */
export const authorsOf = async (
  sql: Sql,
  access: StoreAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  isNamed(access) ? authorNames(sql, access.row.season_id, [...new Set(ids)]) : new Map();
