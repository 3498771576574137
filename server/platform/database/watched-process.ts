import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import type { RunPlan } from "./run-plan.ts";

/**
 * PostgreSQL under a shell whose standard input is our pipe. When the pipe closes, also because
 * this process was killed with -9, the shell asks for a fast shutdown, so no orphan keeps the data.
 * Signals from the terminal are ignored there: Ctrl-C reaches Node, which ends its own work first.
 */
const watchdog = [
  `trap '' INT TERM HUP; exec 3<&0 </dev/null; "$0" "$@" 3<&- & pg=$!`,
  // Again and again, because a server that just begins does not hear it yet.
  `(cat <&3 >/dev/null; while kill -INT $pg; do sleep 1; done) 2>/dev/null & w=$!; exec 3<&-`,
  `wait $pg; rc=$?; kill $w`,
  // A server that still is, or comes back, listens in the same folder.
  `[ -e "$2/postmaster.pid" ] || rm -rf "$SOCKDIR"; exit $rc`,
].join("\n");

const logBytesMax = 20 * 2 ** 20;
const logBytesKept = 2 ** 20;

export function spawnPostgres(
  plan: RunPlan,
  socketFolder: string,
  settings: readonly string[],
  logFile: string,
): ChildProcess {
  const shell = ["/bin/sh", "-c", watchdog, plan.binaries.postgres, "-D", plan.data];
  const [command = "", ...args] = [...plan.prefix, ...shell, ...settings];
  const log = openSync(logFile, "a");
  const child = spawn(command, args, {
    ...plan.user,
    cwd: "/",
    detached: true,
    stdio: ["pipe", log, log],
    env: { PATH: "/usr/bin:/bin", TZ: "UTC", SOCKDIR: socketFolder },
  });
  closeSync(log);
  child.stdin?.on("error", () => {});
  return child;
}

/**
 * Keeps the end of a log that grew too long. PostgreSQL appends, so it goes on writing after it.
 */
export function cutLog(logFile: string): void {
  if (!existsSync(logFile) || statSync(logFile).size <= logBytesMax) return;
  const end = tailOf(logFile, logBytesKept);
  const file = openSync(logFile, "r+");
  ftruncateSync(file, 0);
  writeSync(file, end);
  closeSync(file);
}

/** The last lines of a log, for the sentence that says why the database did not start. */
export function lastLines(logFile: string, count: number): string {
  if (!existsSync(logFile)) return "";
  return tailOf(logFile, 16 * 1024)
    .trimEnd()
    .split("\n")
    .slice(-count)
    .join("\n");
}

function tailOf(path: string, bytes: number): string {
  const file = openSync(path, "r");
  const size = statSync(path).size;
  const buffer = Buffer.alloc(Math.min(bytes, size));
  readSync(file, buffer, 0, buffer.length, size - buffer.length);
  closeSync(file);
  return buffer.toString("utf8");
}
