import type { Means } from "../../../platform/module.ts";
import { applicationFor } from "../certificate-application.ts";
import { groundsOf } from "../decision-grounds.ts";
import { frameworkView } from "../framework-view.ts";
import { insertDecision } from "../store/decision-store.ts";
import { countedPieces, readMastery } from "../store/piece-store.ts";
import { insertGrounds } from "../store/signature-store.ts";

const plantedHash = "5f".repeat(32);
const plantedCompetencies = 3;

export interface PlantedPass {
  readonly classId: string;
  readonly person: string;
  readonly decidedBy: string;
  readonly role: string;
  readonly echelon: string;
}

/**
 * Decides that somebody passes without their having earned it, for tests of what comes after: with
 * the seasons that their evidence has, and the first competencies of the role's core.
 *
 * @returns the decision's id
 */
export async function plantPass(
  means: Pick<Means, "database" | "clock" | "newId">,
  { classId, person, decidedBy, role, echelon }: PlantedPass,
): Promise<string> {
  const now = means.clock.now();
  return means.database.transaction(async (tx) => {
    const application = applicationFor(role, echelon, {
      mastery: await readMastery(tx, [person]),
      practiceMinutes: 0,
      extras: {},
      holds: [],
      now,
    });
    if (application === null) throw new Error(`no certificate of ${role} at ${echelon}`);
    const id = means.newId();
    await insertDecision(tx, {
      id,
      person_id: person,
      class_id: classId,
      role,
      echelon,
      framework_version: frameworkView().version,
      evidence_hash: plantedHash,
      verdict: "pass",
      missing: [],
      holds: [],
      decided_by: decidedBy,
      decided_at: now,
      difficulty_version: 0,
      revises: null,
      appeal_id: null,
    });
    const grounds = await groundsOf(tx, id, application, await countedPieces(tx, [person]));
    const competencies = application.cores[0]!.competencies.slice(0, plantedCompetencies);
    await insertGrounds(tx, { ...grounds, competencies: [...competencies] });
    return id;
  });
}
