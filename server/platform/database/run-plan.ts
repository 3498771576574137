import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { Fault } from "../fault.ts";
import { type Binaries, binariesIn } from "./embedded-binaries.ts";

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** How PostgreSQL is run: from which binaries, on which data, and as whom. */
export interface RunPlan {
  readonly binaries: Binaries;
  readonly data: string;
  /** The system user to become, when we are root; null when we stay who we are. */
  readonly user: SystemUser | null;
  /** Words put before every command. */
  readonly prefix: readonly string[];
  /** Who owns data and socket folder. */
  readonly owner: SystemUser;
}

const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"];

/**
 * Decides how to run PostgreSQL, which refuses to run as root.
 *
 * As root there are three ways, the first that works is taken: become the system user `postgres`
 * (or `nobody`); where that user cannot reach the clone, be somebody else in a user namespace;
 * where that is forbidden, keep binaries and data in a folder which that user can reach.
 *
 * @param say told once where the data went, when they could not stay
 * @throws Fault `database/data-of-other-user`
 */
export function planRun(binaries: Binaries, place: string, say: (path: string) => void): RunPlan {
  const me = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const isMoved = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const data = existsSync(place) ? realpathSync(place) : place;
  const dataOwner = existsSync(data) ? statSync(data).uid : null;
  if (me.uid !== 0) {
    if (dataOwner !== null && dataOwner !== me.uid) throw otherUser(data, dataOwner);
    return { binaries, data, user: null, prefix: [], owner: me };
  }
  const user = systemUser();
  const asUser = { binaries, data, user, prefix: [], owner: user };
  const asNamespace = { binaries, data, user: null, prefix: namespace, owner: me };
  if (isMoved) return moved(asUser, place);
  if (dataOwner === user.uid) return asUser;
  if (dataOwner === me.uid) return asNamespace;
  if (dataOwner !== null) throw otherUser(data, dataOwner);
  if (canReach(asUser)) return asUser;
  if (canReach(asNamespace)) return asNamespace;
  const away = moved(asUser, place);
  symlinkSync(away.data, place);
  say(away.data);
  return away;
}

function otherUser(data: string, uid: number): Fault {
  return new Fault("database/data-of-other-user", { data, uid });
}

/** A uid without an entry fails with "could not look up effective user ID", so it is read here. */
function systemUser(): SystemUser {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found =
    users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (found === undefined)
    throw new Fault("database/data-of-other-user", { data: "/etc/passwd", uid: 0 });
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function canReach(plan: RunPlan): boolean {
  const home = join(plan.data, "..");
  const test = [
    "/bin/sh",
    "-c",
    'test -x "$0" && cd "$1" && "$0" --version',
    plan.binaries.postgres,
    home,
  ];
  const [command = "", ...args] = [...plan.prefix, ...test];
  const as = plan.user === null ? {} : plan.user;
  return spawnSync(command, args, { ...as, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * The same run from a folder that the system user can reach. A link in the place of the data leads
 * there, so that the next start finds them again; the binaries are copied anew when they changed.
 */
function moved(plan: RunPlan, place: string): RunPlan {
  const name = createHash("sha256").update(place).digest("hex").slice(0, 12);
  const state = join("/var/lib", `echelon-${name}`);
  const native = join(state, "native");
  const versionThere = join(state, "package.json");
  const versionHere = join(plan.binaries.folder, "..", "package.json");
  mkdirSync(state, { recursive: true, mode: 0o755 });
  const isCopied =
    existsSync(versionThere) && readFileSync(versionThere).equals(readFileSync(versionHere));
  if (!isCopied) {
    rmSync(native, { recursive: true, force: true });
    cpSync(plan.binaries.folder, native, { recursive: true, verbatimSymlinks: true });
    copyFileSync(versionHere, versionThere);
  }
  return { ...plan, binaries: binariesIn(native), data: join(state, "postgres") };
}
