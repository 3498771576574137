/** Whether the scores of a class's seasons go with what its people learned elsewhere. */
import { measurementLimits } from "@echelon/contract/assessment/measurement-limits.ts";
import type { SeasonCorrelation } from "@echelon/contract/assessment/measurements.ts";
import { scoreCorrelation } from "@echelon/kernel/assessment/exams/score-correlation.ts";
import { foldPieces } from "@echelon/kernel/assessment/mastery/mastery.ts";
import { meanOf } from "@echelon/kernel/number/correlation.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Means } from "../../platform/module.ts";
import { practiceResults, type SeasonResult } from "../practice/index.ts";
import { difficultiesInUse } from "./difficulties.ts";
import { countedPieces } from "./store/piece-store.ts";
import { foldable } from "./use-cases/refold-mastery.ts";

type ByPerson = ReadonlyMap<string, number>;

/**
 * What people have shown of some competencies elsewhere than in seasons, in logits: the mean over
 * those competencies of which anything is known. What a season itself is evidence of is left out,
 * or its score would be compared with itself.
 */
async function masteryBeside(
  sql: Sql,
  people: readonly string[],
  competencies: readonly string[],
): Promise<ByPerson> {
  const difficulties = await difficultiesInUse(sql);
  const pieces = (await countedPieces(sql, people, competencies)).filter(
    ({ context_kind: kind }) => kind !== "season",
  );
  const found = new Map<string, number>();
  for (const [person, own] of Map.groupBy(pieces, (piece) => piece.person_id)) {
    const logs = Map.groupBy(own, ({ competency }) => competency);
    const abilities = [...logs.values()].map(
      (log) => foldPieces(log.map((piece) => foldable(piece, difficulties))).theta,
    );
    found.set(person, meanOf(abilities));
  }
  return found;
}

/**
 * One row of each store: people of a team have one score, and what they learned is their mean. Who
 * has no number is left out, and a store of which nobody has one.
 */
export function correlated(
  results: readonly Pick<SeasonResult, "person" | "store" | "scoreMilli">[],
  learned: ByPerson,
) {
  const scored = results.filter(({ scoreMilli }) => scoreMilli >= 0);
  const rows = [...Map.groupBy(scored, ({ store }) => store).values()].flatMap((team) => {
    const known = team.flatMap(({ person }) => learned.get(person) ?? []);
    if (known.length === 0) return [];
    return [{ score: meanOf(team.map(({ scoreMilli }) => scoreMilli)), learned: meanOf(known) }];
  });
  const found = scoreCorrelation(
    rows.map(({ score }) => score),
    rows.map((row) => row.learned),
  );
  return {
    stores: rows.length,
    found: found === null ? null : { numbers: { ...found.numbers }, ranks: { ...found.ranks } },
  };
}

/**
 * The newest seasons of a class beside two things that are known of its people without them.
 *
 * @param tested  shares of the test after, by person
 */
export async function seasonCorrelations(
  means: Means,
  classId: string,
  tested: ByPerson,
  competencies: readonly string[],
): Promise<SeasonCorrelation[]> {
  const seasons = (await practiceResults(means, classId)).slice(0, measurementLimits.seasonsShown);
  const people = seasons.flatMap(({ results }) => results.map(({ person }) => person));
  const shown = await masteryBeside(means.database, [...new Set(people)], competencies);
  return seasons.map(({ season, name, day, days, results }) => ({
    season,
    name,
    day,
    days,
    withTest: correlated(results, tested),
    withMastery: correlated(results, shown),
  }));
}
