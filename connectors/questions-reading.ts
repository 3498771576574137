import { type Question, questionLimits } from "@echelon/contract/assessment/question.ts";
import {
  type QuestionProblem,
  type QuestionProblemCode,
  questionFileLimits,
} from "@echelon/contract/assessment/question-file.ts";

/** What a file of questions said, in its own order. */
export interface QuestionsReading {
  readonly questions: readonly Question[];
  readonly problems: readonly QuestionProblem[];
}

/** Gathers a file's questions within the limits. */
export function newReading() {
  const questions: Question[] = [];
  const problems: QuestionProblem[] = [];
  const told = (code: QuestionProblemCode, line: number, what = "") =>
    problems.push({ line, code, what, isLeftOut: true });
  return {
    add(question: Question | null, found: readonly QuestionProblem[]) {
      if (question !== null) questions.push(question);
      problems.push(...found);
    },
    told,
    /** Whether the rest of the file is left out, which is then told. */
    isFull(line: number): boolean {
      const isLong = questions.length >= questionLimits.questionsMax;
      if (isLong) told("too-many-questions", line, String(questionLimits.questionsMax));
      const isBad = problems.length >= questionFileLimits.problemsMax;
      if (isBad && !isLong) told("too-many-problems", line);
      return isLong || isBad;
    },
    /** Nothing of the file can be read. */
    refused(code: QuestionProblemCode, line = 1): QuestionsReading {
      return { questions: [], problems: [{ line, code, what: "", isLeftOut: true }] };
    },
    done: (): QuestionsReading => ({ questions, problems }),
  };
}
