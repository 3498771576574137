import { gradeAnswer } from "@echelon/kernel/assessment/questions/grade-answer.ts";
import type { Tx } from "../../platform/database/database.ts";
import { microOfPoint } from "./bank-question.ts";
import { examQuestions } from "./store/exam-store.ts";
import type { SittingAnswerTable, SittingTable } from "./store/schema.ts";
import { answersOf, changeSitting, writeShares } from "./store/sitting-store.ts";

/**
 * Ends a sitting and marks what is saved of it. Essays wait for a person; one that a person has
 * marked keeps its mark when a sitting ends a second time.
 */
export async function endSitting(
  tx: Tx,
  sitting: SittingTable,
  at: Date,
  how: NonNullable<SittingTable["ended_how"]>,
): Promise<void> {
  const questions = await examQuestions(
    tx,
    sitting.exam_id,
    sitting.paper.map(({ id }) => id),
  );
  const answers = await answersOf(tx, [sitting.id]);
  const shares = answers
    .filter(({ marked_by: by }) => by === null)
    .map(({ place, answer }) => {
      const question = questions.get(sitting.paper[place]!.id)!.body;
      return { place, shareMicro: gradeAnswer(question, answer) };
    });
  await writeShares(tx, sitting.id, shares);
  await changeSitting(tx, sitting.id, { ended_at: at, ended_how: how });
}

/** What a sitting has earned of its paper, in millionths of points. */
export function earnedOf(
  { paper }: Pick<SittingTable, "paper">,
  answers: readonly Pick<SittingAnswerTable, "place" | "share_micro">[],
): number {
  const shares = new Map(answers.map(({ place, share_micro: share }) => [place, share ?? 0]));
  // A question's points are whole, so nothing is rounded here.
  return paper.reduce(
    (sum, { pointsMicro }, place) => sum + (pointsMicro / microOfPoint) * (shares.get(place) ?? 0),
    0,
  );
}

/** All points of a paper, in millionths. */
export const askedOfPaper = ({ paper }: Pick<SittingTable, "paper">): number =>
  paper.reduce((sum, { pointsMicro }) => sum + pointsMicro, 0);

/** Whether so many of all points pass, compared without rounding. */
export const isPassed = (earned: number, asked: number, passingPercent: number): boolean =>
  earned * 100 >= asked * passingPercent;
