import { Worker } from "node:worker_threads";
import { threadEntry } from "./run-in-thread.ts";
import type { ThreadMessage } from "./thread-entry.ts";

/**
 * Runs a module's `run(input, tell)` in a thread of its own for as long as it takes: our own work,
 * such as days played again, which needs no limit but must end when its job does.
 *
 * Input, news and output are copied (structured clone), so they hold data only.
 *
 * @param module  a file that exports `run`
 * @param signal  ends it before its time
 * @param hear    is called with what it tells on the way
 * @throws Error as the module did, or because it was ended
 */
export function runLong<Input, Output, News = never>(
  module: URL,
  input: Input,
  { signal, hear }: { readonly signal?: AbortSignal; readonly hear?: (news: News) => void } = {},
): Promise<Output> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(new Error("the work was ended before it began"));
    const worker = new Worker(threadEntry, { workerData: { module: module.href, input } });
    const end = () => void worker.terminate();
    signal?.addEventListener("abort", end, { once: true });
    worker.on("message", (message: ThreadMessage<Output, News>) => {
      if (message.kind === "news") hear?.(message.news);
      else resolve(message.value);
    });
    worker.once("error", reject);
    worker.once("exit", () => {
      signal?.removeEventListener("abort", end);
      // After an answer this changes nothing.
      reject(new Error("the thread ended without an answer"));
    });
  });
}
