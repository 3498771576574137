import { teamAreas, type TeamArea } from "@echelon/contract/practice/team-areas.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { personNames } from "../../identity/index.ts";
import { studentsHere } from "../../teaching/index.ts";
import { type BranchSpan, lineage, readBranches } from "../store/log-store.ts";
import type { StoreMemberTable } from "../store/schema.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers, readStores } from "../store/store-store.ts";
import { readSpending, readTeamChanges, type Spending } from "../store/team-store.ts";
import {
  everything,
  type Permission,
  permissionOf,
  rulesOf,
  type TeamRules,
  type Teammate,
  whoElse,
} from "./team-rules.ts";

/** The people of a store who are still in the class, in the order in which they came. */
export async function teammates(sql: Sql, row: SeasonRow, store: number): Promise<Teammate[]> {
  const { class_id: classId } = row;
  const own = (await readMembers(sql, row.season_id)).filter((one) => one.store === store);
  // Who is alone has no team to ask the class about.
  const here = classId === null || own.length < 2 ? null : await studentsHere(sql, classId);
  return own.filter(({ person_id: person }) => here === null || here.has(person)).map(mateOf);
}

const mateOf = ({ person_id: person, joined_at: joinedAt }: StoreMemberTable): Teammate => ({
  person,
  joinedAt,
});

/** The rules of every store of a season, by store. */
export async function rolesOfAll(sql: Sql, row: SeasonRow): Promise<Map<number, TeamRules>> {
  const { class_id: classId, season_id: season } = row;
  const here = classId === null ? null : await studentsHere(sql, classId);
  const members = (await readMembers(sql, season)).filter(
    ({ person_id: person }) => here === null || here.has(person),
  );
  const spans = lineage(await readBranches(sql, season), row.branch);
  const changes = Map.groupBy(await readTeamChanges(sql, season), ({ store }) => store);
  return new Map(
    [...Map.groupBy(members, ({ store }) => store)].map(([store, own]) => {
      const mates = own.map(mateOf);
      return [store, rulesOf(changes.get(store) ?? [], mates, spans)] as const;
    }),
  );
}

/** Rules of a store's team, the names of its people, and the branches of the head. */
type FoundRules = {
  readonly rules: TeamRules;
  readonly nameOf: (person: string) => string;
  readonly spans: readonly BranchSpan[];
};

/** The rules that bind a store's people now; null until the team was told something. */
async function findRules(sql: Sql, row: SeasonRow, store: number): Promise<FoundRules | null> {
  const mates = await teammates(sql, row, store);
  if (mates.length < 2) return null;
  const changes = await readTeamChanges(sql, row.season_id, store);
  if (changes.length === 0) return null;
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const rules = rulesOf(changes, mates, spans);
  const names = await personNames(sql, rules.people);
  return { rules, spans, nameOf: (person) => names.get(person) ?? "" };
}

/** What a member of a store may decide now: everything, until the team was told otherwise. */
export async function findPermission(
  sql: Sql,
  row: SeasonRow,
  store: number,
  person: string,
): Promise<Permission> {
  return (await findPermissions(sql, row, store))(person, []);
}

/** The permission of a member, given what was spent and is not in the log yet. */
export type Permissions = (person: string, besides: Spending) => Permission;

/** Reads once what the permissions of all of a store's people hang on. */
export async function findPermissions(
  sql: Sql,
  row: SeasonRow,
  store: number,
): Promise<Permissions> {
  const found = await findRules(sql, row, store);
  if (found === null) return () => everything;
  const { rules, spans, nameOf } = found;
  const isFree = rules.budgets.size === 0;
  const spending = isFree ? [] : await readSpending(sql, row.season_id, spans, store);
  return (person, besides) => permissionOf(rules, person, [...spending, ...besides], nameOf);
}

/** Who runs every store of a season and is still of the class, by store; a program is of none. */
export async function peopleOfAll(
  sql: Sql,
  { class_id: classId, season_id: season }: SeasonRow,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const here = classId === null ? null : await studentsHere(sql, classId);
  const ofPrograms = new Set(
    (await readStores(sql, season)).filter((one) => one.is_agent).map(({ store }) => store),
  );
  const found = new Map<number, Set<string>>();
  for (const { store, person_id: person } of await readMembers(sql, season)) {
    if (here !== null && !here.has(person) && !ofPrograms.has(store)) continue;
    found.set(store, (found.get(store) ?? new Set()).add(person));
  }
  return found;
}

/** Areas in which a member does not decide, with the names of who does. */
export async function closedAreas(
  sql: Sql,
  row: SeasonRow,
  store: number,
  person: string,
): Promise<{ area: TeamArea; who: string }[]> {
  const found = await findRules(sql, row, store);
  if (found === null) return [];
  return teamAreas
    .map((area) => ({ area, who: whoElse(found.rules, person, area).map(found.nameOf) }))
    .filter(({ who }) => who.length > 0)
    .map(({ area, who }) => ({ area, who: who.join(", ") }));
}
