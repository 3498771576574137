import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `kill -9` of the embedded database of an installation: the postmaster and all its children. */
export function killDatabase(home: string): void {
  const postmaster = Number(
    readFileSync(join(home, "postgres", "postmaster.pid"), "utf8").split("\n")[0],
  );
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The processes that a process began. Reads `/proc`; where there is none, none is seen. */
export function childrenOf(parent: number): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => parentOf(pid) === parent);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything; state and parent follow it.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
