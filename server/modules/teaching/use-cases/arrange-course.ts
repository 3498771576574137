import type { ArrangeRequest, CourseView } from "@echelon/contract/teaching/courses.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { leaveCourse as leave, takeCourse, writeArranged } from "../store/course-store.ts";
import { lockClass } from "../store/class-store.ts";
import { findOpenClass } from "./find-class.ts";
import { findClassCourse, findCourse } from "./find-course.ts";
import { courseView } from "./view-course.ts";

type Where = { readonly class: string; readonly course: string };

/** The class takes a course: in this order, with these dates, without what is hidden. */
export async function arrangeCourse(
  { database, clock }: Means,
  caller: Caller,
  where: Where,
  { lessons }: ArrangeRequest,
): Promise<Outcome<CourseView>> {
  return database.transaction(async (tx) => {
    const open = await openCourse(tx, caller, where);
    if (!open.ok) return open;
    await takeCourse(tx, {
      class_id: where.class,
      course: where.course,
      taken_by: caller.person,
      taken_at: clock.now(),
    });
    const before = await findClassCourse(tx, caller, where.course, where.class);
    if (!before.ok) return before;
    const known = new Set(before.value.plan.map(({ card }) => card.id));
    const named = lessons.map(({ lesson }) => lesson);
    const isKnown = named.every((id) => known.has(id)) && new Set(named).size === named.length;
    if (!isKnown) return refuse({ code: "teaching/no-such-lesson" });
    const rows = lessons.map(({ lesson, isHidden, week, dueOn }, place) => ({
      class_id: where.class,
      course: where.course,
      lesson,
      place,
      is_hidden: isHidden,
      week,
      due_on: dueOn,
    }));
    await writeArranged(tx, where.class, where.course, rows);
    tx.announce(topic("class", where.class));
    const after = await findClassCourse(tx, caller, where.course, where.class);
    return after.ok ? ok(courseView(after.value)) : after;
  });
}

/** The class takes it no longer; what was arranged, written and read stays for another time. */
export async function leaveCourse(
  { database, clock }: Means,
  caller: Caller,
  where: Where,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const open = await openCourse(tx, caller, where);
    if (!open.ok) return open;
    await leave(tx, where.class, where.course, clock.now());
    tx.announce(topic("class", where.class));
    return ok(undefined);
  });
}

/** A course of a class that the caller teaches, against others who would change it at once. */
export async function openCourse(
  tx: Tx,
  caller: Caller,
  where: Where,
): Promise<Outcome<undefined>> {
  const found = await findOpenClass(tx, caller, where.class);
  if (!found.ok) return found;
  const course = findCourse(where.course);
  if (!course.ok) return course;
  await lockClass(tx, where.class);
  return ok(undefined);
}
