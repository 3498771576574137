/** The lessons of a course as a class has them: what ships, with what its teachers made of it. */
import type { LessonCard } from "@echelon/contract/teaching/courses.ts";
import type { LessonBlock } from "@echelon/contract/teaching/lesson-text.ts";
import type { Course } from "@echelon/courses/course-catalog.ts";
import { lessonBlocks } from "./lesson-blocks.ts";
import type { ClassLessonTable, LessonVersionTable } from "./store/schema.ts";

/** What a class made of a course; nothing where somebody reads it alone. */
export interface ClassPart {
  readonly arranged: readonly ClassLessonTable[];
  /** The latest version of each lesson that was written. */
  readonly written: readonly LessonVersionTable[];
}

export const noPart: ClassPart = { arranged: [], written: [] };

/** A lesson with its text in either language; null where nobody has written it. */
export interface PlannedLesson {
  readonly card: LessonCard;
  readonly zh: LessonBlock[] | null;
  readonly en: LessonBlock[] | null;
  /** What the class reads instead of the shipped text. */
  readonly version: LessonVersionTable | null;
}

const isBack = ({ name_zh: name, text_zh: zh, text_en: en }: LessonVersionTable) =>
  name === null && zh === null && en === null;

/**
 * All lessons in the class's order; those that it has not arranged follow as they ship, its own
 * ones after them.
 *
 * @param read lessons that the reader has read
 */
export function planLessons(
  course: Course,
  { arranged, written }: ClassPart,
  read: ReadonlySet<string>,
): readonly PlannedLesson[] {
  const versions = new Map(written.map((one) => [one.lesson, one]));
  const shipped = course.course.lessons.map(({ id }) => id);
  const own = written.map(({ lesson }) => lesson).filter((id) => !shipped.includes(id));
  const all = [...shipped, ...own];
  const first = arranged.map(({ lesson }) => lesson).filter((id) => all.includes(id));
  const order = [...first, ...all.filter((id) => !first.includes(id))];
  return order.map((id) => {
    const place = arranged.find(({ lesson }) => lesson === id);
    return plannedLesson(course, id, { place, version: versions.get(id), isRead: read.has(id) });
  });
}

function plannedLesson(
  course: Course,
  id: string,
  of: {
    readonly place: ClassLessonTable | undefined;
    readonly version: LessonVersionTable | undefined;
    readonly isRead: boolean;
  },
): PlannedLesson {
  const { place, isRead } = of;
  const version = of.version === undefined || isBack(of.version) ? null : of.version;
  const head = course.course.lessons.find((one) => one.id === id);
  const blocksIn = (language: "zh" | "en") => {
    const text = version?.[`text_${language}`] ?? course.texts.get(id)?.[language] ?? null;
    return text === null ? null : lessonBlocks(text);
  };
  const [zh, en] = [blocksIn("zh"), blocksIn("en")];
  const named =
    version === null || version.name_zh === null || version.name_en === null
      ? (head?.name ?? { zh: "", en: "" })
      : { zh: version.name_zh, en: version.name_en };
  const checks = (zh ?? en ?? []).flatMap((one) => (one.kind === "check" ? one.questions : []));
  const card: LessonCard = {
    id,
    name: named,
    minutes: head?.minutes ?? 0,
    goals: [...(head?.goals ?? [])],
    tasks: [...(head?.tasks ?? [])],
    checks: [...new Set(checks)],
    isOwn: head === undefined,
    isEdited: head !== undefined && version !== null,
    isHidden: place?.is_hidden ?? false,
    week: place?.week ?? null,
    dueOn: place?.due_on ?? null,
    isRead,
  };
  return { card, zh, en, version };
}
