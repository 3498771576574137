/** The thread's own side of `openFileThreads`: one call, one answer, end. */
import { parentPort, workerData } from "node:worker_threads";

const { module, name, values } = workerData as {
  readonly module: string;
  readonly name: string;
  readonly values: readonly unknown[];
};
const exported = (await import(module)) as Readonly<
  Record<string, (...values: readonly unknown[]) => unknown>
>;
parentPort?.postMessage(await exported[name]?.(...values));
