import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const startMsMax = 120_000;

/** A server in a process of its own, that can be ended as a power cut ends it. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it printed. */
  printed(): string;
  /** `kill -9`, and what it started with it. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/**
 * Starts `echelon serve` on a folder. Starting again on the same folder after a kill is what an
 * operator does after a power cut.
 */
export async function startServer(
  home: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const foreign = /^(ECHELON_|DATABASE_URL$|NODE_ENV$|NODE_TEST_CONTEXT$)/;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const child = spawn(process.execPath, [join(root, "cli", "echelon.ts"), "serve", "--without-web"], {
    cwd: root,
    detached: true,
    env: {
      ...Object.fromEntries(own),
      ECHELON_HOME: home,
      ECHELON_PORT: "0",
      ECHELON_DEMO: "1",
      ECHELON_WORKERS: "0",
      ...environment,
    },
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

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGINT"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  if (signal === "SIGKILL" && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  else child.kill(signal);
  await ended;
}

function addressOf(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason}\n${said.join("")}`));
    const timer = setTimeout(() => fail("the server did not start in time"), startMsMax);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`the server ended with ${code}`);
    });
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
