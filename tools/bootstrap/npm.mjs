import { spawnSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { stop } from "./say.mjs";

/**
 * What npm tells its scripts about the run they are part of; a run of its own must not believe it.
 */
const ofTheOuterRun =
  /^npm_(package|lifecycle|command|config_(local_prefix|workspace|workspaces)$)/;

/**
 * Installs exactly what the lockfile of a folder says, with the npm that is running, on a given
 * Node.
 *
 * No package's script is run. Development packages are always taken: they build the web app.
 *
 * @param {string} node
 * @param {string} folder
 */
export function runNpm(node, folder) {
  const wanted = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--include=dev",
    "--include=optional",
  ];
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofTheOuterRun.test(name)),
  );
  environment.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`;
  const npm = process.env.npm_execpath ?? beside(process.execPath);
  // Its standard output goes to our standard error, too.
  const done = spawnSync(node, [npm, ...wanted, "--loglevel=error"], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", 2, 2],
  });
  if (done.status === 0) return;
  throw stop(
    `Installing failed in ${folder}. Is the package registry reached? (npm config get registry)`,
    `在 ${folder} 中安装失败。能否连接软件包仓库？（npm config get registry）`,
  );
}

/** Where npm lies when it did not start us itself. @param {string} node */
function beside(node) {
  const lib = process.platform === "win32" ? dirname(node) : join(dirname(node), "..", "lib");
  return join(lib, "node_modules", "npm", "bin", "npm-cli.js");
}
