import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { teamAreas } from "@echelon/contract/practice/team-areas.ts";
import { teamHistoryMax, type TeamView } from "@echelon/contract/practice/team-roles.ts";
import { cashOf } from "@echelon/kernel/market/books/bookkeeping.ts";
import { contextOf } from "@echelon/kernel/market/decisions/decision-context.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { isOfHead, lineage, readBranches } from "../store/log-store.ts";
import type { TeamChangeTable } from "../store/schema.ts";
import { readSpending, readTeamChanges } from "../store/team-store.ts";
import { findStore, type StoreAccess } from "./find-season.ts";
import { teammates } from "./find-team.ts";
import { authorsOf } from "./name-authors.ts";
import { isNamed } from "./name-stores.ts";
import { ownersOf, rulesOf, spentOf, type TeamRules } from "./team-rules.ts";

/** Who decides what in a store, what may be spent and is left, and how that came about. */
export async function viewTeam(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<TeamView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  const { row } = found.value;
  if (row.state === "preparing") return refuse({ code: "practice/no-such-store" });
  if (!(await means.engine.isPlayable(means.database, row))) {
    return refuse({ code: "practice/engine-version" });
  }
  const money = await moneyOf(means, means.database, found.value);
  return ok({ ...(await peopleView(means.database, caller, found.value)), ...money });
}

type People = Omit<TeamView, "currency" | "cashMinor">;
/** All of a team speaks of who is in it. */
const untold: People = { isTeam: false, mayEdit: false, members: [], areas: [], history: [] };

/** The captain's to change, and a teacher's or an assistant's. */
export const mayChange = ({ isMine, maySeeAll }: StoreAccess, caller: Caller, rules: TeamRules) =>
  (isMine && rules.captain === caller.person) || (!isMine && maySeeAll);

async function peopleView(sql: Sql, caller: Caller, access: StoreAccess): Promise<People> {
  if (!isNamed(access)) return untold;
  const { row, store } = access;
  const season = row.season_id;
  const changes = await readTeamChanges(sql, season, store.store);
  const spans = lineage(await readBranches(sql, season), row.branch);
  const rules = rulesOf(changes, await teammates(sql, row, store.store), spans);
  const spent = spentOf(rules, await readSpending(sql, season, spans, store.store));
  const told = changes.toReversed().slice(0, teamHistoryMax);
  const names = await authorsOf(sql, access, [...rules.people, ...told.flatMap(peopleIn)]);
  const nameOf = (person: string) => names.get(person) ?? "";
  const isTeam = rules.people.length > 1;
  return {
    isTeam,
    mayEdit: isTeam && mayChange(access, caller, rules),
    members: rules.people.map((person) => {
      const { areas = [], limitMinor = null } = rules.roles.get(person) ?? {};
      const isCaptain = rules.captain === person;
      return { person, name: nameOf(person), isCaptain, areas: [...areas], limitMinor };
    }),
    areas: teamAreas.map((area) => {
      const budget = rules.budgets.get(area);
      return {
        area,
        owners: ownersOf(rules, area).map(nameOf),
        budget: budget === undefined ? null : { ...budget, spentMinor: spent.get(area) ?? 0 },
      };
    }),
    history: told.map(({ number, day, at, author_id: author, change, branch }) => ({
      number,
      day,
      at,
      author: nameOf(author),
      name: change.kind === "set-budget" ? "" : nameOf(change.person),
      isSuperseded: change.kind === "set-budget" && !isOfHead(spans, branch, day),
      change,
    })),
  };
}

const peopleIn = ({ author_id: author, change }: TeamChangeTable): string[] =>
  change.kind === "set-budget" ? [author] : [author, change.person];

/** Cash of the open day in the books' currency, with the day's own decisions carried out. */
export async function moneyOf(means: PracticeMeans, sql: Sql, { row, store }: StoreAccess) {
  const { source } = await means.engine.worldOf(sql, row);
  const currency = source.scenario.booksCurrency;
  const preview = await means.engine.previewOf(sql, row, store.store);
  const context = contextOf(preview);
  const base = context.world.base;
  return { currency, cashMinor: cashOf({ state: context.state, base }, store.store) };
}
