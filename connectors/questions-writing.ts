import type { QuestionLoss } from "@echelon/contract/assessment/question-file.ts";

export interface QuestionsWriting {
  readonly bytes: Uint8Array;
  /** What could not be written, by question. */
  readonly losses: readonly QuestionLoss[];
}
