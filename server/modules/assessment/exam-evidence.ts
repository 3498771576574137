import { examUnitWeight } from "@echelon/kernel/assessment/evidence/evidence-weight.ts";
import { examPieces, guessOf, passedMicro } from "@echelon/kernel/assessment/exams/exam-pieces.ts";
import { usualGuess, usualSlip } from "@echelon/kernel/assessment/mastery/success-curve.ts";
import type { Means } from "../../platform/module.ts";
import { calendarDay } from "./calendar-day.ts";
import { hashOfPiece, type PieceDetail } from "./practice-pieces.ts";
import type {
  ExamQuestionTable,
  ExamResultTable,
  ExamTable,
  PieceTable,
  SittingAnswerTable,
  SittingTable,
} from "./store/schema.ts";

/** The competencies that a unit of the practical exam shows (talent.md 3.5). */
const competenciesOfUnit: Readonly<Record<string, readonly string[]>> = {
  account: ["C01"],
  selection: ["I02"],
  copy: ["G03", "C03"],
  images: ["G02"],
  optimisation: ["C03", "D01"],
  orders: ["C06"],
  logistics: ["H01"],
  service: ["F02", "B01"],
};

interface Shown {
  readonly person: string;
  readonly competency: string;
  readonly ordinal: number;
  readonly day: number;
  readonly outcomeMicro: number;
  readonly events: number;
  readonly weight: number;
  readonly guess: number;
  readonly isWhole: boolean;
  readonly share: number;
}

/**
 * What a sitting of theory shows: a piece for each competency that its paper asked.
 *
 * @param frameworkVersion  with the overlays of the exam's school: its questions may ask for them
 */
export function theoryPieces(
  means: Means,
  exam: ExamTable,
  sitting: SittingTable,
  answers: readonly SittingAnswerTable[],
  questions: ReadonlyMap<string, ExamQuestionTable>,
  frameworkVersion: string,
): PieceTable[] {
  const shares = new Map(answers.map((one) => [one.place, one.share_micro ?? 0]));
  const marked = sitting.paper.map(({ id, pointsMicro }, place) => {
    const { topics, body } = questions.get(id)!;
    const options = "answers" in body ? body.answers.length : 0;
    const guess = guessOf(body.type, options);
    return { topics, pointsMicro, shareMicro: shares.get(place) ?? 0, guess };
  });
  return examPieces(marked, exam.passing / 100).map((one) =>
    pieceOf(means, exam, frameworkVersion, {
      person: sitting.person_id,
      competency: one.topic,
      ordinal: 0,
      day: calendarDay(sitting.ended_at ?? sitting.started_at),
      outcomeMicro: one.outcomeMicro,
      events: one.questions,
      weight: one.weight,
      guess: one.guess,
      isWhole: one.isWhole,
      share: one.share,
    }),
  );
}

/** What a practical exam shows of one person: each unit is a piece for each of its competencies. */
export function practicalPieces(
  means: Means,
  exam: ExamTable,
  result: ExamResultTable,
  units: readonly { readonly id: string; readonly points: number }[],
  frameworkVersion: string,
): PieceTable[] {
  const before = new Map<string, number>();
  return units.flatMap(({ id, points }, at) => {
    const share = Math.min(1, (result.units[at] ?? 0) / (100 * points));
    return (competenciesOfUnit[id] ?? []).map((competency) => {
      const ordinal = before.get(competency) ?? 0;
      before.set(competency, ordinal + 1);
      return pieceOf(means, exam, frameworkVersion, {
        person: result.person_id,
        competency,
        ordinal,
        day: calendarDay(exam.closed_at ?? means.clock.now()),
        outcomeMicro: passedMicro(share, exam.passing / 100),
        events: 1,
        weight: examUnitWeight,
        guess: usualGuess,
        isWhole: true,
        share,
      });
    });
  });
}

function pieceOf(
  { newId, clock }: Means,
  exam: ExamTable,
  frameworkVersion: string,
  shown: Shown,
): PieceTable {
  const detail: PieceDetail = {
    event: "exam.sat",
    measure: "share",
    op: ">=",
    threshold: exam.passing / 100,
    mean: shown.share,
    share: 1,
    store: null,
    shown: [],
  };
  const piece = {
    person_id: shown.person,
    competency: shown.competency,
    kind: "exam" as const,
    source: "examiner" as const,
    rater_id: null,
    context_kind: "exam" as const,
    context_id: exam.id,
    markets: [],
    ordinal: shown.ordinal,
    day: shown.day,
    outcome_micro: shown.outcomeMicro,
    events: shown.events,
    weight: shown.weight,
    is_whole: shown.isWhole,
    difficulty: 0,
    scenario: null,
    guess: shown.guess,
    slip: usualSlip,
    detail,
  };
  return {
    ...piece,
    id: newId(),
    framework_version: frameworkVersion,
    hash: hashOfPiece(piece),
    made_at: clock.now(),
  };
}
