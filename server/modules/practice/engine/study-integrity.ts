import { Worker } from "node:worker_threads";
import type { Question } from "@echelon/kernel/market/integrity/question.ts";
import type { IntegrityAnswer, IntegrityStart } from "./integrity-thread.ts";

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
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./integrity-thread.ts", import.meta.url), {
      workerData: start,
    });
    const end = () => {
      reject(new Error("the worker is asked to end"));
      void worker.terminate();
    };
    signal.addEventListener("abort", end, { once: true });
    worker.on("message", (answer: IntegrityAnswer) => {
      if (answer.kind === "day") tell(answer.day);
      else resolve(answer.questions);
    });
    worker.once("error", reject);
    worker.once("exit", () => {
      signal.removeEventListener("abort", end);
      reject(new Error("the thread ended without an answer"));
    });
  });
}
