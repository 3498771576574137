import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, realpathSync, statfsSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Fault } from "../fault.ts";
import { withFolderLock } from "../files/folder-lock.ts";
import { answers, makeRoles } from "./ask-cluster.ts";
import {
  checkMajor,
  forgetPostmaster,
  isAlive,
  makeCluster,
  readPostmaster,
} from "./data-folder.ts";
import { embeddedBinaries } from "./embedded-binaries.ts";
import { type RunPlan, planRun } from "./run-plan.ts";
import { makeSocketFolder } from "./socket-folder.ts";
import { cutLog, lastLines, spawnPostgres } from "./watched-process.ts";

/** An embedded PostgreSQL that runs, and how to reach it. */
export interface Cluster {
  /** False when another process started it and owns its end. */
  readonly isOurs: boolean;
  readonly socketFolder: string;
  readonly port: number;
  /** Ends the database when it is ours; a joined one is left running. */
  stop(): Promise<void>;
  /** Lets this process end although the database runs; it ends the database with it. */
  unref(): void;
}

export type ClusterNews = "joined" | "restarted" | "ended" | "moved" | "disk-low";

export interface ClusterOptions {
  /** `ECHELON_HOME`; the data go to its `postgres/`. */
  readonly home: string;
  /** Gives up durability for speed. */
  readonly isForTests?: boolean;
  /** Told what the operator should know. */
  readonly tell?: (news: ClusterNews, detail: string) => void;
}

const startSecondsMax = 60;
const freeBytesMin = 2 ** 30;
const restartMillis = { first: 200, most: 5_000 };

/**
 * Starts the embedded PostgreSQL of an installation, or joins the one that already runs there.
 *
 * There is no TCP and no password: the socket lies in a private folder. A database that ends on its
 * own is started again with back-off for as long as this process lives.
 *
 * @throws Fault `database/did-not-start` and those of the steps
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const tell = options.tell ?? (() => {});
  mkdirSync(options.home, { recursive: true });
  const disk = statfsSync(options.home);
  const freeBytes = disk.bavail * disk.bsize;
  if (freeBytes < freeBytesMin) tell("disk-low", String(freeBytes));
  const place = join(options.home, "postgres");
  return withFolderLock(lockOf(options.home), async () => {
    const joined = existsSync(place) ? await join_(realpathSync(place)) : null;
    if (joined !== null) {
      tell("joined", place);
      return joined;
    }
    const plan = planRun(embeddedBinaries(), place, (moved) => tell("moved", moved));
    if (!existsSync(join(plan.data, "PG_VERSION"))) makeCluster(plan, options.isForTests === true);
    checkMajor(plan);
    return new Started(plan, options, tell).begin();
  });
}

/** Held while a database is started, so that two processes never start two on the same data. */
const lockOf = (home: string): string => join(home, "postgres.lock");

/** The cluster this process started: its settings, its process, and its coming back. */
class Started implements Cluster {
  readonly isOurs = true;
  readonly port = 5432;
  socketFolder = "";
  readonly #plan: RunPlan;
  readonly #lock: string;
  readonly #logFile: string;
  readonly #isForTests: boolean;
  readonly #tell: (news: ClusterNews, detail: string) => void;
  #child: ChildProcess | null = null;
  #isStopping = false;
  #logTimer: NodeJS.Timeout | null = null;

  constructor(
    plan: RunPlan,
    options: ClusterOptions,
    tell: (news: ClusterNews, detail: string) => void,
  ) {
    this.#plan = plan;
    this.#lock = lockOf(options.home);
    this.#logFile = join(options.home, "postgres.log");
    this.#isForTests = options.isForTests === true;
    this.#tell = tell;
  }

  async begin(): Promise<Cluster> {
    await this.#spawn();
    await makeRoles(this);
    this.#logTimer = setInterval(() => cutLog(this.#logFile), 600_000).unref();
    return this;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#logTimer !== null) clearInterval(this.#logTimer);
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stdin?.end();
    await ended;
  }

  unref(): void {
    this.#child?.unref();
    (this.#child?.stdin as Socket | null)?.unref();
  }

  async #spawn(): Promise<void> {
    cutLog(this.#logFile);
    const stale = readPostmaster(this.#plan.data);
    if (stale !== null && !isAlive(stale)) forgetPostmaster(this.#plan.data);
    this.socketFolder = makeSocketFolder(this.#plan.data, this.#plan.owner);
    const settings = postgresSettings(this.socketFolder, this.#isForTests);
    const child = spawnPostgres(this.#plan, this.socketFolder, settings, this.#logFile);
    this.#child = child;
    child.once("error", () => {});
    await this.#untilReady(child);
    child.once("exit", () => void this.#comeBack());
    if (child.exitCode !== null) void this.#comeBack();
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + startSecondsMax * 1000;
    while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
      const ready = readPostmaster(this.#plan.data)?.isReady === true;
      if (ready && (await answers(this.socketFolder, this.port)) !== null) return;
      await sleep(20);
    }
    throw new Fault("database/did-not-start", { log: lastLines(this.#logFile, 20) });
  }

  async #comeBack(): Promise<void> {
    if (this.#isStopping) return;
    this.#tell("ended", lastLines(this.#logFile, 3));
    let pause = restartMillis.first;
    while (!this.#isStopping) {
      await sleep(pause);
      if (await this.#tryAgain()) return;
      pause = Math.min(pause * 2, restartMillis.most);
    }
  }

  /**
   * Whether it runs again and is ours. Another process may have begun it meanwhile: then it is used
   * from where it is, and begun here when that one ends.
   */
  #tryAgain(): Promise<boolean> {
    return withFolderLock(this.#lock, async () => {
      const running = readPostmaster(this.#plan.data);
      if (this.#isStopping || (running !== null && isAlive(running))) return false;
      try {
        await this.#spawn();
      } catch {
        return false;
      }
      this.#tell("restarted", this.#plan.data);
      return true;
    });
  }
}

function postgresSettings(socketFolder: string, isForTests: boolean): string[] {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    io_method: "sync",
    max_connections: "100",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(isForTests ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Joins the database that runs on these data; waits for one that is still starting. */
async function join_(data: string): Promise<Cluster | null> {
  const deadline = Date.now() + startSecondsMax * 1000;
  while (Date.now() < deadline) {
    const running = readPostmaster(data);
    if (running === null || !isAlive(running)) return null;
    const { socketFolder, port } = running;
    if (running.isReady && (await answers(socketFolder, port)) === data) {
      return { isOurs: false, socketFolder, port, stop: async () => {}, unref() {} };
    }
    await sleep(100);
  }
  return null;
}
