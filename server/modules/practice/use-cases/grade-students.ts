import type { Autopilot } from "@echelon/contract/practice/absence.ts";
import { studentsOf } from "../../teaching/index.ts";
import type { PracticeMeans } from "../means.ts";
import { readAutopilots } from "../store/autopilot-store.ts";
import { countAuthoredDays, countAuthoredDecisions, countDecisions } from "../store/log-store.ts";
import { type SeasonRow, seasonsOfClasses } from "../store/season-store.ts";
import { readMembers } from "../store/store-store.ts";
import type { GradedStudent } from "./gradebook-columns.ts";
import { readStandings } from "./rank-stores.ts";
import { contributionsOf } from "./view-contributions.ts";

/** Seasons of one class that a grade looks at, the newest. */
const gradedSeasonsMax = 20;

/** What a season says of one student, as far as it has closed. */
export interface SeasonResult {
  readonly person: string;
  readonly store: string;
  readonly place: number;
  /** Of a hundred points, tenths; below 0 where it says nothing yet. */
  readonly scoreMilli: number;
  readonly processMilli: number;
  /** Days on which the student decided something, of those that closed. */
  readonly ownDays: number;
  /** From team-mates, thousandths; null of who is alone or was not reviewed. */
  readonly factorMilli: number | null;
}

export interface SeasonResults {
  readonly season: string;
  readonly name: string;
  /** The last closed day, and the season's last. */
  readonly day: number;
  readonly days: number;
  readonly results: readonly SeasonResult[];
}

/** What a class's seasons with a closed day say of its students, the newest season first. */
export async function resultsOfClass(
  means: PracticeMeans,
  classId: string,
): Promise<readonly SeasonResults[]> {
  const rows = await seasonsOfClasses(means.database, [classId]);
  const closed = rows.filter((row) => row.day > 1 && !row.is_rehearsal && row.state !== "archived");
  const graded = closed.slice(0, gradedSeasonsMax);
  const found: SeasonResults[] = [];
  for (const row of graded) found.push(await resultsOf(means, row));
  return found;
}

async function resultsOf(means: PracticeMeans, row: SeasonRow): Promise<SeasonResults> {
  const graded = await gradeStudents(means, row);
  return {
    season: row.season_id,
    name: row.name,
    day: row.day - 1,
    days: row.days,
    results: graded.flatMap(({ person, standing, ownDays, team }) =>
      standing === null
        ? []
        : [
            {
              person,
              store: standing.name,
              place: standing.place,
              scoreMilli: standing.scoreMilli,
              processMilli: standing.processMilli,
              ownDays,
              factorMilli: team?.factorMilli ?? null,
            },
          ],
    ),
  };
}

/** Every student of a season's class, with the store's place and the own part in it. */
export async function gradeStudents(
  means: PracticeMeans,
  row: SeasonRow,
): Promise<readonly GradedStudent[]> {
  const sql = means.database;
  const { season_id: season, class_id: classId, branch } = row;
  if (classId === null) return [];
  const day = row.day - 1;
  const { rows } = await readStandings(means, row, day);
  const places = new Map(
    rows
      .filter(({ isBot, isAgent }) => !isBot && !isAgent)
      .map((standing, index) => [standing.store, { ...standing, place: index + 1 }]),
  );
  const authored = await countAuthoredDecisions(sql, season, branch);
  const ownDays = await countAuthoredDays(sql, season, branch, day);
  const ofStores = await countDecisions(sql, season, branch);
  const stores = new Map((await readMembers(sql, season)).map((one) => [one.person_id, one.store]));
  const parts = new Map((await contributionsOf(means, row)).map((one) => [one.person, one]));
  const autopilots = await readAutopilots(sql, row);
  return (await studentsOf(sql, classId)).map(({ person, name, number }): GradedStudent => {
    const store = stores.get(person) ?? -1;
    return {
      person,
      number,
      name,
      scoring: row.scoring,
      standing: places.get(store) ?? null,
      decisions: authored.get(person) ?? 0,
      storeDecisions: ofStores.get(store) ?? 0,
      day,
      ownDays: ownDays.get(person) ?? 0,
      autopilotDays: pilotedDays(autopilots.get(store) ?? [], day),
      team: (parts.get(person)?.members ?? 1) > 1 ? parts.get(person)! : null,
    };
  });
}

/** Closed days of a bot's. */
const pilotedDays = (flights: readonly Autopilot[], lastDay: number): number =>
  flights.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? lastDay) - from + 1), 0);
