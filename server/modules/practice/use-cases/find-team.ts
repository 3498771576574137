import { teamAreas, type TeamArea } from "@echelon/contract/practice/team-areas.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { personNames } from "../../identity/index.ts";
import { type BranchSpan, lineage, readBranches } from "../store/log-store.ts";
import type { StoreMemberTable } from "../store/schema.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers } from "../store/store-store.ts";
import { readSpending, readTeamChanges, type Spending } from "../store/team-store.ts";
import { membersHere } from "./members-here.ts";
import {
  everything,
  mayBeRefused,
  type Permission,
  permissionOf,
  rulesOf,
  type TeamRules,
  type Teammate,
  whoElse,
} from "./team-rules.ts";

/** The people of a store who are still in the class, in the order in which they came. */
export async function teammates(sql: Sql, row: SeasonRow, store: number): Promise<Teammate[]> {
  const own = (await readMembers(sql, row.season_id)).filter((one) => one.store === store);
  // Who is alone has no team to ask the class about.
  const here = own.length < 2 ? own : await membersHere(sql, row);
  return here.filter((one) => one.store === store).map(mateOf);
}

const mateOf = ({ person_id: person, joined_at: joinedAt }: StoreMemberTable): Teammate => ({
  person,
  joinedAt,
});

/** The rules of every store of a season, by store. */
export async function rolesOfAll(sql: Sql, row: SeasonRow): Promise<Map<number, TeamRules>> {
  const { season_id: season } = row;
  const members = await membersHere(sql, row);
  const spans = lineage(await readBranches(sql, season), row.branch);
  const changes = Map.groupBy(await readTeamChanges(sql, season), ({ store }) => store);
  return new Map(
    [...Map.groupBy(members, ({ store }) => store)].map(([store, own]) => {
      const mates = own.map(mateOf);
      return [store, rulesOf(changes.get(store) ?? [], mates, spans)] as const;
    }),
  );
}

/** Rules of a store's team, and the branches of the head. */
type FoundRules = {
  readonly rules: TeamRules;
  readonly spans: readonly BranchSpan[];
};

/** The rules that bind a store's people now; null until the team was told something. */
async function findRules(sql: Sql, row: SeasonRow, store: number): Promise<FoundRules | null> {
  const mates = await teammates(sql, row, store);
  if (mates.length < 2) return null;
  const changes = await readTeamChanges(sql, row.season_id, store);
  if (changes.length === 0) return null;
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  return { rules: rulesOf(changes, mates, spans), spans };
}

/** Who somebody is, for what a refusal says. */
async function namesOf(sql: Sql, people: readonly string[]): Promise<(person: string) => string> {
  const names = people.length === 0 ? new Map<string, string>() : await personNames(sql, people);
  return (person) => names.get(person) ?? "";
}

/** What a member of a store may decide now: everything, until the team was told otherwise. */
export async function findPermission(
  sql: Sql,
  row: SeasonRow,
  store: number,
  person: string,
): Promise<Permission> {
  const found = await findRules(sql, row, store);
  if (found === null || !mayBeRefused(found.rules, person)) return everything;
  const spending = await spendingOf(sql, row, store, found);
  return permissionOf(found.rules, person, spending, await namesOf(sql, found.rules.people));
}

/** What the store's decisions cost so far; nobody asks where no area has a budget. */
const spendingOf = async (sql: Sql, row: SeasonRow, store: number, { rules, spans }: FoundRules) =>
  rules.budgets.size === 0 ? [] : readSpending(sql, row.season_id, spans, store);

/** The permission of a member, given what was spent and is not in the log yet. */
export type Permissions = (person: string, besides: Spending) => Permission;

/**
 * Reads once what the permissions of all of a store's people hang on. Nobody hears why a draft was
 * refused: nobody is named.
 */
export async function findPermissions(
  sql: Sql,
  row: SeasonRow,
  store: number,
): Promise<Permissions> {
  const found = await findRules(sql, row, store);
  if (found === null) return () => everything;
  const spending = await spendingOf(sql, row, store, found);
  return (person, besides) =>
    permissionOf(found.rules, person, [...spending, ...besides], () => "");
}

/** Who runs every store of a season and is still of the class, by store; a program is of none. */
export async function peopleOfAll(
  sql: Sql,
  row: SeasonRow,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const found = new Map<number, Set<string>>();
  for (const { store, person_id: person } of await membersHere(sql, row)) {
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
  const closed = teamAreas
    .map((area) => ({ area, who: whoElse(found.rules, person, area) }))
    .filter(({ who }) => who.length > 0);
  const nameOf = await namesOf(sql, [...new Set(closed.flatMap(({ who }) => who))]);
  return closed.map(({ area, who }) => ({ area, who: who.map(nameOf).join(", ") }));
}
