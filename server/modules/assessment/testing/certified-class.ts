import assert from "node:assert/strict";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { groundsOf } from "../decision-grounds.ts";
import { applicationFor } from "../certificate-application.ts";
import { frameworkView } from "../framework-view.ts";
import { insertDecision } from "../store/decision-store.ts";
import { countedPieces, readMastery } from "../store/piece-store.ts";
import { insertGrounds } from "../store/signature-store.ts";
import type { EvidenceHouse } from "./evidence-house.ts";

const plantedHash = "5f".repeat(32);

/** Somebody with one role in one organization. */
export const holding = (person: string, organisation: string, role: string): Caller => ({
  person,
  locale: "zh",
  roles: [{ organisation, role }],
});

/**
 * A class in which certificates are decided without anybody earning them, and those who sign:
 * what a decision asks of a student is tested where it is asked.
 */
export function certifiedClass(house: EvidenceHouse) {
  const { means } = house.app;
  const [first, second] = demo.mentors;
  const [enterprise = "", other = ""] = house.enterprises;
  const operator = holding("01900000-0000-7000-8000-0000000000ee", demo.operator.id, "operator");
  const sign = (caller: Caller, side: "school" | "enterprise", decisions: string[]) =>
    house.call(caller, "POST /assessment/signatures", { body: { side, decisions } });
  return {
    mentor: holding(first.id, enterprise, "mentor"),
    otherMentor: holding(second.id, other, "mentor"),
    head: holding("01900000-0000-7000-8000-0000000000dd", demo.school.id, "head"),
    operator,
    sign,
    /** Decides that a student passes, with the grounds that the evidence so far gives. */
    async plantPass(person: string, profile = { role: "R1", echelon: "E1" }): Promise<string> {
      const now = means.clock.now();
      return means.database.transaction(async (tx) => {
        const application = applicationFor(profile.role, profile.echelon, {
          mastery: await readMastery(tx, [person]),
          practiceMinutes: 0,
          extras: {},
          holds: [],
          now,
        });
        assert.ok(application !== null);
        const id = means.newId();
        await insertDecision(tx, {
          id,
          person_id: person,
          class_id: house.classId,
          ...profile,
          framework_version: frameworkView().version,
          evidence_hash: plantedHash,
          verdict: "pass",
          missing: [],
          holds: [],
          decided_by: people.teacher.person,
          decided_at: now,
          difficulty_version: 0,
        });
        const pieces = await countedPieces(tx, [person]);
        const grounds = await groundsOf(tx, id, application, pieces);
        const competencies = application.cores[0]!.competencies.slice(0, 3);
        await insertGrounds(tx, { ...grounds, competencies: [...competencies] });
        return id;
      });
    },
    /** Both sides sign, and the credential is issued; gives its id. */
    async certify(decision: string, person: Caller): Promise<string> {
      assert.equal((await sign(people.teacher, "school", [decision])).code, null);
      const mentor = holding(first.id, enterprise, "mentor");
      assert.equal((await sign(mentor, "enterprise", [decision])).code, null);
      await house.runJobs();
      const { body } = await house.call(person, "GET /me/certificates");
      const own = body.find((one) => one.decision === decision);
      return own?.credential?.id ?? assert.fail("no credential was issued");
    },
    async file(person: Caller, credential: string, form: "json" | "jwt" | "png" | "svg") {
      const answer = await house.call(person, "GET /credentials/:credential/file", {
        where: { credential },
        asks: { form },
      });
      return answer.raw.rawPayload;
    },
  };
}
