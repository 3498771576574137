import type { Tx } from "../../../platform/database/database.ts";
import { writeExamResults } from "../store/exam-store.ts";

const basisPoints = 10_000;
const centiPerPoint = 100;

/**
 * Says what somebody reached in a practical exam that is closed, the same part of every unit, and
 * that nobody else sat it.
 *
 * @param points  of the units, in their order; a hundred in all
 */
export const plantPracticalResult = (
  tx: Tx,
  {
    exam,
    person,
    reachedBp,
    points,
  }: {
    readonly exam: string;
    readonly person: string;
    readonly reachedBp: number;
    readonly points: readonly number[];
  },
): Promise<void> =>
  writeExamResults(tx, exam, [
    {
      exam_id: exam,
      person_id: person,
      reached_bp: reachedBp,
      units: points.map((one) => Math.floor((one * centiPerPoint * reachedBp) / basisPoints)),
    },
  ]);
