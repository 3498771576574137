import type { Sql, Tx } from "../../../platform/database/database.ts";
import type {
  ClassCourseTable,
  ClassLessonTable,
  LessonVersionTable,
  TeachingTables,
} from "./schema.ts";

const tables = (sql: Sql) => sql.tables<TeachingTables>();

/** Which courses classes take. */
export async function readTaken(
  sql: Sql,
  classes: readonly string[],
): Promise<Pick<ClassCourseTable, "class_id" | "course">[]> {
  if (classes.length === 0) return [];
  return tables(sql)
    .selectFrom("teaching.class_course")
    .select(["class_id", "course"])
    .where("class_id", "in", [...classes])
    .where("left_at", "is", null)
    .execute();
}

/** Takes a course for a class, or finds that it is taken. */
export async function takeCourse(tx: Tx, row: Omit<ClassCourseTable, "left_at">): Promise<void> {
  await tables(tx)
    .insertInto("teaching.class_course")
    .values({ ...row, left_at: null })
    .onConflict((conflict) =>
      conflict.columns(["class_id", "course"]).doUpdateSet({ left_at: null }),
    )
    .execute();
}

export async function leaveCourse(
  tx: Tx,
  classId: string,
  course: string,
  at: Date,
): Promise<void> {
  await tables(tx)
    .updateTable("teaching.class_course")
    .set({ left_at: at })
    .where("class_id", "=", classId)
    .where("course", "=", course)
    .execute();
}

/** The lessons of a course as a class arranged them, in its order. */
export async function readArranged(
  sql: Sql,
  classId: string,
  course: string,
): Promise<ClassLessonTable[]> {
  return tables(sql)
    .selectFrom("teaching.class_lesson")
    .selectAll()
    .where("class_id", "=", classId)
    .where("course", "=", course)
    .orderBy("place")
    .orderBy("lesson")
    .execute();
}

/** Puts an arrangement in the place of the one before. The course must be taken. */
export async function writeArranged(
  tx: Tx,
  classId: string,
  course: string,
  rows: readonly ClassLessonTable[],
): Promise<void> {
  await tables(tx)
    .deleteFrom("teaching.class_lesson")
    .where("class_id", "=", classId)
    .where("course", "=", course)
    .execute();
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto("teaching.class_lesson")
    .values([...rows])
    .execute();
}

/** The latest version of every lesson that a class's teachers wrote. */
export async function readWritten(
  sql: Sql,
  classId: string,
  course: string,
): Promise<LessonVersionTable[]> {
  return tables(sql)
    .selectFrom("teaching.lesson_version")
    .selectAll()
    .distinctOn("lesson")
    .where("class_id", "=", classId)
    .where("course", "=", course)
    .orderBy("lesson")
    .orderBy("number", "desc")
    .execute();
}

/** A version without what it says. */
export type VersionHead = Pick<LessonVersionTable, "number" | "made_by" | "made_at"> & {
  /** It says nothing, and so the lesson is as it ships. */
  readonly isShipped: boolean;
};

/** All versions of one lesson, the latest first; their texts stay where they are. */
export async function readVersions(
  sql: Sql,
  classId: string,
  course: string,
  lesson: string,
): Promise<VersionHead[]> {
  return tables(sql)
    .selectFrom("teaching.lesson_version")
    .select(["number", "made_by", "made_at"])
    .select(({ and, eb }) =>
      and([eb("name_zh", "is", null), eb("text_zh", "is", null), eb("text_en", "is", null)])
        .$castTo<boolean>()
        .as("isShipped"),
    )
    .where("class_id", "=", classId)
    .where("course", "=", course)
    .where("lesson", "=", lesson)
    .orderBy("number", "desc")
    .execute();
}

export async function readVersion(
  sql: Sql,
  where: { readonly class: string; readonly course: string; readonly lesson: string },
  number: number,
): Promise<LessonVersionTable | undefined> {
  return tables(sql)
    .selectFrom("teaching.lesson_version")
    .selectAll()
    .where("class_id", "=", where.class)
    .where("course", "=", where.course)
    .where("lesson", "=", where.lesson)
    .where("number", "=", number)
    .executeTakeFirst();
}

export async function insertVersion(tx: Tx, row: LessonVersionTable): Promise<void> {
  await tables(tx).insertInto("teaching.lesson_version").values(row).execute();
}

/** Says that somebody has read a lesson; the first time stays. */
export async function putRead(tx: Tx, row: TeachingTables["teaching.lesson_read"]): Promise<void> {
  await tables(tx)
    .insertInto("teaching.lesson_read")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What people have read of a course, or of all where none is named. */
export async function readReads(
  sql: Sql,
  people: readonly string[],
  course: string | null,
): Promise<Pick<TeachingTables["teaching.lesson_read"], "person_id" | "course" | "lesson">[]> {
  if (people.length === 0) return [];
  const rows = tables(sql)
    .selectFrom("teaching.lesson_read")
    .select(["person_id", "course", "lesson"])
    .where("person_id", "in", [...people]);
  return (course === null ? rows : rows.where("course", "=", course)).execute();
}
