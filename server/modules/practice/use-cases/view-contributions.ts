import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ContributionsView } from "@echelon/contract/practice/teams.ts";
import { peerFactorMilli } from "@echelon/kernel/market/integrity/peer-factor.ts";
import { workOf, type WorkEntry } from "@echelon/kernel/market/integrity/shared-work.ts";
import { teamShares, weights } from "@echelon/kernel/market/integrity/team-shares.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import { roundDaysOf } from "../engine/season-shelf.ts";
import type { PracticeMeans } from "../means.ts";
import { readAuthored } from "../store/answer-store.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { readPeerReviews } from "../store/peer-store.ts";
import type { PeerReviewTable } from "../store/schema.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers, readStores } from "../store/store-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { findSeason } from "./find-season.ts";
import { rolesOfAll } from "./find-team.ts";
import { membersSince } from "./members-since.ts";
import type { TeamRules } from "./team-rules.ts";

/** Each person's part of the own team's work and what the others say of it, for the teacher. */
export async function viewContributions(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<ContributionsView>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySteer } = found.value;
  if (!maySteer || row.class_id === null) return refuse({ code: "platform/not-allowed" });
  return ok({ day: row.day - 1, people: await contributionsOf(means, row) });
}

/** The same for whoever has asked already, as the gradebook does. */
export async function contributionsOf(
  means: PracticeMeans,
  row: SeasonRow,
): Promise<ContributionsView["people"]> {
  const sql = means.database;
  const season = row.season_id;
  const spans = lineage(await readBranches(sql, season), row.branch);
  const entries = (await readAuthored(sql, season, spans)) as WorkEntry[];
  const people = (await readStores(sql, season)).filter((one) => !one.is_agent);
  const storeNames = new Map(people.map(({ store, name }) => [store, name]));
  const members = (await readMembers(sql, season)).filter(({ store }) => storeNames.has(store));
  const names = await personNames(
    sql,
    members.map(({ person_id: person }) => person),
  );
  const flags = teamShares(entries, await membersSince(sql, season), row.day - 1, roundDaysOf(row));
  const reviews = await readPeerReviews(sql, season);
  const roles = await rolesOfAll(sql, row);
  const byStore = Map.groupBy(entries, ({ store }) => store);
  return members
    .toSorted((a, b) => a.store - b.store || (a.person_id < b.person_id ? -1 : 1))
    .map(({ store, person_id: person }) => {
      const own = byStore.get(store) ?? [];
      const asked = flags.find(
        (one) => one.stores[0] === store && "person" in one && one.person === person,
      );
      return {
        person,
        name: names.get(person) ?? "",
        store,
        storeName: storeNames.get(store) ?? "",
        members: members.filter((one) => one.store === store).length,
        ...broughtBy(own.filter(({ author }) => author === person)),
        ...roleOf(roles.get(store), person),
        shareBp: shareOf(own, person),
        flag: asked === undefined ? null : asked.kind === "small-share" ? "idle" : "leads-alone",
        ...heard(reviews, store, person, names),
      };
    });
}

/** How much somebody decided, learnt and worked himself. */
function broughtBy(entries: readonly WorkEntry[]) {
  const learnt = ofKind(entries, "log-training");
  return {
    decisions: entries.length,
    trainingHours: learnt.reduce((sum, { decision }) => sum + decision.hours, 0),
    shifts: ofKind(entries, "cover-shift").length,
  };
}

/** What the team says that a member decides; whoever is alone or has left decides by no role. */
function roleOf(rules: TeamRules | undefined, person: string) {
  if (rules === undefined || rules.people.length < 2 || !rules.people.includes(person)) {
    return { isCaptain: false, areas: [], limitMinor: null };
  }
  const { areas = [], limitMinor = null } = rules.roles.get(person) ?? {};
  return { isCaptain: rules.captain === person, areas: [...areas], limitMinor };
}

/** Of all the weighed work in a store, that of people who have left it included. */
function shareOf(entries: readonly WorkEntry[], person: string): number | null {
  const work = workOf(entries, weights);
  const all = [...work.values()].reduce((sum, one) => sum + one, 0);
  return all === 0 ? null : Math.round((10_000 * (work.get(person) ?? 0)) / all);
}

/** What the others said of somebody, and what follows from it. */
function heard(
  reviews: readonly PeerReviewTable[],
  store: number,
  person: string,
  names: ReadonlyMap<string, string>,
) {
  const own = reviews.filter((one) => one.store === store && one.person_id === person);
  const others = ({ round, author_id: author }: PeerReviewTable) =>
    reviews.filter((one) => one.store === store && one.round === round && one.author_id === author)
      .length;
  return {
    factorMilli: peerFactorMilli(own.map((one) => ({ points: one.points, others: others(one) }))),
    meanMarkMilli:
      own.length === 0
        ? null
        : Math.round((1000 * own.reduce((sum, { mark }) => sum + mark, 0)) / own.length),
    said: own.slice(-500).map(({ round, author_id: author, points, mark, reason }) => ({
      round,
      author: names.get(author) ?? "",
      points,
      mark,
      reason,
    })),
  };
}
