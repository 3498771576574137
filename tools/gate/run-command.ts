import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";

export interface Ended {
  /** The exit code; 1 where a signal ended the process. */
  readonly code: number;
  /** Both outputs, in the order they came. */
  readonly output: string;
  readonly isLate: boolean;
}

/** Process groups that are running now, so that Ctrl-C ends them with the gate. */
const groups = new Set<number>();

/**
 * Runs a command with our own Node first in the path, and ends its whole process group when it
 * takes longer than it may.
 */
export function runCommand(
  command: string,
  words: readonly string[],
  options: {
    readonly root: string;
    readonly msMax: number;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: options.root,
      env: environment(options.root, options.env),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const pieces: string[] = [];
    let isLate = false;
    const end = () => {
      if (child.pid !== undefined) endGroup(child.pid);
    };
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, options.msMax);
    if (child.pid !== undefined) groups.add(child.pid);
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece.toString()));
    child.stderr.on("data", (piece: Buffer) => pieces.push(piece.toString()));
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      // What the tests started and forgot must not outlive them.
      end();
      if (child.pid !== undefined) groups.delete(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code: code ?? 1, output: pieces.join(""), isLate });
    });
  });
}

/** Ends whatever is still running. */
export function endAll(): void {
  for (const group of groups) endGroup(group);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has ended already.
  }
}

function environment(root: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const paths = [dirname(process.execPath), join(root, "node_modules/.bin"), process.env["PATH"]];
  // A test runner that finds itself inside another one reports to that one instead.
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  return { ...own, ...more, PATH: paths.join(delimiter) };
}
