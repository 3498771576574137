import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const waitMillis = 50;

/**
 * Runs `work` while no other process of this computer does, by a folder that exists meanwhile.
 *
 * The folder holds the pid of its maker; it is stale, and taken over, when that process is gone.
 */
export async function withFolderLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!take(path)) await sleep(waitMillis);
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

/** The pid is inside before the folder has its name, so a reader never sees it without one. */
function take(path: string): boolean {
  const own = `${path}.${process.pid}`;
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  writeFileSync(join(own, "pid"), String(process.pid));
  try {
    renameSync(own, path);
    return true;
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
  const pid = holder(path);
  if (pid !== null && !isRunning(pid)) rmSync(path, { recursive: true, force: true });
  return false;
}

function holder(path: string): number | null {
  try {
    return Number(readFileSync(join(path, "pid"), "utf8"));
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
