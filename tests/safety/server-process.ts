import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const startMsMax = 120_000;
const endMsMax = 20_000;

/** A server in a process of its own, that can be ended as a power cut ends it. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it printed. */
  printed(): string;
  /** `kill -9`, and its workers with it; its database ends by itself. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** Environment of a program of the house, with nothing of the caller's own installation in it. */
export function cleanEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const foreign = /^(ECHELON_|DATABASE_URL$|NODE_ENV$|NODE_TEST_CONTEXT$)/;
  const usual = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(usual), ...own };
}

/**
 * Starts `echelon serve` on a folder. Starting again on the same folder after a kill is what an
 * operator does after a power cut.
 */
export async function startServer(
  home: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const program = [join(root, "cli", "echelon.ts"), "serve", "--without-web"];
  const child = spawn(process.execPath, program, {
    cwd: root,
    // A group of its own, so that the workers are killed with it.
    detached: true,
    env: cleanEnvironment({
      ECHELON_HOME: home,
      ECHELON_PORT: "0",
      ECHELON_DEMO: "1",
      ECHELON_WORKERS: "0",
      ...environment,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  const url = await addressOf(child, said);
  return {
    url,
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

function addressOf(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Error(`${reason}\n${said.join("")}`));
    };
    const timer = setTimeout(() => {
      killGroup(child);
      fail("the server did not start in time");
    }, startMsMax);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`the server ended with ${code}`));
    const listen = (stream: NodeJS.ReadableStream | null) =>
      stream?.on("data", (piece: Buffer) => {
        said.push(piece.toString());
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said.join(""))?.[0];
        if (url === undefined) return;
        clearTimeout(timer);
        resolve(url);
      });
    listen(child.stdout);
    listen(child.stderr);
  });
}
