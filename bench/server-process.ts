/** Programs that serve, begun and ended by a bench. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isSmoke } from "./measure.ts";

const root = join(import.meta.dirname, "..");
const startMsMax = 120_000;
const askEveryMs = 4;

export type Serving = {
  readonly url: string;
  /** From the start of the process to its first answer, milliseconds by the clock. */
  readonly startMs: number;
  /** The first answer. */
  readonly first: { readonly status: number; readonly type: string };
  readonly pid: number;
  stop(): Promise<void>;
};

/** Starts a program that listens on the port, and asks for its first page until it answers. */
export async function startServing(
  port: number,
  program: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const begun = performance.now();
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...ownEnvironment(), ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) {
      const startMs = performance.now() - begun;
      const type = answer.headers.get("content-type") ?? "";
      await answer.body?.cancel();
      return { url, startMs, first: { status: answer.status, type }, pid: child.pid!, stop };
    }
    if (child.exitCode !== null) throw new Error(`${program.join(" ")} ended:\n${said}`);
    if (performance.now() - begun > startMsMax) {
      child.kill("SIGKILL");
      throw new Error(`${program.join(" ")} did not answer in time:\n${said}`);
    }
    await sleep(askEveryMs);
  }

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGINT");
    await ended;
  }
}

/**
 * What `npm start` runs, in a folder. A
 * smoke has no process for jobs and does not wait for the web app to be built.
 */
export function startEchelon(
  home: string,
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<Serving> {
  const flags = isSmoke ? ["--without-web"] : [];
  return startServing(port, [join(root, "cli", "echelon.ts"), "serve", ...flags], {
    ECHELON_HOME: home,
    ECHELON_PORT: String(port),
    // Days that the demonstration plays by itself would be measured too.
    ECHELON_DEMO_DAYS: "0",
    ...(isSmoke ? { ECHELON_WORKERS: "0" } : {}),
    ...environment,
  });
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** This process's environment without whatever installation it belongs to. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(ECHELON_|DATABASE_URL$|NODE_ENV$|NODE_TEST_CONTEXT$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** A folder for an installation that is gone after the bench. */
export function temporaryHome(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "echelon-bench-"));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}
