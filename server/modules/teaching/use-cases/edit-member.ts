import type { Credentials } from "@echelon/contract/identity/shapes.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ClassMember, EditMemberRequest } from "@echelon/contract/teaching/shapes.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import {
  changePerson,
  deleteNumber,
  givePassword,
  lockNumbers,
  peopleByNumber,
  writeAudit,
  writeNumbers,
} from "../../identity/index.ts";
import { lockClass } from "../store/class-store.ts";
import { changeMemberRole, endMembers, readMember, readMembers } from "../store/member-store.ts";
import type { MemberTable } from "../store/schema.ts";
import { fitsRole } from "./add-member.ts";
import { belongsToSchoolAlone } from "./belongs-to-school.ts";
import { findOpenClass, findTaughtClass } from "./find-class.ts";
import { memberView } from "./list-members.ts";

interface OfMember {
  readonly class: string;
  readonly person: string;
}

/**
 * Changes a member's role; of a student also the name and the number, which the school answers for.
 */
export async function editMember(
  means: Means,
  caller: Caller,
  { class: classId, person }: OfMember,
  { role, name, number }: EditMemberRequest,
): Promise<Outcome<ClassMember>> {
  return means.database.transaction(async (tx) => {
    const found = await findOpenClass(tx, caller, classId);
    if (!found.ok) return found;
    await lockClass(tx, classId);
    const school = found.value.row.organisation_id;
    const member = await readMember(tx, classId, person);
    if (member === undefined) return refuse({ code: "teaching/no-such-member" });
    if (role !== undefined && role !== member.role) {
      const fit = await fitsRole(tx, school, person, role);
      if (!fit.ok) return fit;
      const stays = await keepsTeacher(tx, member);
      if (!stays.ok) return stays;
      await changeMemberRole(tx, classId, person, role);
    }
    const isOwned = await belongsToSchoolAlone(tx, school, person);
    if ((name !== undefined || number !== undefined) && !isOwned) {
      return refuse({ code: "platform/not-allowed" });
    }
    if (name !== undefined) await changePerson(tx, person, { name });
    if (number !== undefined) {
      await lockNumbers(tx, school);
      const holder = number === null ? undefined : await holderOf(tx, school, number);
      if (holder !== undefined && holder !== person) {
        return refuse({ code: "teaching/number-taken", facts: { number } });
      }
      if (number === null) await deleteNumber(tx, school, person);
      else await writeNumbers(tx, school, [{ person, number }]);
    }
    const facts = { class: found.value.row.name, ...(role === undefined ? {} : { role }) };
    await writeAudit(means, tx, school, {
      deed: "member-changed",
      by: caller.person,
      person,
      facts,
    });
    tx.announce(topic("class", classId));
    return memberView(tx, school, classId, person);
  });
}

async function holderOf(tx: Tx, school: string, number: string): Promise<string | undefined> {
  return (await peopleByNumber(tx, school, [number])).get(number);
}

/** A class keeps at least one teacher. */
async function keepsTeacher(tx: Tx, member: MemberTable): Promise<Outcome<undefined>> {
  if (member.role !== "teacher") return ok();
  const members = await readMembers(tx, member.class_id);
  const isLast = members.filter(({ role }) => role === "teacher").length <= 1;
  return isLast ? refuse({ code: "teaching/last-teacher" }) : ok();
}

/** Takes somebody out of the class; the account and everything done in it stay. */
export async function removeMember(
  means: Means,
  caller: Caller,
  { class: classId, person }: OfMember,
): Promise<Outcome<undefined>> {
  const { database, clock } = means;
  return database.transaction(async (tx) => {
    const found = await findOpenClass(tx, caller, classId);
    if (!found.ok) return found;
    await lockClass(tx, classId);
    const member = await readMember(tx, classId, person);
    if (member === undefined) return refuse({ code: "teaching/no-such-member" });
    const stays = await keepsTeacher(tx, member);
    if (!stays.ok) return stays;
    await endMembers(tx, classId, [person], clock.now());
    const { organisation_id: school, name } = found.value.row;
    const facts = { class: name };
    await writeAudit(means, tx, school, {
      deed: "member-removed",
      by: caller.person,
      person,
      facts,
    });
    tx.announce(topic("class", classId));
    return ok();
  });
}

/** A new password for a student of the own class, told once. The student's sessions end. */
export async function resetMemberPassword(
  means: Means,
  caller: Caller,
  { class: classId, person }: OfMember,
): Promise<Outcome<Credentials>> {
  const admission = await means.limits.take("password-reset", person);
  if (!admission.isAdmitted) {
    const facts = { seconds: admission.seconds };
    return refuse({ code: "platform/too-many-requests", facts });
  }
  return means.database.transaction(async (tx) => {
    const found = await findTaughtClass(tx, caller, classId);
    if (!found.ok) return found;
    const school = found.value.row.organisation_id;
    const member = await readMember(tx, classId, person);
    if (member === undefined) return refuse({ code: "teaching/no-such-member" });
    const isMine = member.role === "student" && (await belongsToSchoolAlone(tx, school, person));
    if (!isMine) return refuse({ code: "platform/not-allowed" });
    return ok(await givePassword(means, tx, school, person, caller.person));
  });
}
