import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ClassMember, ClassRole } from "@echelon/contract/teaching/shapes.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { enterOrganisation, numbersOf, personNames, readPeople } from "../../identity/index.ts";
import type { MemberTable } from "../store/schema.ts";
import { readMember, readMembers } from "../store/member-store.ts";
import { findClass } from "./find-class.ts";

/**
 * Who is in a class. Those who lead it see usernames, numbers and when somebody was last here; the
 * others see names and roles, and of themselves everything.
 */
export async function listMembers(
  { database }: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<ClassMember[]>> {
  return database.transaction(
    async (tx) => {
      const found = await findClass(tx, caller, classId);
      if (!found.ok) return found;
      const { row, mayLead } = found.value;
      const members = await readMembers(tx, classId);
      const views = await memberViews(tx, row.organisation_id, members);
      const shown = views.map((view) =>
        mayLead || view.person === caller.person ? view : bare(view),
      );
      // Ordered by what is shown: else the order would tell numbers that the rows do not.
      return ok(shown.toSorted(byNumberThenName));
    },
    { isReadOnlySnapshot: true },
  );
}

/**
 * As a class list is read: by number, and those without one after them by name; ties by person, so
 * that nothing jumps.
 */
export function byNumberThenName<
  One extends { readonly number: string | null; readonly name: string; readonly person: string },
>(a: One, b: One): number {
  return (
    (a.number ?? "\uFFFF").localeCompare(b.number ?? "\uFFFF") ||
    a.name.localeCompare(b.name) ||
    a.person.localeCompare(b.person)
  );
}

function bare(view: ClassMember): ClassMember {
  return { ...view, username: null, number: null, hasPassword: true, lastSeenAt: null };
}

/** Enters the school, to read the numbers. */
export async function memberViews(
  tx: Tx,
  school: string,
  members: readonly MemberTable[],
): Promise<ClassMember[]> {
  await enterOrganisation(tx, school);
  const ids = members.map(({ person_id }) => person_id);
  const people = new Map((await readPeople(tx, ids)).map((person) => [person.id, person]));
  const numbers = await numbersOf(tx, school, ids);
  return members.map(({ person_id, role, joined_at, how }) => {
    const person = people.get(person_id);
    return {
      person: person_id,
      name: person?.name ?? "",
      role,
      username: person?.username ?? null,
      number: numbers.get(person_id) ?? null,
      joinedAt: joined_at,
      how,
      hasPassword: person?.hasPassword ?? false,
      lastSeenAt: person?.lastSeenAt ?? null,
    };
  });
}

export async function memberView(
  tx: Tx,
  school: string,
  classId: string,
  person: string,
): Promise<Outcome<ClassMember>> {
  const member = await readMember(tx, classId, person);
  if (member === undefined) return refuse({ code: "teaching/no-such-member" });
  const [view] = await memberViews(tx, school, [member]);
  return view === undefined ? refuse({ code: "teaching/no-such-member" }) : ok(view);
}

/** Who is in a class, for other modules: names and roles. */
export async function classMembers(
  sql: Sql,
  classId: string,
): Promise<{ readonly person: string; readonly name: string; readonly role: ClassRole }[]> {
  const members = await readMembers(sql, classId);
  const names = await personNames(
    sql,
    members.map(({ person_id }) => person_id),
  );
  return members.map(({ person_id, role }) => ({
    person: person_id,
    name: names.get(person_id) ?? "",
    role,
  }));
}
