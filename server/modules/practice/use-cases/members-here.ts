import type { Sql } from "../../../platform/database/database.ts";
import { studentsHere } from "../../teaching/index.ts";
import type { SeasonRow } from "../store/season-store.ts";
import type { StoreMemberTable } from "../store/schema.ts";
import { readMembers, readStores } from "../store/store-store.ts";

/**
 * Who runs the stores of a season and is still of its class, in the order in which they came; a
 * program is of no class, and stays.
 */
export async function membersHere(
  sql: Sql,
  { class_id: classId, season_id: season }: Pick<SeasonRow, "class_id" | "season_id">,
): Promise<StoreMemberTable[]> {
  const members = await readMembers(sql, season);
  if (classId === null) return members;
  const here = await studentsHere(sql, classId);
  const left = members.filter(({ person_id: person }) => !here.has(person));
  if (left.length === 0) return members;
  const stores = await readStores(sql, season);
  const programs = new Set(stores.flatMap((one) => (one.is_agent ? [one.store] : [])));
  return members.filter(({ store, person_id: person }) => here.has(person) || programs.has(store));
}
