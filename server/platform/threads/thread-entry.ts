import { parentPort, workerData } from "node:worker_threads";

/** What a thread says: news on the way, as often as it likes, and at last what it gave. */
export type ThreadMessage<Output, News> =
  | { readonly kind: "news"; readonly news: News }
  | { readonly kind: "given"; readonly value: Output };

type Run = (input: unknown, tell: (news: unknown) => void) => unknown;

/** The other side of `runInThread` and `runLong`: loads the module, runs it, sends what it gave. */
const { module, input } = workerData as { module: string; input: unknown };
const { run } = (await import(module)) as { run: Run };
const post = (message: ThreadMessage<unknown, unknown>) => parentPort?.postMessage(message);
post({ kind: "given", value: await run(input, (news) => post({ kind: "news", news })) });
