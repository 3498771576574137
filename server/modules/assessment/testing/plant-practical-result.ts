import type { Tx } from "../../../platform/database/database.ts";
import { writeExamResults } from "../store/exam-store.ts";

/** Says what somebody reached in a practical exam that is closed, and that nobody else sat it. */
export const plantPracticalResult = (
  tx: Tx,
  { exam, person, reachedBp }: { exam: string; person: string; reachedBp: number },
): Promise<void> =>
  writeExamResults(tx, exam, [
    { exam_id: exam, person_id: person, reached_bp: reachedBp, units: [] },
  ]);
