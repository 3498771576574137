import { questionWeight } from "@echelon/kernel/assessment/evidence/evidence-weight.ts";
import { guessOf } from "@echelon/kernel/assessment/exams/exam-pieces.ts";
import { loadCourses } from "@echelon/courses/course-catalog.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import { microOfPoint } from "../bank-question.ts";
import { calendarDay } from "../calendar-day.ts";
import { courseContext } from "../course-context.ts";
import { type ConvertedQuestion, openQuestions } from "../course-questions.ts";
import { frameworkView } from "../framework-view.ts";
import { hashOfPiece, type PieceDetail } from "../practice-pieces.ts";
import { firstAnswersWithoutPiece, holdChecks } from "../store/check-store.ts";
import type { CheckAnswerTable, PieceTable } from "../store/schema.ts";
import { addPieces } from "./refold-mastery.ts";

const dayMillis = 86_400_000;
/** A minute's look goes back so far; what a longer stop left behind is found at night. */
const minuteDays = 2;
const nightDays = 400;
const answersMax = 2_000;
/** Who knows the answer misses it once in twenty (talent.md 4.1). */
const quizSlip = 0.05;

/**
 * Makes evidence of first answers to the questions of lessons. A question weighs half an event and
 * is not counted as a piece: nobody is certified by quizzes, but they move the estimate.
 */
async function gather({ clock, newId }: Means, tx: Tx, days: number): Promise<void> {
  // Two minutes of the clock may run at once, and would both find the same answers.
  await holdChecks(tx);
  const since = new Date(clock.now().getTime() - days * dayMillis);
  const questions = questionsThatShow();
  const known = [...questions.keys()];
  const answers = await firstAnswersWithoutPiece(tx, { since, known, rowsMax: answersMax });
  const pieces = answers.flatMap((answer) => {
    const question = questions.get(nameOf(answer))!;
    return question.competencies.map((competency) => pieceOf(answer, question, competency));
  });
  const made = { framework_version: frameworkView().version, made_at: clock.now() };
  await addPieces(
    tx,
    pieces.map((piece) => ({ ...piece, ...made, id: newId(), hash: hashOfPiece(piece) })),
  );
}

const nameOf = ({ course, question }: Pick<CheckAnswerTable, "course" | "question">): string =>
  `${course}/${question}`;

/** What answers can show something of: a version of a course may have left questions out. */
const questionsThatShow = (): ReadonlyMap<string, ConvertedQuestion> =>
  new Map(
    loadCourses().flatMap((course) =>
      openQuestions(course)
        .filter(({ competencies }) => competencies.length > 0)
        .map((one) => [nameOf({ course: course.course.slug, question: one.id }), one] as const),
    ),
  );

/** Once a minute: what was answered of late. */
export const gatherChecks = (means: Means, tx: Tx): Promise<void> => gather(means, tx, minuteDays);

/** Once a night: what a longer stop has left behind. */
export const gatherOldChecks = (means: Means, tx: Tx): Promise<void> =>
  gather(means, tx, nightDays);

function pieceOf(
  answer: CheckAnswerTable,
  question: ConvertedQuestion,
  competency: string,
): Omit<PieceTable, "id" | "framework_version" | "hash" | "made_at"> {
  const body = question[answer.language];
  const detail: PieceDetail & { readonly question: string } = {
    event: "check.answered",
    measure: "share",
    op: ">=",
    threshold: 1,
    mean: answer.share_micro / microOfPoint,
    share: 1,
    store: null,
    shown: [],
    question: nameOf(answer),
  };
  return {
    person_id: answer.person_id,
    competency,
    kind: "quiz",
    source: "system",
    rater_id: null,
    context_kind: "course",
    context_id: courseContext(answer.course),
    scenario: null,
    markets: [],
    ordinal: 0,
    day: calendarDay(answer.answered_at),
    outcome_micro: answer.share_micro,
    events: 1,
    weight: questionWeight,
    is_whole: false,
    difficulty: 0,
    guess: guessOf(body.type, "answers" in body ? body.answers.length : 0),
    slip: quizSlip,
    detail,
  };
}
