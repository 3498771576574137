import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../fault.ts";
import type { RunPlan } from "./run-plan.ts";

/** What `postmaster.pid` says about the server that runs, or ran, on a data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly isReady: boolean;
}

/** Reads `postmaster.pid` (PostgreSQL documentation, "Database File Layout"); null when absent. */
export function readPostmaster(data: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const [pid, , , port, socketFolder, , , status] = lines.map((line) => line.trim());
  if (pid === undefined || !/^\d+$/.test(pid)) return null;
  return {
    pid: Number(pid),
    port: Number(port ?? 5432),
    socketFolder: socketFolder ?? "",
    isReady: status === "ready",
  };
}

/**
 * Whether that pid still is a PostgreSQL. After a reboot it may be anybody's.
 */
export function isAlive(postmaster: Postmaster): boolean {
  try {
    process.kill(postmaster.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const name = `/proc/${postmaster.pid}/comm`;
  if (!existsSync("/proc/self/comm")) return true;
  return existsSync(name) && readFileSync(name, "utf8").startsWith("postgres");
}

export function forgetPostmaster(data: string): void {
  rmSync(join(data, "postmaster.pid"), { force: true });
}

/**
 * Makes a cluster where there is none.
 *
 * It grows in `<data>.new` and is renamed when done, so a start killed half way leaves nothing that
 * looks like a cluster. The locale is the built-in C.UTF-8: with plain `C` trigrams of Chinese
 * words are empty and a search silently finds nothing.
 *
 * @throws Fault `database/did-not-start`
 */
export function makeCluster(plan: RunPlan, isForTests: boolean): void {
  const growing = `${plan.data}.new`;
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(growing, { mode: 0o700 });
  chownSync(growing, plan.owner.uid, plan.owner.gid);
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"];
  const initdb = [
    plan.binaries.initdb,
    "-D",
    growing,
    "-U",
    "postgres",
    "-E",
    "UTF8",
    ...locale,
    "-A",
    "trust",
  ];
  const [command = "", ...args] = [...plan.prefix, ...initdb, ...(isForTests ? ["--no-sync"] : [])];
  const made = spawnSync(command, args, {
    ...plan.user,
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", TZ: "UTC" },
    encoding: "utf8",
  });
  if (made.status !== 0) {
    throw new Fault("database/did-not-start", {
      log: `${made.error ?? ""}${made.stdout}${made.stderr}`,
    });
  }
  renameSync(growing, plan.data);
}

/**
 * Refuses data of another major version: going up or down is done by backup and restore.
 *
 * @throws Fault `database/data-of-other-major`
 */
export function checkMajor(plan: RunPlan): void {
  const data = readFileSync(join(plan.data, "PG_VERSION"), "utf8").trim();
  const [command, ...args] = [...plan.prefix, plan.binaries.postgres, "--version"];
  const said = spawnSync(command, args, { ...plan.user, cwd: "/", encoding: "utf8" });
  const program = /(\d+)\./.exec(said.stdout)?.[1] ?? "";
  if (program !== data) throw new Fault("database/data-of-other-major", { data, program });
}
