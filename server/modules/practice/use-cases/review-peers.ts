import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { PeerMark, PeerReviewView } from "@echelon/contract/practice/teams.ts";
import { lastDayOfRound, roundOf } from "@echelon/kernel/calendar/round.ts";
import { peerPoints } from "@echelon/kernel/market/integrity/peer-factor.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import { roundDaysOf } from "../engine/season-shelf.ts";
import type { PracticeMeans } from "../means.ts";
import { readPeerReviews, writePeerReview } from "../store/peer-store.ts";
import { type SeasonRow, shareSeason } from "../store/season-store.ts";
import { holdStore } from "../store/store-store.ts";
import { findStore, type StoreAccess } from "./find-season.ts";
import { membersSince } from "./members-since.ts";

/** Rounds that have closed; where a season ends within one, that one has too. */
function closedRounds(row: SeasonRow): number {
  const length = roundDaysOf(row);
  const open = roundOf(row.day, length);
  return row.day > row.days || row.state === "finished" ? roundOf(row.day - 1, length) : open - 1;
}

/** What the caller is asked to say of the others, and has said. */
export async function viewPeerReview(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<PeerReviewView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  return ok(await viewOf(means.database, caller, found.value));
}

async function viewOf(
  sql: Sql,
  caller: Caller,
  { row, store, isMine }: StoreAccess,
): Promise<PeerReviewView> {
  const round = closedRounds(row);
  if (!isMine || round < 1) return { round: Math.max(0, round), mates: [], given: null };
  const mates = await matesOf(sql, caller, row, store.store);
  const names = await personNames(sql, mates);
  const said = (await readPeerReviews(sql, row.season_id, store.store)).filter(
    (one) => one.round === round && one.author_id === caller.person,
  );
  return {
    round,
    mates: mates.map((person) => ({ person, name: names.get(person) ?? "" })),
    given:
      said.length === 0
        ? null
        : said.map(({ person_id: person, points, mark, reason }) => ({
            person,
            points,
            mark,
            reason,
          })),
  };
}

/** The others who ran the store in the round that closed last; nobody for who came after it. */
async function matesOf(sql: Sql, caller: Caller, row: SeasonRow, store: number): Promise<string[]> {
  const length = roundDaysOf(row);
  const firstDay = (closedRounds(row) - 1) * length + 1;
  const lastDay = lastDayOfRound(firstDay, length, row.days);
  const people = (await membersSince(sql, row.season_id))
    .filter((one) => one.store === store && one.sinceDay <= lastDay)
    .map(({ person }) => person);
  return people.includes(caller.person) ? people.filter((one) => one !== caller.person) : [];
}

/**
 * A member shares twenty points out among the others of the team and marks each: for the round that
 * closed last, and never the own part.
 */
export async function reviewPeers(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wish: Wish,
): Promise<Outcome<PeerReviewView>> {
  return means.database.transaction(async (tx) => {
    // No round closes meanwhile, and whoever sends twice is heard one after the other.
    await shareSeason(tx, season);
    await holdStore(tx, season, store);
    const found = await findStore(tx, caller, season, store);
    if (!found.ok) return found;
    if (!found.value.isMine) return refuse({ code: "practice/no-such-store" });
    const checked = await checkReview(tx, caller, found.value, wish);
    if (!checked.ok) return checked;
    const of = { season_id: season, store, round: wish.round, author_id: caller.person };
    const at = means.clock.now();
    const rows = wish.marks.map(({ person, ...said }) => ({
      ...of,
      person_id: person,
      ...said,
      at,
    }));
    await writePeerReview(tx, of, rows);
    tx.announce(topic("roll", season));
    return ok(await viewOf(tx, caller, found.value));
  });
}

type Wish = { readonly round: number; readonly marks: readonly PeerMark[] };

async function checkReview(
  sql: Sql,
  caller: Caller,
  { row, store }: StoreAccess,
  wish: Wish,
): Promise<Outcome<undefined>> {
  const last = closedRounds(row);
  if (wish.round !== last) return refuse({ code: "practice/round-not-closed", facts: { last } });
  const people = wish.marks.map(({ person }) => person);
  if (people.includes(caller.person)) return refuse({ code: "practice/own-review" });
  const mates = await matesOf(sql, caller, row, store.store);
  const isEach = mates.every((mate) => people.filter((one) => one === mate).length === 1);
  if (!isEach || people.length !== mates.length) {
    return refuse({ code: "practice/no-such-teammate" });
  }
  const sum = wish.marks.reduce((all, { points }) => all + points, 0);
  if (sum !== peerPoints) {
    return refuse({ code: "practice/points-unshared", facts: { sum, points: peerPoints } });
  }
  return ok();
}
