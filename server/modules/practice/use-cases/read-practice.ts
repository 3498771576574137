import { lastDayOfRound } from "@echelon/kernel/calendar/round.ts";
import { workOf, type WorkEntry } from "@echelon/kernel/market/integrity/shared-work.ts";
import { type Member, weights } from "@echelon/kernel/market/integrity/team-shares.ts";
import { readTraces } from "@echelon/kernel/market/traces/read-traces.ts";
import type { PracticeEvent, Trace } from "@echelon/kernel/market/traces/trace.ts";
import { roundDaysOf } from "../engine/season-shelf.ts";
import type { PracticeMeans } from "../means.ts";
import { readAuthored } from "../store/answer-store.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { readPeerReviews } from "../store/peer-store.ts";
import { headCloses } from "../store/result-store.ts";
import { readSeason } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";
import { readTraced } from "../store/trace-store.ts";
import { membersSince } from "./members-since.ts";

/** Something that a season shows of one person. */
export interface Happening {
  readonly person: string;
  readonly event: PracticeEvent;
  readonly measure: string;
  readonly value: number;
  /** How many events of its kind it stands for. */
  readonly count: number;
  /** The closed day that showed it, and the moment of that close. */
  readonly day: number;
  readonly at: Date;
  readonly store: number;
  readonly decisions: readonly number[];
  readonly sku: string | null;
  readonly market: string | null;
  /** The person's part of the team's work up to that day, and its members; of own deeds 1 of 1. */
  readonly share: number;
  readonly members: number;
  /** What the other team-mates gave the person, where it is one of their marks. */
  readonly otherMarks: readonly number[];
}

/** What a season shows of its people, up to its last closed day. */
export interface SeasonPractice {
  readonly season: string;
  readonly classId: string;
  readonly scenario: string;
  readonly branch: number;
  readonly day: number;
  /** No day will be added. */
  readonly isOver: boolean;
  readonly happenings: readonly Happening[];
}

/**
 * What the closed days of a class's season show of its people. It follows from the log, so a rewind
 * takes back what the withdrawn days showed. Null of a season without a class or a closed day.
 */
export async function readPractice(
  means: PracticeMeans,
  season: string,
): Promise<SeasonPractice | null> {
  const sql = means.database;
  const row = await readSeason(sql, season);
  if (row === undefined || row.class_id === null || row.is_rehearsal) return null;
  const closes = (await headCloses(sql, season)).filter(({ day }) => day > 0);
  const last = closes.at(-1);
  if (last === undefined) return null;
  const world = await means.engine.worldOf(sql, row);
  const own = new Set(
    (await readStores(sql, season)).flatMap((one) => (one.is_agent ? [] : [one.store])),
  );
  const traced = (await readTraced(sql, row, world, last.day)).filter(({ store }) =>
    own.has(store),
  );
  const spans = lineage(await readBranches(sql, season), row.branch);
  const entries = (await readAuthored(sql, season, spans)) as WorkEntry[];
  const members = await membersSince(sql, season);
  const closedAt = new Map(closes.map((close) => [close.day, close.closed_at]));
  const happenings = traced.flatMap((store) => {
    const here = members.filter((one) => one.store === store.store);
    const team = teamOf(
      entries.filter((one) => one.store === store.store),
      here,
    );
    return readTraces(world, store, last.day).flatMap((trace) => {
      const at = closedAt.get(trace.day)!;
      return team(trace).map((part) => ({ ...trace, ...part, at, store: store.store }));
    });
  });
  const shown = happenings.map((one) => ({ ...one, otherMarks: [] }));
  const days = roundDaysOf(row);
  const peers = await peerMarks(means, season, own, (round) =>
    Math.min(last.day, lastDayOfRound(round, days, row.days)),
  );
  const isOver = row.state === "finished" || row.state === "archived";
  return {
    season,
    classId: row.class_id,
    scenario: row.scenario_id,
    branch: row.branch,
    day: last.day,
    isOver,
    happenings: [...shown, ...peers],
  };
}

type Part = Pick<Happening, "person" | "share" | "members">;

/** Whose a trace is: of who decided it, or of everybody who was of the team by that day. */
function teamOf(entries: readonly WorkEntry[], members: readonly Member[]) {
  const authors = new Map(entries.map(({ number, author }) => [number, author]));
  const sharesOn = new Map<number, ReadonlyMap<string, number>>();
  const sharesUpTo = (day: number) => {
    const known = sharesOn.get(day);
    if (known !== undefined) return known;
    const work = workOf(
      entries.filter((entry) => entry.day <= day),
      weights,
    );
    const all = [...work.values()].reduce((sum, one) => sum + one, 0);
    const shares = new Map([...work].map(([person, one]) => [person, all > 0 ? one / all : 0]));
    sharesOn.set(day, shares);
    return shares;
  };
  return ({ decisions, day }: Trace): readonly Part[] => {
    const own = new Set(decisions.flatMap((number) => authors.get(number) ?? []));
    if (decisions.length > 0) {
      return [...own].map((person) => ({ person, share: 1, members: 1 }));
    }
    const team = members.filter(({ sinceDay }) => sinceDay <= day);
    const shares = sharesUpTo(day);
    return team.map(({ person }) => {
      return { person, share: shares.get(person) ?? 0, members: team.length };
    });
  };
}

/** Marks that team-mates gave each other, each a happening of its own. */
async function peerMarks(
  means: PracticeMeans,
  season: string,
  stores: ReadonlySet<number>,
  dayOf: (round: number) => number,
): Promise<readonly Happening[]> {
  const reviews = (await readPeerReviews(means.database, season)).filter(({ store }) =>
    stores.has(store),
  );
  return reviews.map(({ store, round, author_id: author, person_id: person, mark, at }) => ({
    person,
    event: "peer.reviewed",
    measure: "meanScore",
    value: mark,
    count: 1,
    day: dayOf(round),
    at,
    store,
    decisions: [],
    sku: null,
    market: null,
    share: 1,
    members: 1,
    otherMarks: reviews
      .filter(
        (other) =>
          other.store === store &&
          other.round === round &&
          other.person_id === person &&
          other.author_id !== author,
      )
      .map((other) => other.mark),
  }));
}
