import {
  batchWeight,
  examUnitWeight,
} from "@echelon/kernel/assessment/evidence/evidence-weight.ts";
import { microOfWhole } from "@echelon/kernel/assessment/evidence/outcome.ts";
import { usualGuess, usualSlip } from "@echelon/kernel/assessment/mastery/success-curve.ts";
import type { Means } from "../../../platform/module.ts";
import { calendarDay } from "../calendar-day.ts";
import { frameworkView } from "../framework-view.ts";
import { hashOfPiece, type PieceDetail } from "../practice-pieces.ts";
import { insertPieces } from "../store/piece-store.ts";
import type { PieceTable } from "../store/schema.ts";
import { refoldMastery } from "../use-cases/refold-mastery.ts";

/**
 * Gives somebody whole pieces of evidence that just about nobody could better, as a season of weeks
 * would leave them. For tests of what evidence leads to, not of how it comes.
 */
export async function plantPieces(
  { database, newId, clock }: Means,
  {
    person,
    competencies,
    context,
    pieces,
    rater,
  }: {
    readonly person: string;
    readonly competencies: readonly string[];
    /** The season that they are said to be of. */
    readonly context: string;
    /** Of each competency. */
    readonly pieces: number;
    /** Who marked what a person has to judge. */
    readonly rater: string;
  },
): Promise<void> {
  const now = clock.now();
  const known = new Map(frameworkView().competencies.map((one) => [one.id, one]));
  const rows = competencies.flatMap((competency) =>
    Array.from({ length: pieces }, (_, ordinal): PieceTable => {
      const of = known.get(competency);
      if (of === undefined) throw new Error(`no competency ${competency}`);
      const { event, measure, op, threshold, best, minCount } = of.rule;
      const detail: PieceDetail = {
        event,
        measure,
        op,
        threshold,
        mean: best,
        share: 1,
        store: null,
        shown: [],
      };
      const piece = {
        person_id: person,
        competency,
        ...(of.anchors !== null
          ? { kind: "rubric" as const, source: "teacher" as const, rater_id: rater }
          : { kind: "auto" as const, source: "system" as const, rater_id: null }),
        context_kind: "season" as const,
        context_id: context,
        scenario: null,
        markets: [],
        ordinal,
        day: calendarDay(now),
        outcome_micro: microOfWhole,
        events: minCount,
        weight: Math.max(examUnitWeight, batchWeight(minCount)),
        is_whole: true,
        difficulty: 0,
        guess: usualGuess,
        slip: usualSlip,
        detail,
      };
      return {
        ...piece,
        id: newId(),
        framework_version: frameworkView().version,
        hash: hashOfPiece(piece),
        made_at: now,
      };
    }),
  );
  await database.transaction(async (tx) => {
    await insertPieces(tx, rows);
    await refoldMastery(
      tx,
      competencies.map((competency) => ({ person, competency })),
    );
  });
}
