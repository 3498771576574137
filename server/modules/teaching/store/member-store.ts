import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { MemberTable, TeachingTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<TeachingTables>();

/** Puts people into a class; who had left comes back. */
export async function putMembers(
  tx: Tx,
  members: readonly Omit<MemberTable, "left_at">[],
): Promise<void> {
  if (members.length === 0) return;
  await tables(tx)
    .insertInto("teaching.member")
    .values(members.map((row) => ({ ...row, left_at: null })))
    .onConflict((conflict) =>
      conflict.columns(["class_id", "person_id"]).doUpdateSet((eb) => ({
        role: eb.ref("excluded.role"),
        how: eb.ref("excluded.how"),
        joined_at: eb.ref("excluded.joined_at"),
        left_at: null,
      })),
    )
    .execute();
}

/** Who is in the class now, in the order of joining. */
export async function readMembers(sql: Sql, classId: string): Promise<MemberTable[]> {
  return tables(sql)
    .selectFrom("teaching.member")
    .selectAll()
    .where("class_id", "=", classId)
    .where("left_at", "is", null)
    .orderBy("joined_at")
    .orderBy("person_id")
    .execute();
}

export async function readMember(
  sql: Sql,
  classId: string,
  person: string,
): Promise<MemberTable | undefined> {
  return tables(sql)
    .selectFrom("teaching.member")
    .selectAll()
    .where("class_id", "=", classId)
    .where("person_id", "=", person)
    .where("left_at", "is", null)
    .executeTakeFirst();
}

export async function changeMemberRole(
  tx: Tx,
  classId: string,
  person: string,
  role: ClassRole,
): Promise<void> {
  await tables(tx)
    .updateTable("teaching.member")
    .set({ role })
    .where("class_id", "=", classId)
    .where("person_id", "=", person)
    .execute();
}

export async function endMembers(
  tx: Tx,
  classId: string,
  people: readonly string[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  await tables(tx)
    .updateTable("teaching.member")
    .set({ left_at: at })
    .where("class_id", "=", classId)
    .where("person_id", "in", [...people])
    .where("left_at", "is", null)
    .execute();
}
