import assert from "node:assert/strict";
import { joinDatabase } from "./joined-database.ts";
import { openLab } from "./lab.ts";
import { askForClose, type ClassPlan, handIn } from "./scripted-class.ts";
import type { SeasonFile } from "./season-promises.ts";

/**
 * Plays the same class in one process that nothing disturbs: the same scenario, the same secret,
 * the same script. What each student decides follows from what the server shows, so one difference
 * on any day would grow into others.
 */
export async function playUndisturbed(
  plan: Omit<ClassPlan, "urlOf" | "work">,
  secret: Uint8Array,
): Promise<SeasonFile> {
  const lab = await openLab(plan, secret);
  try {
    const { group } = lab;
    for (let day = 1; day <= plan.days; day += 1) {
      await Promise.all(group.students.map((student) => handIn(student, day)));
      await askForClose(group.teacher, group, day);
    }
    const where = { season: group.season };
    const file = await group.teacher.ask("GET /practice/seasons/:season/season.json", { where });
    return file.body as SeasonFile;
  } finally {
    await lab.stop();
  }
}

/** What a season is: its world, its key, its log, and the digest of each day. */
export function assertSameSeason(ours: SeasonFile, theirs: SeasonFile): void {
  assert.equal(ours.worldHash, theirs.worldHash, "the same world");
  assert.deepEqual(ours.seed, theirs.seed, "the same key");
  assert.deepEqual(inOrder(ours.log), inOrder(theirs.log), "the same decisions");
  assert.deepEqual(ours.days, theirs.days, "the same digests, day by day");
}

function inOrder(log: SeasonFile["log"]): SeasonFile["log"] {
  return log.toSorted((a, b) => a.store - b.store || a.number - b.number);
}

/** The secret of a season of a running installation, of which its key is made. */
export async function readSecret(home: string, season: string): Promise<Uint8Array> {
  const { pool, close } = await joinDatabase(home);
  try {
    const text = "select seed_secret as secret from practice.season where season_id = $1";
    const { rows } = await pool.query<{ secret: Uint8Array }>(text, [season]);
    assert.ok(rows[0] !== undefined, "the season is there");
    return rows[0].secret;
  } finally {
    await close();
  }
}
