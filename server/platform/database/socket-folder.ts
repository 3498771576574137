import { createHash } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SystemUser } from "./run-plan.ts";

/**
 * The folder of the database's socket: private to its owner, and short, because the path of a
 * socket is limited to about 107 bytes and a clone may lie deep.
 *
 * Its name follows from the data folder, so that pools of this and of joined processes find the
 * database again after it was started anew. A folder of that name that is not the owner's is left
 * alone and a random one is taken.
 */
export function makeSocketFolder(data: string, owner: SystemUser): string {
  const name = createHash("sha256").update(data).digest("hex").slice(0, 12);
  const wanted = join(tmpdir(), `echelon-${name}`);
  try {
    mkdirSync(wanted, { mode: 0o700 });
    chownSync(wanted, owner.uid, owner.gid);
    return wanted;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const found = lstatSync(wanted);
  const isOurs = found.isDirectory() && found.uid === owner.uid && (found.mode & 0o077) === 0;
  if (isOurs) return wanted;
  const random = mkdtempSync(join(tmpdir(), "echelon-"));
  chownSync(random, owner.uid, owner.gid);
  return random;
}
