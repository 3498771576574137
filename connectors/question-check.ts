import { Question } from "@echelon/contract/assessment/question.ts";
import type { QuestionProblemCode } from "@echelon/contract/assessment/question-file.ts";

export type CheckedQuestion =
  | { readonly isQuestion: true; readonly question: Question }
  | { readonly isQuestion: false; readonly code: QuestionProblemCode; readonly what: string };

/** What the shape calls it when no answer, or not all of one, is right. */
const rightAnswer = "right-answer";

/** Holds what a file brought to the shape of a question, and says in our words what is wrong. */
export function checkQuestion(candidate: unknown): CheckedQuestion {
  const parsed = Question.safeParse(candidate);
  if (parsed.success) return { isQuestion: true, question: parsed.data };
  // Where answers are missing, the right one is too: the cause is told before what follows of it.
  const { issues } = parsed.error;
  const issue = issues.find(({ message }) => message !== rightAnswer) ?? issues[0]!;
  const what = issue.path.map(String).join("/");
  const of = (code: QuestionProblemCode) => ({ isQuestion: false, code, what }) as const;
  if (issue.path[0] === "stem" && issue.code !== "too_big") return of("stem-missing");
  if (issue.message === rightAnswer) return of("right-answer-missing");
  if (issue.code === "too_big") return of(issue.origin === "array" ? "too-many" : "too-long");
  if (issue.code === "too_small" && issue.origin === "array") return of("answer-missing");
  return of("shape");
}
