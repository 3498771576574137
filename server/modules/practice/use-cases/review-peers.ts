import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { PeerMark, PeerReviewView } from "@echelon/contract/practice/teams.ts";
import { roundOf } from "@echelon/kernel/calendar/round.ts";
import { peerPoints } from "@echelon/kernel/market/integrity/peer-factor.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import { roundDaysOf } from "../engine/season-shelf.ts";
import type { PracticeMeans } from "../means.ts";
import { readPeerReviews, writePeerReview } from "../store/peer-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers } from "../store/store-store.ts";
import { findStore, type StoreAccess } from "./find-season.ts";

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
  return ok(await viewOf(means, caller, found.value));
}

async function viewOf(
  means: PracticeMeans,
  caller: Caller,
  { row, store, isMine }: StoreAccess,
): Promise<PeerReviewView> {
  const sql = means.database;
  const round = closedRounds(row);
  if (!isMine || round < 1) return { round: Math.max(0, round), mates: [], given: null };
  const mates = await matesOf(means, caller, row, store.store);
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

async function matesOf(
  { database }: PracticeMeans,
  caller: Caller,
  row: SeasonRow,
  store: number,
): Promise<string[]> {
  return (await readMembers(database, row.season_id))
    .filter((one) => one.store === store && one.person_id !== caller.person)
    .map(({ person_id: person }) => person);
}

/**
 * A member shares twenty points out among the others of the team and marks each: for a round that
 * has closed, and never the own part.
 */
export async function reviewPeers(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wish: { round: number; marks: readonly PeerMark[] },
): Promise<Outcome<PeerReviewView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  const { row, isMine } = found.value;
  if (!isMine) return refuse({ code: "practice/no-such-store" });
  const last = closedRounds(row);
  if (wish.round > last) return refuse({ code: "practice/round-not-closed", facts: { last } });
  const people = wish.marks.map(({ person }) => person);
  if (people.includes(caller.person)) return refuse({ code: "practice/own-review" });
  const mates = await matesOf(means, caller, row, store);
  const isEach = mates.every((mate) => people.filter((one) => one === mate).length === 1);
  if (!isEach || people.length !== mates.length) {
    return refuse({ code: "practice/no-such-teammate" });
  }
  const sum = wish.marks.reduce((all, { points }) => all + points, 0);
  if (sum !== peerPoints) {
    return refuse({ code: "practice/points-unshared", facts: { sum, points: peerPoints } });
  }
  const of = { season_id: season, store, round: wish.round, author_id: caller.person };
  const at = means.clock.now();
  await means.database.transaction(async (tx) => {
    const rows = wish.marks.map(({ person, ...said }) => ({
      ...of,
      person_id: person,
      ...said,
      at,
    }));
    await writePeerReview(tx, of, rows);
    tx.announce(topic("roll", season));
  });
  return ok(await viewOf(means, caller, found.value));
}
