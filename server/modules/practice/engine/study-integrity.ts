import type { Question } from "@echelon/kernel/market/integrity/question.ts";
import { runLong } from "../../../platform/threads/run-long.ts";
import type { IntegrityStart } from "./integrity-thread.ts";

/**
 * What is worth asking about a season, worked out on a thread of its own: it may take as long as
 * all closes of the season took.
 *
 * @param signal  ends it before its time
 * @param tell    is called after each day that was played
 */
export function studyIntegrity(
  start: IntegrityStart,
  signal: AbortSignal,
  tell: (day: number) => void,
): Promise<readonly Question[]> {
  return runLong(new URL("./integrity-thread.ts", import.meta.url), start, { signal, hear: tell });
}
