import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./npm.mjs";
import { say } from "./say.mjs";

/**
 * Installs the dependencies when they are not those of the lockfile, on this kind of computer.
 *
 * The stamp is written last, so an installation that was killed is done again.
 *
 * @param {string} clone
 * @param {string} node the Node that will run them: an older one would choose older packages
 */
export function installWhenStale(clone, node) {
  if (!isStale(clone)) return;
  say("Installing the dependencies …", "正在安装依赖……");
  runNpm(node, clone);
  writeFileSync(stampPath(clone), stampOf(clone));
}

/** @param {string} clone */
export function isStale(clone) {
  const path = stampPath(clone);
  return !existsSync(path) || readFileSync(path, "utf8") !== stampOf(clone);
}

/** @param {string} clone */
function stampPath(clone) {
  return join(clone, "node_modules", ".echelon-stamp");
}

/** @param {string} clone */
function stampOf(clone) {
  const lockfile = readFileSync(join(clone, "package-lock.json"));
  return createHash("sha256")
    .update(lockfile)
    .update(`${process.platform}-${process.arch}`)
    .digest("hex");
}
