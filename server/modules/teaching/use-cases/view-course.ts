import type {
  CourseCard,
  CourseProgress,
  CourseView,
  GuideView,
} from "@echelon/contract/teaching/courses.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { type Course, loadCourses } from "@echelon/courses/course-catalog.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { lessonBlocks } from "../lesson-blocks.ts";
import { sourcesOf } from "../lesson-sources.ts";
import { readClassNames } from "../store/class-store.ts";
import { readReads, readTaken } from "../store/course-store.ts";
import { classesOf, findClass } from "./find-class.ts";
import { findClassCourse, findCourse, type FoundCourse } from "./find-course.ts";
import { studentsOf } from "./list-students.ts";

const headOf = ({ course }: Course) => ({
  slug: course.slug,
  id: course.id,
  version: course.version,
  name: course.name,
  about: course.about,
  lessons: course.lessons.length,
  hours: course.timetables.map(({ hours }) => hours),
});

/** Every course, with the caller's classes that take it. */
export async function listCourses(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<CourseCard[]>> {
  const roles = await classesOf(database, caller);
  const taken = await readTaken(database, [...roles.keys()]);
  const names = await readClassNames(database, [...roles.keys()]);
  const reads = await readReads(database, [caller.person], null);
  return ok(
    loadCourses().map((course) => {
      const { slug } = course.course;
      const classes = taken.filter((one) => one.course === slug).map((one) => one.class_id);
      return {
        ...headOf(course),
        classes: classes.map((id) => ({ id, name: names.get(id) ?? "", role: roles.get(id)! })),
        // Lessons of a class's own are not among those that ship.
        read: reads.filter((one) => one.course === slug && course.texts.has(one.lesson)).length,
      };
    }),
  );
}

/** A course as a class takes it, or as somebody reads it alone. */
export async function viewCourse(
  { database }: Means,
  caller: Caller,
  slug: string,
  classId: string | undefined,
): Promise<Outcome<CourseView>> {
  const found = await findClassCourse(database, caller, slug, classId);
  return found.ok ? ok(courseView(found.value)) : found;
}

export function courseView({ course, class: within, plan }: FoundCourse): CourseView {
  const { goals, competencies, timetables } = course.course;
  const { name, brief, hours, delivers, criteria } = course.project;
  return {
    ...headOf(course),
    goals: goals.map((goal) => ({ ...goal, competencies: [...goal.competencies] })),
    competencies: [...competencies],
    plan: plan.map(({ card }) => card),
    timetables: timetables.map((one) => ({
      hours: one.hours,
      weeks: one.weeks.map((week) => ({ ...week, lessons: [...week.lessons] })),
    })),
    project: {
      name,
      brief,
      hours,
      delivers: [...delivers],
      criteria: criteria.map((one) => ({ ...one, anchors: [...one.anchors] })),
    },
    class:
      within === null
        ? null
        : {
            id: within.row.id,
            name: within.row.name,
            isTaken: within.isTaken,
            mayArrange: within.mayTeach && within.row.archived_at === null,
            mayLead: within.mayLead,
            mayFollow: within.mayFollow,
          },
  };
}

/** How to teach it. */
export function viewGuide(slug: string): Outcome<GuideView> {
  const found = findCourse(slug);
  if (!found.ok) return found;
  const { guide } = found.value;
  const [zh, en] = [lessonBlocks(guide.zh), lessonBlocks(guide.en)];
  return ok({ zh, en, sources: sourcesOf(found.value, [zh]) });
}

/**
 * What every student of a class has read, for those who lead and who mentor it. Numbers at the
 * school are the school's: mentors see names.
 */
export async function viewProgress(
  { database }: Means,
  caller: Caller,
  where: { readonly class: string; readonly course: string },
): Promise<Outcome<CourseProgress>> {
  const within = await findClass(database, caller, where.class);
  if (!within.ok) return within;
  const { mayLead, mayFollow } = within.value;
  if (!mayFollow) return refuse({ code: "platform/not-allowed" });
  const found = await findClassCourse(database, caller, where.course, where.class);
  if (!found.ok) return found;
  const students = await studentsOf(database, where.class);
  const reads = await readReads(
    database,
    students.map(({ person }) => person),
    where.course,
  );
  const lessons = found.value.plan.filter(({ card }) => !card.isHidden);
  const ids = new Set(lessons.map(({ card }) => card.id));
  return ok({
    lessons: lessons.map(({ card: { id, name } }) => ({ id, name })),
    students: students.map(({ person, name, number }) => ({
      person,
      name,
      number: mayLead ? number : null,
      read: reads
        .filter((one) => one.person_id === person && ids.has(one.lesson))
        .map(({ lesson }) => lesson),
    })),
  });
}
