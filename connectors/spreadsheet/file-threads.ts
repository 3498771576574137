import { Worker } from "node:worker_threads";
import { type Outcome, refuse } from "@echelon/contract/platform/outcome.ts";
import { threadLimits } from "./limits.ts";

/** An exported function that may run in a thread; its arguments and its answer are copied. */
export interface FileTask<Values extends readonly unknown[], Answer> {
  readonly module: string;
  readonly name: string;
  /** Never called here; it carries the types. */
  readonly run: (...values: Values) => Outcome<Answer> | Promise<Outcome<Answer>>;
}

/** @example export const tableReading = fileTask(import.meta.url, readTable); */
export function fileTask<Values extends readonly unknown[], Answer>(
  module: string,
  run: FileTask<Values, Answer>["run"],
): FileTask<Values, Answer> {
  return { module, name: run.name, run };
}

export interface FileThreads {
  /** @throws what the function throws: that is a bug */
  run<Values extends readonly unknown[], Answer>(
    task: FileTask<Values, Answer>,
    ...values: Values
  ): Promise<Outcome<Answer>>;
}

export interface FileThreadsOptions {
  readonly threadsMax?: number;
  /** More wait their turn; beyond that the answer is "later". */
  readonly waitingMax?: number;
  readonly megabytesMax?: number;
  readonly millisMax?: number;
}

/** Threads for foreign files: a file that is a bomb ends its own thread and nothing else. */
export function openFileThreads(options: FileThreadsOptions = {}): FileThreads {
  const { threadsMax = 1, waitingMax = 8 } = options;
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(task, ...values) {
      if (running < threadsMax) running += 1;
      else if (waiting.length >= waitingMax) return refuse({ code: "exchange/file-queue" });
      else await new Promise<void>((start) => waiting.push(start));
      try {
        return await runOnce(task, values, { ...threadLimits, ...options });
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}

interface Bounds {
  readonly megabytesMax: number;
  readonly millisMax: number;
}

function runOnce<Values extends readonly unknown[], Answer>(
  { module, name }: FileTask<Values, Answer>,
  values: Values,
  { megabytesMax, millisMax }: Bounds,
): Promise<Outcome<Answer>> {
  const worker = new Worker(new URL("./file-thread.ts", import.meta.url), {
    workerData: { module, name, values },
    resourceLimits: { maxOldGenerationSizeMb: megabytesMax, maxYoungGenerationSizeMb: 32 },
  });
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      resolve(refuse({ code: "exchange/file-took-too-long", facts: { millisMax } }));
      void worker.terminate();
    }, millisMax);
    worker.once("message", (answer: Outcome<Answer>) => resolve(answer));
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
        resolve(refuse({ code: "exchange/file-too-large", facts: { megabytesMax } }));
      } else reject(error);
    });
    worker.once("exit", (code) => {
      clearTimeout(clock);
      reject(new Error(`the thread ended with ${code} and no answer`));
    });
  });
}
