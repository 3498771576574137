import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const startMsMax = 120_000;
const endMsMax = 20_000;

export interface InstallationOptions {
  /** Seeds the demonstration and opens its accounts of one click. Default: no. */
  readonly isDemo?: boolean;
  /** Further variables for the server. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A whole installation as a newcomer starts it: `echelon serve` in a process and a folder of its
 * own, with its own embedded database, on a free port of the loopback address.
 */
export class Installation {
  readonly url: string;
  readonly home: string;
  readonly #options: InstallationOptions;
  readonly #said: string[];
  #server: ChildProcess;

  private constructor(
    url: string,
    home: string,
    server: ChildProcess,
    said: string[],
    options: InstallationOptions,
  ) {
    this.url = url;
    this.home = home;
    this.#server = server;
    this.#said = said;
    this.#options = options;
  }

  static async start(options: InstallationOptions = {}): Promise<Installation> {
    const home = mkdtempSync(join(tmpdir(), "echelon-journey-"));
    const server = serve(environment(home, options));
    const said: string[] = [];
    const url = await addressOf(server, said).catch((error: unknown) => {
      server.kill("SIGKILL");
      rmSync(home, { recursive: true, force: true });
      throw error;
    });
    return new Installation(url, home, server, said, options);
  }

  /** Ends the server as lost power does, in the middle of whatever it is at. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.once("exit", resolve));
    this.#server.kill("SIGKILL");
    await ended;
  }

  /** Starts it again at the same address, as an operator does after that. */
  async startAgain(): Promise<void> {
    const port = { ECHELON_PORT: new URL(this.url).port };
    const own = environment(this.home, this.#options);
    this.#server = serve({ ...own, ...port });
    const said: string[] = [];
    await addressOf(this.#server, said);
    this.#said.push(...said);
  }

  /** Everything the server printed. */
  get printed(): string {
    return this.#said.join("");
  }

  /** Ends the server as Ctrl-C does, and takes its folder away. */
  async stop(): Promise<void> {
    if (this.#server.exitCode === null) {
      const ended = new Promise((resolve) => this.#server.once("exit", resolve));
      const timer = setTimeout(() => this.#server.kill("SIGKILL"), endMsMax);
      this.#server.kill("SIGINT");
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const serve = (env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [join(root, "cli", "echelon.ts"), "serve"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Nothing of the caller's own installation may reach the server. */
function environment(home: string, options: InstallationOptions): NodeJS.ProcessEnv {
  const foreign = /^(ECHELON_|DATABASE_URL$|NODE_ENV$|NODE_TEST_CONTEXT$)/;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(own),
    ECHELON_HOME: home,
    ECHELON_PORT: "0",
    ECHELON_DEMO: options.isDemo === true ? "1" : "0",
    // The days that the demonstration trades by itself would only take the processor away.
    ECHELON_DEMO_DAYS: "0",
    ...options.environment,
  };
}

/** Waits for the one address that a start prints. */
function addressOf(server: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason}\n${said.join("")}`));
    const timer = setTimeout(() => fail("the server did not start in time"), startMsMax);
    server.once("error", reject);
    server.once("exit", (code) => {
      clearTimeout(timer);
      fail(`the server ended with ${code}`);
    });
    const listen = (stream: NodeJS.ReadableStream | null, isAddress: boolean) =>
      stream?.on("data", (piece: Buffer) => {
        said.push(piece.toString());
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said.join(""))?.[0];
        if (!isAddress || url === undefined) return;
        clearTimeout(timer);
        resolve(url);
      });
    listen(server.stderr, false);
    listen(server.stdout, true);
  });
}
