import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "./say.mjs";

const waitMillis = 200;

/**
 * Lets one process at a time do `work`: `npm start` and `npm test` may be typed at once.
 *
 * The lock is a folder with the pid of its holder; it is stale when that process is gone.
 *
 * @param {string} path
 * @param {() => Promise<void>} work
 */
export async function withLock(path, work) {
  let isTold = false;
  while (!take(path)) {
    if (!isTold)
      say("Another start is installing; waiting for it.", "另一个启动正在安装，请稍候。");
    isTold = true;
    await sleep(waitMillis);
  }
  // Ctrl-C during an installation must not leave the folder behind; kill -9 may, and it is stale
  // then.
  const release = () => rmSync(path, { recursive: true, force: true });
  process.once("exit", release);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => process.exit(130));
  await work();
  process.off("exit", release);
  release();
}

/** @param {string} path */
function take(path) {
  // The pid is inside before the folder gets its name, so nobody ever sees it without one.
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

/** @param {string} path */
function isStale(path) {
  try {
    process.kill(Number(readFileSync(join(path, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/**
 * Renaming takes the stale folder for exactly one process; another may have taken the lock
 * meanwhile, and then what was moved is not stale and is put back.
 *
 * @param {string} path
 */
function moveAside(path) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (isStale(aside)) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, path);
  } catch {
    // Somebody else was faster.
  }
}
