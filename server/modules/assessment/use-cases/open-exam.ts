import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { optionsOf } from "../bank-question.ts";
import { newExamSecret } from "../exam-key.ts";
import { askedOf, drawable, fittingOf, questionsFor } from "../exam-paper.ts";
import { changeExam, insertExamQuestions } from "../store/exam-store.ts";
import { holdTaughtExam } from "./find-exam.ts";

/**
 * A teacher opens an exam. Its questions are frozen as they are, and a secret is drawn by which
 * each seat gets a paper of its own; the secret's hash can be told at once.
 */
export async function openExam(
  { database, clock }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdTaughtExam(tx, caller, id);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.state !== "draft") return refuse({ code: "assessment/exam-opened" });
    const now = clock.now();
    if (row.kind === "theory") {
      const questions = askedOf(await questionsFor(tx, row), row.sections);
      const { short } = fittingOf(questions.map(drawable), row.sections);
      if (short !== null) return refuse({ code: "assessment/blueprint-short", facts: short });
      await insertExamQuestions(
        tx,
        questions.map(({ id: question, question: body, topics }) => ({
          exam_id: id,
          question,
          type: body.type,
          topics: [...topics],
          options: optionsOf(body),
          body,
        })),
      );
    }
    const key_secret = row.kind === "theory" ? newExamSecret() : null;
    await changeExam(tx, id, { state: "open", key_secret, opened_at: now });
    return ok(undefined);
  });
}
