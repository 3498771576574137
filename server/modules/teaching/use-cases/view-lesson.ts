import type { LessonView } from "@echelon/contract/teaching/courses.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { sourcesOf } from "../lesson-sources.ts";
import { putRead } from "../store/course-store.ts";
import { findLesson } from "./find-course.ts";

type Where = { readonly course: string; readonly lesson: string };

/** A lesson in both languages, as the class reads it. */
export async function viewLesson(
  { database }: Means,
  caller: Caller,
  where: Where,
  classId: string | undefined,
): Promise<Outcome<LessonView>> {
  const found = await findLesson(database, caller, where, classId);
  if (!found.ok) return found;
  const { course, plan, at } = found.value;
  const { card, zh, en, version } = plan[at]!;
  const names = version === null ? null : await personNames(database, [version.made_by]);
  const beside = (place: number) => {
    const other = plan[place]?.card;
    return other === undefined ? null : { id: other.id, name: other.name };
  };
  return ok({
    course: { slug: course.course.slug, name: course.course.name },
    lesson: card,
    goals: course.course.goals.filter(({ id }) => card.goals.includes(id)).map(({ text }) => text),
    texts: { zh, en },
    sources: sourcesOf(course, [zh, en]),
    version:
      version === null
        ? null
        : {
            number: version.number,
            by: names?.get(version.made_by) ?? "",
            madeAt: version.made_at,
          },
    previous: beside(at - 1),
    next: beside(at + 1),
  });
}

/** The caller has read a lesson; said twice it was read the first time. */
export async function readLesson(
  { database, clock }: Means,
  caller: Caller,
  where: Where,
  classId: string | undefined,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await findLesson(tx, caller, where, classId);
    if (!found.ok) return found;
    await putRead(tx, {
      person_id: caller.person,
      course: where.course,
      lesson: where.lesson,
      read_at: clock.now(),
    });
    return ok(undefined);
  });
}
