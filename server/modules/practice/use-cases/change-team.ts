import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { TeamArea } from "@echelon/contract/practice/team-areas.ts";
import type { MemberRole, TeamChange, TeamView } from "@echelon/contract/practice/team-roles.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import type { TeamChangeTable } from "../store/schema.ts";
import { shareSeason, type SeasonRow } from "../store/season-store.ts";
import { holdStore } from "../store/store-store.ts";
import { appendTeamChanges, readTeamChanges } from "../store/team-store.ts";
import { findStore, type StoreAccess } from "./find-season.ts";
import { teammates } from "./find-team.ts";
import { isNamed } from "./name-stores.ts";
import { whyNotEnter } from "./open-store.ts";
import { rulesOf, type TeamRules } from "./team-rules.ts";
import { mayChange, moneyOf, viewTeam } from "./view-team.ts";

/** Lines that one store's team may tell itself in a season; who leads the class goes on beyond. */
export const teamChangesMax = 2_000;

type Place = { readonly season: string; readonly store: number };

/** The team, or its teacher, says who leads it from now on. */
export const nameCaptain = (
  means: PracticeMeans,
  caller: Caller,
  place: Place,
  person: string,
): Promise<Outcome<TeamView>> =>
  changeTeam(means, caller, place, ({ rules }) =>
    rules.people.includes(person)
      ? ok(rules.captain === person ? [] : [{ kind: "name-captain", person }])
      : refuse({ code: "practice/no-such-teammate" }),
  );

/**
 * Gives members their areas and what a decision of theirs may cost. Who is not named keeps what was
 * given before; an area that nobody has is everybody's.
 */
export const assignRoles = (
  means: PracticeMeans,
  caller: Caller,
  place: Place,
  members: readonly MemberRole[],
): Promise<Outcome<TeamView>> =>
  changeTeam(means, caller, place, ({ rules }) => {
    const people = new Set(members.map(({ person }) => person));
    const isKnown = members.every(({ person }) => rules.people.includes(person));
    if (!isKnown || people.size !== members.length) {
      return refuse({ code: "practice/no-such-teammate" });
    }
    const changed = members.filter((one) => !isGiven(rules, one));
    return ok(
      changed.map(({ person, areas, limitMinor }) => {
        const once = [...new Set(areas)];
        return { kind: "assign-roles", person, areas: once, limitMinor };
      }),
    );
  });

/** Whether a member has exactly this already: sending all of a form is no news of those. */
function isGiven({ roles }: TeamRules, { person, areas, limitMinor }: MemberRole): boolean {
  const now = roles.get(person) ?? { areas: [], limitMinor: null };
  const wanted = new Set(areas);
  const isSame = wanted.size === now.areas.length && now.areas.every((area) => wanted.has(area));
  return isSame && now.limitMinor === limitMinor;
}

/**
 * What an area may spend from the open day on, until it is changed; never more than is in cash now.
 * Said on one day twice, the later one counts for the whole day.
 */
export const setBudget = (
  means: PracticeMeans,
  caller: Caller,
  place: Place,
  { area, amountMinor }: { area: TeamArea; amountMinor: number | null },
): Promise<Outcome<TeamView>> =>
  changeTeam(means, caller, place, async ({ rules, readCash }) => {
    const cash = amountMinor === null ? 0 : await readCash();
    if (amountMinor !== null && amountMinor > Math.max(0, cash)) {
      return refuse({ code: "practice/cash-short", facts: { cash, needed: amountMinor } });
    }
    const isNews = amountMinor !== null || rules.budgets.has(area);
    return ok(isNews ? [{ kind: "set-budget", area, amountMinor }] : []);
  });

type Told = { readonly rules: TeamRules; readonly readCash: () => Promise<number> };
type Planned = Outcome<readonly TeamChange[]>;

/** One change of a team in one transaction: who may, what it is, its lines in the history. */
async function changeTeam(
  means: PracticeMeans,
  caller: Caller,
  { season, store }: Place,
  plan: (told: Told) => Planned | Promise<Planned>,
): Promise<Outcome<TeamView>> {
  const { database } = means;
  const asked = await findStore(database, caller, season, store);
  if (!asked.ok) return asked;
  // Who may not know the people of a team does not tell them anything either.
  if (!isNamed(asked.value)) return refuse({ code: "platform/not-allowed" });
  const shut = whyNotEnter(asked.value.row);
  if (shut !== null) return refuse({ code: shut });
  if (!(await means.engine.isPlayable(database, asked.value.row))) {
    return refuse({ code: "practice/engine-version" });
  }
  // Restored here for all who come at once; in the transaction it would be for each of them alone.
  await means.engine.seasonAt(database, asked.value.row);
  const told = await database.transaction(async (tx): Promise<Outcome<undefined>> => {
    // No day closes meanwhile, and no decision of the store is judged by half of a change.
    const row = await shareSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    await holdStore(tx, season, store);
    const found = await findStore(tx, caller, season, store);
    if (!found.ok) return found;
    const changes = await readTeamChanges(tx, season, store);
    const may = await mayTell(tx, caller, found.value, changes);
    if (!may.ok) return may;
    const readCash = async () => (await moneyOf(means, tx, { ...found.value, row })).cashMinor;
    const planned = await plan({ rules: may.value, readCash });
    if (!planned.ok) return planned;
    const isFull = changes.length + planned.value.length > teamChangesMax;
    if (isFull && found.value.isMine) {
      return refuse({ code: "practice/team-change-limit", facts: { max: teamChangesMax } });
    }
    const at = means.clock.now();
    const first = changes.length;
    const lines = planned.value.map((change, index) => ({ change, number: first + index }));
    await appendTeamChanges(
      tx,
      lines.map((line) => ({ ...line, ...placeOf(row, store), author_id: caller.person, at })),
    );
    tx.announce(topic("store", `${season}.${store}`));
    return ok();
  });
  return told.ok ? viewTeam(means, caller, season, store) : told;
}

/** While a close is under way the day is frozen: what is said then is of the next one. */
function placeOf(row: SeasonRow, store: number) {
  const day = row.closing_day === null ? row.day : row.day + 1;
  return { season_id: row.season_id, store, branch: row.branch, day };
}

async function mayTell(
  tx: Tx,
  caller: Caller,
  access: StoreAccess,
  changes: readonly TeamChangeTable[],
): Promise<Outcome<TeamRules>> {
  const { row, store } = access;
  const spans = lineage(await readBranches(tx, row.season_id), row.branch);
  const rules = rulesOf(changes, await teammates(tx, row, store.store), spans);
  if (rules.people.length < 2) return refuse({ code: "practice/no-team" });
  if (mayChange(access, caller, rules)) return ok(rules);
  const { captain } = rules;
  const who = captain === null ? "" : ((await personNames(tx, [captain])).get(captain) ?? "");
  return refuse({ code: "practice/not-your-role", facts: { area: "team", who } });
}
