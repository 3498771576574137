import { Worker } from "node:worker_threads";
import type { ThreadMessage } from "./thread-entry.ts";

/** Why a thread gave nothing. */
export type ThreadFailure = "too-long" | "too-big" | "broken";

export type ThreadOutcome<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly why: ThreadFailure; readonly error: Error | null };

export interface ThreadLimits {
  readonly megabytes: number;
  readonly seconds: number;
}

/** What reading a file that somebody uploaded may cost. */
export const uploadLimits: ThreadLimits = { megabytes: 256, seconds: 60 };

export const threadEntry = new URL("./thread-entry.ts", import.meta.url);

/**
 * Runs a module's `run(input)` in a thread of its own, within limits of memory and time: a file
 * that explodes when it is read ends its thread and nothing else.
 *
 * Input and output are copied (structured clone), so they hold data only.
 *
 * @param module a file that exports `run`
 */
export function runInThread<Input, Output>(
  module: URL,
  input: Input,
  limits: ThreadLimits = uploadLimits,
): Promise<ThreadOutcome<Output>> {
  return new Promise((done) => {
    const worker = new Worker(threadEntry, {
      workerData: { module: module.href, input },
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const end = (outcome: ThreadOutcome<Output>): void => {
      clearTimeout(timer);
      worker.removeAllListeners("exit");
      void worker.terminate();
      done(outcome);
    };
    const timer = setTimeout(
      () => end({ ok: false, why: "too-long", error: null }),
      limits.seconds * 1000,
    );
    worker.on("message", (message: ThreadMessage<Output, unknown>) => {
      if (message.kind === "given") end({ ok: true, value: message.value });
    });
    worker.once("error", (error: Error & { code?: string }) => {
      const why = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-big" : "broken";
      end({ ok: false, why, error });
    });
    worker.once("exit", () => end({ ok: false, why: "broken", error: null }));
  });
}
