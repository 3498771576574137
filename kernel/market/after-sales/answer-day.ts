/**
 * A day's questions: today's are answered first, for an answer within a day is worth most, then
 * yesterday's. Who waited for two days asks no more.
 */

/** Questions of a day and how they ended. */
export type AnsweredDay = {
  readonly answered: number;
  readonly late: number;
  readonly lapsed: number;
  readonly waiting: number;
};

/** Deals a day's capacity to new and waiting questions. */
export function answerDay(asked: number, waiting: number, capacity: number): AnsweredDay {
  const answered = Math.min(asked, capacity);
  const late = Math.min(waiting, capacity - answered);
  return { answered, late, lapsed: waiting - late, waiting: asked - answered };
}
