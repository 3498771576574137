import type { RoleName } from "@echelon/contract/identity/shapes.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  type AddMemberRequest,
  type ClassMember,
  classMembersMax,
  type ClassRole,
} from "@echelon/contract/teaching/shapes.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personByUsername, rolesHeldBy, writeAudit } from "../../identity/index.ts";
import { lockClass } from "../store/class-store.ts";
import { putMembers, readMember, readMembers } from "../store/member-store.ts";
import { findOpenClass } from "./find-class.ts";
import { memberView } from "./list-members.ts";

/**
 * Takes somebody into the class who has an account: a colleague of the school, a mentor, a student.
 */
export async function addMember(
  means: Means,
  caller: Caller,
  classId: string,
  { username, role }: AddMemberRequest,
): Promise<Outcome<ClassMember>> {
  const { database, clock } = means;
  return database.transaction(async (tx) => {
    const found = await findOpenClass(tx, caller, classId);
    if (!found.ok) return found;
    await lockClass(tx, classId);
    const school = found.value.row.organisation_id;
    const person = await personByUsername(tx, username);
    if (person === null) return refuse({ code: "teaching/no-such-person" });
    const fit = await fitsRole(tx, school, person, role);
    if (!fit.ok) return fit;
    if ((await readMember(tx, classId, person)) !== undefined) {
      return refuse({ code: "teaching/already-member" });
    }
    const free = await hasRoom(tx, classId, 1);
    if (!free.ok) return free;
    const member = { class_id: classId, person_id: person, role, how: "added" } as const;
    await putMembers(tx, [{ ...member, joined_at: clock.now() }]);
    await writeAudit(means, tx, school, {
      deed: "member-added",
      by: caller.person,
      person,
      facts: { class: found.value.row.name, role },
    });
    tx.announce(topic("class", classId));
    return memberView(tx, school, classId, person);
  });
}

/** What somebody must be in the school for a role in its classes; a mentor comes from outside. */
export const neededRoles: Readonly<Record<Exclude<ClassRole, "mentor">, readonly RoleName[]>> = {
  student: ["student"],
  teacher: ["teacher", "head"],
  assistant: ["assistant", "teacher", "student"],
};

/** Whether somebody may have this role in a class of this school. */
export async function fitsRole(
  tx: Tx,
  school: string,
  person: string,
  role: ClassRole,
): Promise<Outcome<undefined>> {
  const held = await rolesHeldBy(tx, person);
  if (role === "mentor") {
    const isMentor = held.some((one) => one.kind === "enterprise" && one.role === "mentor");
    return isMentor ? ok() : refuse({ code: "teaching/mentor-needs-enterprise" });
  }
  const here = held.filter(({ organisation }) => organisation === school).map((one) => one.role);
  if (here.some((one) => neededRoles[role].includes(one))) return ok();
  // Who is nobody in this school is not found, so that usernames of others cannot be probed here.
  const code = here.length === 0 ? "teaching/no-such-person" : "teaching/role-not-here";
  return refuse({ code, facts: { role } });
}

/** Whether the class can take so many more. Lock the class first. */
export async function hasRoom(tx: Tx, classId: string, more: number): Promise<Outcome<undefined>> {
  const members = await readMembers(tx, classId);
  if (members.length + more <= classMembersMax) return ok();
  return refuse({ code: "teaching/class-full", facts: { membersMax: classMembersMax } });
}
