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
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "pid"), String(process.pid));
  try {
    renameSync(own, path);
    return true;
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
  if (isStale(path)) moveAside(path);
  return false;
}

function isStale(path: string): boolean {
  try {
    process.kill(Number(readFileSync(join(path, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/**
 * Renaming takes the stale folder for exactly one process; another may have taken the lock
 * meanwhile, and then what was moved is not stale and is put back.
 */
function moveAside(path: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (isStale(aside)) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, path);
  } catch {
    // Somebody else was faster.
  }
}
