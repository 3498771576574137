import assert from "node:assert/strict";
import type { SigningSide } from "@echelon/contract/assessment/signatures.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import type { EvidenceHouse } from "./evidence-house.ts";
import { plantPass } from "./plant-pass.ts";

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
  const sign = (caller: Caller, side: SigningSide, decisions: string[]) =>
    house.call(caller, "POST /assessment/signatures", { body: { side, decisions } });
  return {
    mentor: holding(first.id, enterprise, "mentor"),
    otherMentor: holding(second.id, other, "mentor"),
    head: holding("01900000-0000-7000-8000-0000000000dd", demo.school.id, "head"),
    operator,
    sign,
    /** Decides that a student passes, with the grounds that the evidence so far gives. */
    plantPass: (person: string, profile = { role: "R1", echelon: "E1" }): Promise<string> =>
      plantPass(means, {
        classId: house.classId,
        person,
        decidedBy: people.teacher.person,
        ...profile,
      }),
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
