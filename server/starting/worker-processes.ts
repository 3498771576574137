import { type ChildProcess, spawn } from "node:child_process";
import type { Log } from "../platform/log/log.ts";
import type { Working } from "./work.ts";

export interface WorkerProcessesOptions {
  readonly count: number;
  readonly command: readonly [string, ...string[]];
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
  /** Told when one ended on its own; it is begun again. */
  readonly onEnd: (exitCode: number) => void;
}

const pauseMillis = { first: 500, most: 30_000 };
const livedWellMillis = 60_000;

/**
 * Worker processes beside the server. Each ends when its standard input closes, so none outlives a
 * server that was killed; one that ends on its own is begun again with back-off.
 */
export async function startWorkerProcesses(options: WorkerProcessesOptions): Promise<Working> {
  const slots = Array.from({ length: options.count }, () => new Slot(options));
  for (const slot of slots) slot.begin();
  return {
    async stop() {
      await Promise.all(slots.map((slot) => slot.stop()));
    },
  };
}

class Slot {
  readonly #options: WorkerProcessesOptions;
  #child: ChildProcess | null = null;
  #isStopping = false;
  #pause = pauseMillis.first;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: WorkerProcessesOptions) {
    this.#options = options;
  }

  begin(): void {
    const [program, ...args] = this.#options.command;
    const begunAt = Date.now();
    const child = spawn(program, args, {
      env: this.#options.environment,
      stdio: ["pipe", "inherit", "inherit"],
    });
    child.stdin?.on("error", () => {});
    child.on("error", (error) => this.#options.log.error("worker.not-begun", error));
    child.once("exit", (code) => this.#ended(code ?? -1, Date.now() - begunAt));
    this.#child = child;
    this.#options.log.info("worker.begun", { pid: child.pid ?? 0 });
  }

  #ended(code: number, livedMillis: number): void {
    this.#child = null;
    if (this.#isStopping) return;
    this.#options.log.warn("worker.ended", { code });
    this.#options.onEnd(code);
    if (livedMillis > livedWellMillis) this.#pause = pauseMillis.first;
    this.#timer = setTimeout(() => this.begin(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, pauseMillis.most);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.stdin?.end();
    await ended;
  }
}
