import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { type Course, courseOf } from "@echelon/courses/course-catalog.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { type ClassPart, noPart, planLessons, type PlannedLesson } from "../lesson-plan.ts";
import { readArranged, readReads, readTaken, readWritten } from "../store/course-store.ts";
import { type FoundClass, findClass } from "./find-class.ts";

export function findCourse(slug: string): Outcome<Course> {
  const course = courseOf(slug);
  return course === undefined ? refuse({ code: "teaching/no-such-course" }) : ok(course);
}

/** A course as the caller reads it, alone or in a class. */
export interface FoundCourse {
  readonly course: Course;
  readonly class: (FoundClass & { readonly isTaken: boolean }) | null;
  /** All lessons that the caller may see, in order. */
  readonly plan: readonly PlannedLesson[];
}

export async function findClassCourse(
  sql: Sql,
  caller: Caller,
  slug: string,
  classId: string | undefined,
): Promise<Outcome<FoundCourse>> {
  // Whose class it is comes first: a foreign one tells nothing, not even of courses.
  const within = classId === undefined ? null : await findClass(sql, caller, classId);
  if (within?.ok === false) return within;
  const found = findCourse(slug);
  if (!found.ok) return found;
  const course = found.value;
  const reads = await readReads(sql, [caller.person], slug);
  const read = new Set(reads.map(({ lesson }) => lesson));
  if (classId === undefined || within === null)
    return ok({ course, class: null, plan: planLessons(course, noPart, read) });
  const { mayLead } = within.value;
  const plan = planLessons(course, await readPart(sql, classId, slug), read);
  const taken = await readTaken(sql, [classId]);
  return ok({
    course,
    class: { ...within.value, isTaken: taken.some((one) => one.course === slug) },
    plan: mayLead ? plan : plan.filter(({ card }) => !card.isHidden),
  });
}

/** What a class made of a course. */
export async function readPart(sql: Sql, classId: string, slug: string): Promise<ClassPart> {
  const arranged = await readArranged(sql, classId, slug);
  return { arranged, written: await readWritten(sql, classId, slug) };
}

/** One lesson of it, with its place. */
export async function findLesson(
  sql: Sql,
  caller: Caller,
  { course, lesson }: { readonly course: string; readonly lesson: string },
  classId: string | undefined,
): Promise<Outcome<FoundCourse & { readonly at: number }>> {
  const found = await findClassCourse(sql, caller, course, classId);
  if (!found.ok) return found;
  const at = found.value.plan.findIndex(({ card }) => card.id === lesson);
  if (at < 0) return refuse({ code: "teaching/no-such-lesson" });
  return ok({ ...found.value, at });
}
