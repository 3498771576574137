import { type Outcome, refuse } from "@echelon/contract/platform/outcome.ts";

/** How the house runs a module's `run(input)` in a thread with bounded memory and time. */
export type RunInThread = <Input, Output>(
  module: URL,
  input: Input,
) => Promise<
  | { readonly ok: true; readonly value: Output }
  | {
      readonly ok: false;
      readonly why: "too-long" | "too-big" | "broken";
      readonly error: Error | null;
    }
>;

export interface FileDesk {
  /**
   * Hands a file to a thread. The module's `run` gives an outcome.
   *
   * @throws what `run` throws: that is a bug
   */
  hand<Input, Answer>(module: URL, input: Input): Promise<Outcome<Answer>>;
}

export interface FileDeskOptions {
  /** Threads at once: each may take 256 MB. */
  readonly threadsMax?: number;
  /** More wait their turn; beyond that the answer is "later". */
  readonly waitingMax?: number;
}

/**
 * Takes files in one after the other, so that a class importing at once does not fill the memory.
 */
export function openFileDesk(
  runInThread: RunInThread,
  { threadsMax = 1, waitingMax = 8 }: FileDeskOptions = {},
): FileDesk {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async hand<Input, Answer>(module: URL, input: Input) {
      if (running < threadsMax) running += 1;
      else if (waiting.length >= waitingMax) return refuse({ code: "exchange/file-queue" });
      else await new Promise<void>((start) => waiting.push(start));
      try {
        const end = await runInThread<Input, Outcome<Answer>>(module, input);
        if (end.ok) return end.value;
        if (end.why === "too-long") return refuse({ code: "exchange/file-took-too-long" });
        if (end.why === "too-big") return refuse({ code: "exchange/file-too-large" });
        throw end.error ?? new Error("the thread ended without an answer");
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
