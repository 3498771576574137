import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { runNpm } from "./npm.mjs";
import { say, stop } from "./say.mjs";

/** The first Node that strips types, runs tests in one process, and is a long-term line. */
const majorMin = 24;

/** @param {string} version such as `v24.21.0` */
export function nodeIsNew(version) {
  return Number(version.replace(/^v/, "").split(".")[0]) >= majorMin;
}

/**
 * The Node that comes with the project, installed when it is not there yet.
 *
 * npm chooses the package that fits the computer, and its lockfile checks what it fetched. These
 * packages are the program itself and need no script.
 *
 * @param {string} folder the folder of the runtime's own package.json
 * @returns {string} path of the program
 */
export function runtimeNode(folder) {
  const name = packageName();
  const program = join(
    folder,
    "node_modules",
    name,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const version = manifest.optionalDependencies[name];
  if (answers(program, version)) return program;
  say(
    `Node ${process.versions.node} is too old; bringing Node ${version} for this project alone …`,
    `Node ${process.versions.node} 版本过低，正在为本项目单独安装 Node ${version}……`,
  );
  runNpm(process.execPath, folder);
  for (const unused of ["include", "share"]) {
    rmSync(join(folder, "node_modules", name, unused), { recursive: true, force: true });
  }
  if (!answers(program, version)) throw needed();
  return program;
}

/** @returns {string} */
function packageName() {
  const here = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const isMusl = process.platform === "linux" && !glibcVersion();
  if (isMusl || !["linux-x64", "linux-arm64", "win-x64"].includes(here)) throw needed();
  return `node-${here}`;
}

function glibcVersion() {
  return process.report?.getReport().header.glibcVersionRuntime;
}

function needed() {
  return stop(
    `Echelon needs Node ${majorMin} or later, this is ${process.versions.node}. ` +
      "Install it from https://nodejs.org and try again.",
    `Echelon 需要 Node ${majorMin} 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`,
  );
}

/**
 * @param {string} program
 * @param {string} version
 */
function answers(program, version) {
  if (!existsSync(program)) return false;
  return spawnSync(program, ["--version"], { encoding: "utf8" }).stdout?.trim() === `v${version}`;
}

/**
 * Puts the right Node first: npm sets `node_modules/.bin` before everything else in the PATH of its
 * scripts. Nothing is linked while the user's own Node is right and nothing was linked before.
 *
 * @param {string} clone
 * @param {string} node
 */
export function linkNode(clone, node) {
  const folder = join(clone, "node_modules", ".bin");
  const isWindows = process.platform === "win32";
  const link = join(folder, isWindows ? "node.cmd" : "node");
  const isOwn = !node.startsWith(clone);
  if (isOwn && !isLinked(link)) return;
  if (isWindows) {
    mkdirSync(folder, { recursive: true });
    return writeFileSync(link, `@"${node}" %*\r\n`);
  }
  if (existsSync(link) && realpathSync(link) === realpathSync(node)) return;
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(node, link);
}

/** Also true for a link whose target is gone. @param {string} link */
function isLinked(link) {
  return lstatSync(link, { throwIfNoEntry: false }) !== undefined;
}
