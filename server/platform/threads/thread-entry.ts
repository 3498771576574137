import { parentPort, workerData } from "node:worker_threads";

/** The other side of `runInThread`: loads the module, runs it, and sends what it gave. */
const { module, input } = workerData as { module: string; input: unknown };
const { run } = (await import(module)) as { run: (input: unknown) => unknown };
parentPort?.postMessage(await run(input));
