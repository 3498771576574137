import type { Database, Sql } from "../../../platform/database/database.ts";
import { readClass } from "../store/class-store.ts";
import { readMembers } from "../store/member-store.ts";
import { byNumberThenName, memberViews } from "./list-members.ts";

export interface Student {
  readonly person: string;
  readonly name: string;
  /** 学号, as text; null for whoever joined without one. */
  readonly number: string | null;
  /** By which the student signs in. */
  readonly username: string | null;
}

/** Who is a student of a class now, in the caller's transaction. */
export async function studentsHere(sql: Sql, classId: string): Promise<Set<string>> {
  const members = await readMembers(sql, classId);
  return new Set(members.filter(({ role }) => role === "student").map((one) => one.person_id));
}

/** The students of a class by number, then by name, for other modules. */
export async function studentsOf(database: Database, classId: string): Promise<Student[]> {
  return database.transaction(
    async (tx) => {
      const row = await readClass(tx, classId);
      if (row === undefined) return [];
      const members = (await readMembers(tx, classId)).filter(({ role }) => role === "student");
      const views = await memberViews(tx, row.organisation_id, members);
      return views
        .map(({ person, name, number, username }) => ({ person, name, number, username }))
        .toSorted(byNumberThenName);
    },
    { isReadOnlySnapshot: true },
  );
}
