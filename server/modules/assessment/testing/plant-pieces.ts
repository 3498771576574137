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
import type { PieceTable } from "../store/schema.ts";
import { addPieces } from "../use-cases/refold-mastery.ts";

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
  const made_at = clock.now();
  const known = new Map(frameworkView().competencies.map((one) => [one.id, one]));
  const rows = competencies.flatMap((competency) =>
    Array.from({ length: pieces }, (_, ordinal) => {
      const of = known.get(competency);
      if (of === undefined) throw new Error(`no competency ${competency}`);
      const planted = { id: newId(), person_id: person, context_id: context, ordinal, made_at };
      return bestPiece(of, rater, planted);
    }),
  );
  await database.transaction(async (tx) => {
    await addPieces(tx, rows);
  });
}

type Known = ReturnType<typeof frameworkView>["competencies"][number];
type Planted = Pick<PieceTable, "id" | "person_id" | "context_id" | "ordinal" | "made_at">;

/** A piece than which there is none better, of what a person judges by a rater's mark. */
function bestPiece(
  { id: competency, rule, anchors }: Known,
  rater: string,
  of: Planted,
): PieceTable {
  const { event, measure, op, threshold, best, minCount } = rule;
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
    ...of,
    competency,
    ...(anchors === null
      ? { kind: "auto" as const, source: "system" as const, rater_id: null }
      : { kind: "rubric" as const, source: "teacher" as const, rater_id: rater }),
    context_kind: "season" as const,
    scenario: null,
    markets: [],
    day: calendarDay(of.made_at),
    outcome_micro: microOfWhole,
    events: minCount,
    weight: Math.max(examUnitWeight, batchWeight(minCount)),
    is_whole: true,
    difficulty: 0,
    guess: usualGuess,
    slip: usualSlip,
    detail,
    framework_version: frameworkView().version,
  };
  return { ...piece, hash: hashOfPiece(piece) };
}
