import {
  type AddLessonRequest,
  courseLimits,
  type LessonDraft,
  type LessonPreview,
  type SaveLessonRequest,
} from "@echelon/contract/teaching/courses.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { type Course, outlineDifference } from "@echelon/courses/course-catalog.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { lessonBlocks, lessonFaults } from "../lesson-blocks.ts";
import { sourcesOf } from "../lesson-sources.ts";
import { insertVersion, readVersion, readVersions, readWritten } from "../store/course-store.ts";
import type { LessonVersionTable } from "../store/schema.ts";
import { openCourse } from "./arrange-course.ts";
import { findTaughtClass } from "./find-class.ts";
import { findCourse, findLesson } from "./find-course.ts";

type Written = Pick<SaveLessonRequest, "name" | "zh" | "en">;
type OfClass = { readonly class: string; readonly course: string };
type OfLesson = OfClass & { readonly lesson: string };

/** A text that says nothing is none. */
const said = (text: string | null) => (text === null || text.trim() === "" ? null : text);

const faultsOf = (course: Course, { zh, en }: Pick<Written, "zh" | "en">) => [
  ...(zh === null ? [] : lessonFaults(course, "zh", zh)),
  ...(en === null ? [] : lessonFaults(course, "en", en)),
];

/** What a text would look like, and what is wrong with it. */
export function previewLesson(
  slug: string,
  request: Pick<Written, "zh" | "en">,
): Outcome<LessonPreview> {
  const found = findCourse(slug);
  if (!found.ok) return found;
  const texts = { zh: said(request.zh), en: said(request.en) };
  const [zh, en] = [texts.zh, texts.en].map((one) => (one === null ? null : lessonBlocks(one)));
  return ok({
    texts: { zh: zh ?? null, en: en ?? null },
    sources: sourcesOf(found.value, [zh ?? null, en ?? null]),
    faults: faultsOf(found.value, texts).slice(0, 200),
    differs: zh && en ? cut(outlineDifference(zh, en)) : null,
  });
}

const cut = (differs: { readonly zh: string; readonly en: string } | null) =>
  differs && { zh: differs.zh.slice(0, 400), en: differs.en.slice(0, 400) };

/** A lesson of the teacher's own, at the end of the course. */
export async function addLesson(
  means: Means,
  caller: Caller,
  where: OfClass,
  { name, zh, en }: AddLessonRequest,
): Promise<Outcome<{ lesson: string }>> {
  const lesson = `own-${means.newId()}`;
  return means.database.transaction(async (tx) => {
    const open = await openCourse(tx, caller, where);
    if (!open.ok) return open;
    const found = findCourse(where.course);
    if (!found.ok) return found;
    const written = await readWritten(tx, where.class, where.course);
    const own = written.filter(({ lesson: one }) => !found.value.texts.has(one));
    const max = courseLimits.ownLessonsMax;
    if (own.length >= max) return refuse({ code: "teaching/too-many-lessons", facts: { max } });
    const kept = await keep(means, tx, caller, { ...where, lesson }, { name, zh, en }, 1);
    return kept.ok ? ok({ lesson }) : kept;
  });
}

/** A new version of a lesson; without any words the shipped one again. */
export async function saveLesson(
  means: Means,
  caller: Caller,
  where: OfLesson,
  { after, ...written }: SaveLessonRequest,
): Promise<Outcome<LessonDraft>> {
  return means.database.transaction(async (tx) => {
    const open = await openCourse(tx, caller, where);
    if (!open.ok) return open;
    const found = await findLesson(tx, caller, where, where.class);
    if (!found.ok) return found;
    const [latest] = await readVersions(tx, where.class, where.course, where.lesson);
    const number = latest?.number ?? 0;
    if (number !== after) return refuse({ code: "teaching/lesson-changed" });
    if (number >= courseLimits.versionsMax)
      return refuse({
        code: "teaching/too-many-lessons",
        facts: { max: courseLimits.versionsMax },
      });
    const kept = await keep(means, tx, caller, where, written, number + 1);
    return kept.ok ? readDraft(tx, found.value.course, where, undefined) : kept;
  });
}

async function keep(
  { clock }: Means,
  tx: Tx,
  caller: Caller,
  where: OfLesson,
  written: Written,
  number: number,
): Promise<Outcome<undefined>> {
  const found = findCourse(where.course);
  if (!found.ok) return found;
  const [zh, en] = [said(written.zh), said(written.en)];
  const isOwn = !found.value.texts.has(where.lesson);
  const [fault] = faultsOf(found.value, { zh, en });
  const isEmpty = isOwn && ((zh === null && en === null) || written.name === null);
  if (fault !== undefined || isEmpty) {
    const facts = { line: fault?.line ?? 0, language: fault?.language ?? "" };
    return refuse({ code: "teaching/lesson-faulty", facts });
  }
  await insertVersion(tx, {
    class_id: where.class,
    course: where.course,
    lesson: where.lesson,
    number,
    name_zh: written.name?.zh ?? null,
    name_en: written.name?.en ?? null,
    text_zh: zh,
    text_en: en,
    made_by: caller.person,
    made_at: clock.now(),
  });
  tx.announce(topic("class", where.class));
  return ok(undefined);
}

/** What stands in a lesson, or stood in an earlier version of it, for a teacher who edits it. */
export async function viewDraft(
  { database }: Means,
  caller: Caller,
  where: OfLesson,
  version: number | undefined,
): Promise<Outcome<LessonDraft>> {
  const taught = await findTaughtClass(database, caller, where.class);
  if (!taught.ok) return taught;
  const found = await findLesson(database, caller, where, where.class);
  if (!found.ok) return found;
  return readDraft(database, found.value.course, where, version);
}

async function readDraft(
  sql: Sql,
  course: Course,
  where: OfLesson,
  version: number | undefined,
): Promise<Outcome<LessonDraft>> {
  const versions = await readVersions(sql, where.class, where.course, where.lesson);
  const names = await personNames(
    sql,
    versions.map((one) => one.made_by),
  );
  const number = version ?? versions[0]?.number;
  const shown = number === undefined ? undefined : await readVersion(sql, where, number);
  if (version !== undefined && shown === undefined)
    return refuse({ code: "teaching/no-such-lesson" });
  const head = course.course.lessons.find(({ id }) => id === where.lesson);
  const texts = course.texts.get(where.lesson);
  return ok({
    name: nameOf(shown),
    zh: shown?.text_zh ?? null,
    en: shown?.text_en ?? null,
    shipped: head && texts ? { name: head.name, zh: texts.zh, en: texts.en } : null,
    number: versions[0]?.number ?? 0,
    versions: versions.map((one) => ({
      number: one.number,
      by: names.get(one.made_by) ?? "",
      madeAt: one.made_at,
      isShipped: one.isShipped,
    })),
  });
}

function nameOf(version: LessonVersionTable | undefined): LessonDraft["name"] {
  const [zh, en] = [version?.name_zh ?? null, version?.name_en ?? null];
  return zh === null || en === null ? null : { zh, en };
}
