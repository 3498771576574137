import type { ClassRole, ClassView } from "@echelon/contract/teaching/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { belongsTo, holds, holdsIn, organisationFacts } from "../../identity/index.ts";
import {
  type ClassRow,
  readClass,
  readClasses,
  readPlace,
  readPlaces,
  type Place,
} from "../store/class-store.ts";

/**
 * What the caller is in a class; null for who is not in it. A student, teacher or assistant must
 * still belong to the school, and a mentor still be a mentor of some enterprise.
 */
export async function classAccess(
  sql: Sql,
  caller: Caller,
  classId: string,
): Promise<ClassRole | null> {
  const place = await readPlace(sql, classId, caller.person);
  return place !== undefined && stillHolds(caller, place) ? place.role : null;
}

/** The same for all of the caller's classes that are not archived, by class. */
export async function classesOf(sql: Sql, caller: Caller): Promise<ReadonlyMap<string, ClassRole>> {
  const places = await readPlaces(sql, caller.person, false);
  return new Map(
    [...places]
      .filter(([, place]) => stillHolds(caller, place))
      .map(([id, { role }]) => [id, role]),
  );
}

function stillHolds(caller: Caller, { school, role }: Place): boolean {
  return role === "mentor" ? holds(caller, "mentor") : belongsTo(caller, school);
}

/** A class as far as the caller may know of it. */
export interface FoundClass {
  readonly row: ClassRow;
  readonly role: ClassRole | null;
  /** May change members, codes and passwords. */
  readonly mayTeach: boolean;
  /** May see usernames and numbers, and show codes. */
  readonly mayLead: boolean;
  /** May see how far its students have come: who leads it, and its mentors. */
  readonly mayFollow: boolean;
}

/** A foreign class is answered like one that does not exist. */
export async function findClass(
  sql: Sql,
  caller: Caller,
  classId: string,
): Promise<Outcome<FoundClass>> {
  const row = await readClass(sql, classId);
  if (row === undefined) return refuse({ code: "teaching/no-such-class" });
  const found = foundAs(row, caller, await classAccess(sql, caller, classId));
  return found === null ? refuse({ code: "teaching/no-such-class" }) : ok(found);
}

function foundAs(row: ClassRow, caller: Caller, role: ClassRole | null): FoundClass | null {
  const isHead = holdsIn(caller, row.organisation_id, "head");
  if (role === null && !isHead) return null;
  const mayTeach = role === "teacher";
  const mayLead = mayTeach || role === "assistant" || isHead;
  return { row, role, mayTeach, mayLead, mayFollow: mayLead || role === "mentor" };
}

/** All classes that the caller may see, the newest first; a head's are all of the school. */
export async function findClasses(
  sql: Sql,
  caller: Caller,
  isArchived: boolean,
): Promise<FoundClass[]> {
  const headed = caller.roles
    .filter(({ role }) => role === "head")
    .map(({ organisation }) => organisation);
  const rows = await readClasses(sql, caller.person, headed, isArchived);
  const places = await readPlaces(sql, caller.person, isArchived);
  return rows.flatMap((row) => {
    const place = places.get(row.id);
    const role = place !== undefined && stillHolds(caller, place) ? place.role : null;
    return foundAs(row, caller, role) ?? [];
  });
}

/** A class that the caller teaches. */
export async function findTaughtClass(
  sql: Sql,
  caller: Caller,
  classId: string,
): Promise<Outcome<FoundClass>> {
  const found = await findClass(sql, caller, classId);
  if (!found.ok || found.value.mayTeach) return found;
  return refuse({ code: "platform/not-allowed" });
}

/** The same for a change of its people: an archived class stays as it was. */
export async function findOpenClass(
  sql: Sql,
  caller: Caller,
  classId: string,
): Promise<Outcome<FoundClass>> {
  const found = await findTaughtClass(sql, caller, classId);
  if (!found.ok || found.value.row.archived_at === null) return found;
  return refuse({ code: "teaching/class-archived" });
}

export async function classViews(sql: Sql, found: readonly FoundClass[]): Promise<ClassView[]> {
  const schools = await organisationFacts(
    sql,
    found.map(({ row }) => row.organisation_id),
  );
  return found.map(({ row, role, mayTeach }) => ({
    id: row.id,
    school: {
      id: row.organisation_id,
      name: schools.get(row.organisation_id)?.name ?? { zh: "", en: "" },
    },
    name: row.name,
    term: row.term,
    locale: row.locale,
    isArchived: row.archived_at !== null,
    students: row.students,
    madeAt: row.made_at,
    myRole: role,
    mayTeach,
  }));
}

export async function classView(sql: Sql, found: FoundClass): Promise<ClassView> {
  const [view] = await classViews(sql, [found]);
  if (view === undefined) throw new Error("a class without a view");
  return view;
}
