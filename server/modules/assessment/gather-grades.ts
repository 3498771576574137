/** What the house knows of a class's students for their grades, in tenths of a point. */
import { gradeTenthsMax } from "@echelon/kernel/assessment/grade/class-grade.ts";
import { microOfWhole } from "@echelon/kernel/assessment/evidence/outcome.ts";
import type { GradePartId } from "@echelon/contract/assessment/gradebook-limits.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Means } from "../../platform/module.ts";
import { practiceResults, type SeasonResult, type SeasonResults } from "../practice/index.ts";
import { readResults } from "./exam-results.ts";
import { readExams } from "./store/exam-store.ts";
import { marksOfAssignments } from "./store/piece-store.ts";
import { readAssignments } from "./store/rating-store.ts";

/** Assignments and exams of a class that its grades look at. */
const assignmentsMax = 100;
const examsMax = 100;

export interface GatheredGrades {
  /** Parts by person; who has nothing in a part does not stand in it. */
  readonly parts: Readonly<Record<GradePartId, ReadonlyMap<string, number>>>;
  /** What team-mates say, thousandths. */
  readonly factors: ReadonlyMap<string, number>;
  readonly seasons: readonly SeasonResults[];
}

/**
 * Gathers the parts of everybody's grade.
 *
 * - outcome: mean score of the seasons; of a season that somebody took no part in, nothing
 * - process: the season's own process score where it has one, else the share of closed days on
 *   which the student decided something
 * - reflection and mentor: fair marks of published work, by the school's raters and by mentors
 * - exams: mean share of the points of published exams; who was absent has nothing of that one
 *
 * @param leftOut  seasons that do not count
 */
export async function gatherGrades(
  means: Means,
  sql: Sql,
  classId: string,
  leftOut: ReadonlySet<string>,
): Promise<GatheredGrades> {
  const seasons = await practiceResults(means, classId);
  const counted = seasons.filter(({ season }) => !leftOut.has(season));
  const assignments = await readAssignments(sql, classId, assignmentsMax);
  const marks = await marksOfAssignments(
    sql,
    assignments.map(({ id }) => id),
  );
  const ofMarks = (isMentor: boolean) =>
    meansBy(
      marks.filter(({ source }) => (source === "mentor") === isMentor),
      ({ person_id: person }) => person,
      ({ outcome_micro: micro }) => (micro * gradeTenthsMax) / microOfWhole,
    );
  return {
    parts: {
      outcome: ofSeasons(counted, ({ scoreMilli }) => (scoreMilli < 0 ? null : scoreMilli)),
      process: ofSeasons(counted, processOf),
      reflection: ofMarks(false),
      mentor: ofMarks(true),
      exams: await examsOf(means, sql, classId),
    },
    factors: factorsOf(counted),
    seasons,
  };
}

function processOf({ processMilli, ownDays }: SeasonResult, { day }: SeasonResults): number {
  return processMilli >= 0 ? processMilli : (gradeTenthsMax * Math.min(ownDays, day)) / day;
}

/** The mean over all seasons that count; a season that somebody sat out counts as nothing. */
function ofSeasons(
  seasons: readonly SeasonResults[],
  tenthsOf: (result: SeasonResult, season: SeasonResults) => number | null,
): Map<string, number> {
  const sums = new Map<string, number>();
  let told = 0;
  for (const season of seasons) {
    const here = season.results.flatMap((result) => {
      const tenths = tenthsOf(result, season);
      return tenths === null ? [] : [{ person: result.person, tenths }];
    });
    if (here.length > 0) told += 1;
    for (const { person, tenths } of here) sums.set(person, (sums.get(person) ?? 0) + tenths);
  }
  return new Map([...sums].map(([person, sum]) => [person, Math.floor(sum / told + 0.5)]));
}

async function examsOf(means: Means, sql: Sql, classId: string): Promise<Map<string, number>> {
  const exams = (await readExams(sql, [classId], examsMax)).filter(
    ({ state }) => state === "published",
  );
  const reached: { person: string; share: number }[] = [];
  for (const exam of exams) {
    for (const { person, reachedCenti, ofCenti } of (await readResults(means, exam)).people)
      if (reachedCenti !== null && ofCenti > 0)
        reached.push({ person, share: reachedCenti / ofCenti });
  }
  const sums = Map.groupBy(reached, ({ person }) => person);
  return new Map(
    [...sums].map(([person, own]) => {
      const sum = own.reduce((all, { share }) => all + share, 0);
      return [person, Math.floor((gradeTenthsMax * sum) / exams.length + 0.5)];
    }),
  );
}

function factorsOf(seasons: readonly SeasonResults[]): Map<string, number> {
  const heard = seasons.flatMap(({ results }) =>
    results.flatMap(({ person, factorMilli }) =>
      factorMilli === null ? [] : [{ person, factorMilli }],
    ),
  );
  return meansBy(
    heard,
    ({ person }) => person,
    ({ factorMilli }) => factorMilli,
  );
}

/** Means by person, rounded half up. */
function meansBy<One>(
  all: readonly One[],
  personOf: (one: One) => string,
  valueOf: (one: One) => number,
): Map<string, number> {
  return new Map(
    [...Map.groupBy(all, personOf)].map(([person, own]) => [
      person,
      Math.floor(own.reduce((sum, one) => sum + valueOf(one), 0) / own.length + 0.5),
    ]),
  );
}
