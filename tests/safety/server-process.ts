import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const startMsMax = 120_000;
const endMsMax = 20_000;

/** A program of the house in a process of its own, that can be ended as a power cut ends it. */
export interface HouseProcess {
  readonly child: ChildProcess;
  /** Everything it printed. */
  printed(): string;
  /** `kill -9`, and its workers with it; its database ends by itself. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

export interface ServerProcess extends HouseProcess {
  readonly url: string;
}

/** Environment of a program of the house, with nothing of the caller's own installation in it. */
export function cleanEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const foreign = /^(ECHELON_|DATABASE_URL$|NODE_ENV$|NODE_TEST_CONTEXT$)/;
  const usual = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(usual), ...own };
}

/**
 * Starts `echelon serve` on a folder. Starting again on the same folder after a kill is what an
 * operator does after a power cut; starting a second one beside it joins its database.
 */
export async function startServer(
  home: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const own = {
    ECHELON_PORT: "0",
    ECHELON_DEMO: "1",
    ECHELON_DEMO_DAYS: "0",
    ECHELON_WORKERS: "0",
    ...environment,
  };
  const begun = begin(["serve", "--without-web"], home, own);
  const url = await heardOf(begun, /http:\/\/127\.0\.0\.1:\d+/);
  return { ...begun, url };
}

/** Starts `echelon work` beside a server, on the same folder. */
export async function startWorkerProcess(home: string): Promise<HouseProcess> {
  const begun = begin(["work", "--lang", "en"], home, {});
  await heardOf(begun, /Taking jobs/);
  return begun;
}

function begin(
  words: readonly string[],
  home: string,
  environment: Readonly<Record<string, string>>,
): HouseProcess {
  const child = spawn(process.execPath, [join(root, "cli", "echelon.ts"), ...words], {
    cwd: root,
    // A group of its own, so that the workers are killed with it.
    detached: true,
    env: cleanEnvironment({ ECHELON_HOME: home, ...environment }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => said.push(piece.toString()));
  return {
    child,
    printed: () => said.join(""),
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGINT"),
  };
}

/** A folder for an installation that is gone after the test. */
export function temporaryHome(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `echelon-${name}-`));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGINT"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  if (signal === "SIGKILL") killGroup(child);
  else child.kill(signal);
  const timer = setTimeout(() => killGroup(child), endMsMax);
  await ended;
  clearTimeout(timer);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

/** Waits until a program has printed what it prints when it is ready. */
function heardOf({ child, printed }: HouseProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Error(`${reason}\n${printed()}`));
    };
    const timer = setTimeout(() => {
      killGroup(child);
      fail("it did not start in time");
    }, startMsMax);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`it ended with ${code}`));
    const look = () => {
      const [found] = pattern.exec(printed()) ?? [];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
  });
}
