import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { ApiClient } from "./api-client.ts";
import { childrenOf } from "./database-process.ts";
import { joinDatabase } from "./joined-database.ts";
import { type LiveChange, type LiveStream, openStream } from "./live-stream.ts";
import { until } from "./patience.ts";
import {
  type HouseProcess,
  type ServerProcess,
  startServer,
  startWorkerProcess,
} from "./server-process.ts";

/**
 * Two servers and two workers on one database. The first server owns the embedded database and has
 * a worker process; the second has joined it and does its jobs itself, as has a lone worker.
 */
export interface Nodes {
  readonly first: ServerProcess;
  second(): ServerProcess;
  /** Lets only the second server take jobs, until what is given back is called. */
  leaveToSecond(): () => void;
  /**
   * Lets every close come as far as its last write and wait there, until what is given back is
   * called: a close of few stores is over before anybody could be killed in it.
   */
  holdCloses(): Promise<() => Promise<void>>;
  /** Waits until somebody has taken the close of a season. */
  untilTaken(season: string): Promise<void>;
  /** `kill -9` of the second server. */
  killSecond(): Promise<void>;
  startSecond(): Promise<void>;
  stop(): Promise<void>;
}

export async function openNodes(home: string): Promise<Nodes> {
  const first = await startServer(home, { ECHELON_WORKERS: "1" });
  const [joined, lone, database] = await Promise.all([
    startServer(home),
    startWorkerProcess(home),
    joinDatabase(home),
  ]);
  let second = joined;
  return {
    first,
    second: () => second,
    leaveToSecond: () => freeze([...workersOf(first), lone.child.pid!]),
    async holdCloses() {
      const client = await database.pool.connect();
      await client.query("begin; lock table practice.snapshot in exclusive mode");
      return async () => {
        await client.query("rollback");
        client.release();
      };
    },
    untilTaken: (season) =>
      until("the close is taken", async () => {
        const text = `select from graphile_worker._private_jobs
                       where locked_at is not null and strpos(payload::text, $1) > 0`;
        return (await database.pool.query(text, [season])).rowCount !== 0;
      }),
    killSecond: () => second.kill(),
    async startSecond() {
      second = await startServer(home);
    },
    async stop() {
      await database.close();
      await Promise.all([second.stop(), lone.stop()]);
      await first.stop();
    },
  };
}

/** The worker processes of a server; its other children are the shell of the database. */
function workersOf({ child }: HouseProcess): number[] {
  return childrenOf(child.pid!).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes("work"),
  );
}

/** Holds processes where they are; what is given back lets them go on. */
function freeze(pids: readonly number[]): () => void {
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  return () => {
    for (const pid of pids) process.kill(pid, "SIGCONT");
  };
}

/** Hears of a season's changes by the door of one server, over its deaths. */
export class Ear {
  readonly #topic: string;
  readonly #heard: LiveChange[] = [];
  #stream: LiveStream | null = null;
  #resyncs = 0;

  constructor(season: string) {
    this.#topic = `season:${season}`;
  }

  /** Listens on from the last change heard, as a browser does when its line is back. */
  async listen(client: ApiClient): Promise<void> {
    this.close();
    const { url, cookie } = client.seat();
    this.#stream = await openStream(url, cookie, [this.#topic], this.#heard.at(-1)?.id);
    assert.ok(this.#stream !== null, "the teacher may listen");
  }

  versions(): number[] {
    const changes = [...this.#heard, ...(this.#stream?.changes ?? [])];
    return changes.map(({ version }) => version);
  }

  resyncs(): number {
    return this.#resyncs + (this.#stream?.resyncs() ?? 0);
  }

  untilHeard(count: number): Promise<void> {
    return until(`${count} changes are heard`, async () => this.versions().length >= count);
  }

  close(): void {
    this.#heard.push(...(this.#stream?.changes ?? []));
    this.#resyncs = this.resyncs();
    this.#stream?.close();
    this.#stream = null;
  }
}
