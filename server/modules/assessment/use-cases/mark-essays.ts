import type { EssayView } from "@echelon/contract/assessment/exams.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { microOfPoint } from "../bank-question.ts";
import { examQuestions } from "../store/exam-store.ts";
import { answersOf, markAnswer, sittingById, sittingsOf } from "../store/sitting-store.ts";
import { findLedExam, holdTaughtExam } from "./find-exam.ts";

const microOfPercent = 10_000;

/**
 * Essays of an exam, question by question and without names: who marks compares answers to one
 * question, and nobody's with what is known of the person.
 */
export async function viewEssays(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<EssayView[]>> {
  const found = await findLedExam(database, caller, id);
  if (!found.ok) return found;
  if (found.value.role === "mentor") return refuse({ code: "platform/not-allowed" });
  const { state } = found.value.row;
  if (state === "draft" || state === "open") return refuse({ code: "assessment/exam-not-closed" });
  const sittings = new Map((await sittingsOf(database, [id])).map((one) => [one.id, one]));
  const questions = await examQuestions(database, id);
  const answers = await answersOf(database, [...sittings.keys()]);
  const essays = answers.flatMap((one) => {
    const row = sittings.get(one.sitting_id)!.paper[one.place]!;
    const question = questions.get(row.id)!.body;
    const text = one.answer !== null && "text" in one.answer ? one.answer.text : "";
    if (question.type !== "essay" || text.trim() === "") return [];
    return [
      {
        of: row.id,
        essay: {
          sitting: one.sitting_id,
          place: one.place,
          stem: question.stem,
          markerNotes: question.markerNotes,
          text,
          points: row.pointsMicro / microOfPoint,
          percent: one.share_micro === null ? null : Math.round(one.share_micro / microOfPercent),
          note: one.note,
        },
      },
    ];
  });
  return ok(essays.toSorted((a, b) => (a.of < b.of ? -1 : 1)).map(({ essay }) => essay));
}

export async function markEssay(
  { database }: Means,
  caller: Caller,
  id: string,
  wish: { sitting: string; place: number; percent: number; note: string },
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdTaughtExam(tx, caller, id);
    if (!found.ok) return found;
    if (found.value.row.state !== "closed") return refuse({ code: "assessment/exam-not-closed" });
    const sitting = await sittingById(tx, wish.sitting);
    const of = sitting?.exam_id === id ? sitting.paper[wish.place] : undefined;
    const question =
      of === undefined ? undefined : (await examQuestions(tx, id, [of.id])).get(of.id);
    if (question?.type !== "essay") return refuse({ code: "assessment/no-such-essay" });
    const mark = {
      share_micro: wish.percent * microOfPercent,
      marked_by: caller.person,
      note: wish.note,
    };
    const isMarked = await markAnswer(tx, wish.sitting, wish.place, mark);
    return isMarked ? ok(undefined) : refuse({ code: "assessment/no-such-essay" });
  });
}
