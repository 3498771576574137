import type { Sql } from "../../../platform/database/database.ts";
import { personNames } from "../../identity/index.ts";
import { studentsHere } from "../../teaching/index.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import type { StoreMemberTable } from "../store/schema.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers } from "../store/store-store.ts";
import { readSpending, readTeamChanges } from "../store/team-store.ts";
import { everything, type Permission, permissionOf, rulesOf, type Teammate } from "./team-rules.ts";

/** The people of a store who are still in the class, in the order in which they came. */
export async function teammates(sql: Sql, row: SeasonRow, store: number): Promise<Teammate[]> {
  const members = await readMembers(sql, row.season_id);
  return stillHere(sql, row, members, store);
}

/** The same of members that were read already. */
export async function stillHere(
  sql: Sql,
  { class_id: classId }: SeasonRow,
  members: readonly StoreMemberTable[],
  store: number,
): Promise<Teammate[]> {
  const own = members.filter((one) => one.store === store);
  // Who is alone has no team to ask the class about.
  const here = classId === null || own.length < 2 ? null : await studentsHere(sql, classId);
  return own
    .filter(({ person_id: person }) => here === null || here.has(person))
    .map(({ person_id: person, joined_at: joinedAt }) => ({ person, joinedAt }));
}

/** What a member of a store may decide now: everything, until the team was told otherwise. */
export async function findPermission(
  sql: Sql,
  row: SeasonRow,
  store: number,
  person: string,
): Promise<Permission> {
  const mates = await teammates(sql, row, store);
  if (mates.length < 2) return everything;
  const season = row.season_id;
  const changes = await readTeamChanges(sql, season, store);
  if (changes.length === 0) return everything;
  const spans = lineage(await readBranches(sql, season), row.branch);
  const rules = rulesOf(changes, mates, spans);
  const spending = rules.budgets.size === 0 ? [] : await readSpending(sql, season, spans, store);
  const names = await personNames(sql, rules.people);
  return permissionOf(rules, person, spending, (one) => names.get(one) ?? "");
}
