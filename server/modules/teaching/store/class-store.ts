import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { ClassTable, TeachingTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<TeachingTables>();

export type ClassRow = ClassTable & { readonly students: number };

/** False when the school has a class of that name in that term. */
export async function insertClass(tx: Tx, row: Omit<ClassTable, "archived_at">): Promise<boolean> {
  const made = await tables(tx)
    .insertInto("teaching.class")
    .values({ ...row, archived_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return made !== undefined;
}

export async function readClass(sql: Sql, id: string): Promise<ClassRow | undefined> {
  return classes(sql).where("c.id", "=", id).executeTakeFirst();
}

/** The school that a class belongs to. */
export async function readSchool(sql: Sql, id: string): Promise<string | undefined> {
  const row = await tables(sql)
    .selectFrom("teaching.class")
    .select("organisation_id")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.organisation_id;
}

/** The class against others who would change it or its members at once. */
export async function lockClass(tx: Tx, id: string): Promise<void> {
  await tables(tx)
    .selectFrom("teaching.class")
    .select("id")
    .where("id", "=", id)
    .forNoKeyUpdate()
    .execute();
}

export async function nameIsTaken(
  tx: Tx,
  { id, organisation_id, name, term }: Pick<ClassTable, "id" | "organisation_id" | "name" | "term">,
): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom("teaching.class")
    .select("id")
    .where("organisation_id", "=", organisation_id)
    .where("name", "=", name)
    .where("term", "=", term)
    .where("archived_at", "is", null)
    .where("id", "<>", id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function changeClass(
  tx: Tx,
  id: string,
  change: Partial<Pick<ClassTable, "name" | "term" | "locale" | "archived_at">>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tables(tx).updateTable("teaching.class").set(change).where("id", "=", id).execute();
}

const classesMax = 400;

/** Classes in which the person is now, and all of the schools that the person heads. */
export async function readClasses(
  sql: Sql,
  person: string,
  headed: readonly string[],
  isArchived: boolean,
): Promise<ClassRow[]> {
  const own = raw<boolean>`exists (select from teaching.member m where m.class_id = c.id
    and m.person_id = ${person} and m.left_at is null)`;
  return classes(sql)
    .where((eb) =>
      headed.length === 0 ? own : eb.or([own, eb("c.organisation_id", "in", [...headed])]),
    )
    .where("c.archived_at", isArchived ? "is not" : "is", null)
    .orderBy("c.made_at", "desc")
    .orderBy("c.id")
    .limit(classesMax)
    .execute();
}

function classes(sql: Sql) {
  return tables(sql)
    .selectFrom("teaching.class as c")
    .selectAll("c")
    .select(
      raw<number>`(select count(*)::int from teaching.member m where m.class_id = c.id
                    and m.role = 'student' and m.left_at is null)`.as("students"),
    );
}

export async function readClassNames(
  sql: Sql,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("teaching.class")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface Place {
  readonly school: string;
  readonly role: ClassRole;
}

const placeText = `
  select c.organisation_id as school, m.role from teaching.member m
    join teaching.class c on c.id = m.class_id
   where m.class_id = $1 and m.person_id = $2 and m.left_at is null`;

/** A person's place in a class; undefined for who is not in it. Asked at nearly every request. */
export async function readPlace(
  sql: Sql,
  classId: string,
  person: string,
): Promise<Place | undefined> {
  const [row] = await sql.rows<Place>(named("teaching.place", placeText, [classId, person]));
  return row;
}

/** A person's places in all classes that are archived, or that are not, by class. */
export async function readPlaces(
  sql: Sql,
  person: string,
  isArchived: boolean,
): Promise<Map<string, Place>> {
  const rows = await tables(sql)
    .selectFrom("teaching.member as m")
    .innerJoin("teaching.class as c", "c.id", "m.class_id")
    .select(["c.id", "c.organisation_id as school", "m.role"])
    .where("m.person_id", "=", person)
    .where("m.left_at", "is", null)
    .where("c.archived_at", isArchived ? "is not" : "is", null)
    .orderBy("c.id")
    .execute();
  return new Map(rows.map(({ id, school, role }) => [id, { school, role }]));
}
