/** Courses: what is taught, how a class arranges it, and how far people have come. */
import { z } from "zod";
import { Id, Instant, PlainDate } from "../platform/shapes.ts";
import { ClassRole } from "./shapes.ts";
import { lessonLimits } from "./lesson-limits.ts";
import { LessonBlock, LessonFault, LessonSource, LessonTexts } from "./lesson-text.ts";

export const courseLimits = {
  coursesMax: 50,
  /** Of a course in a class, with those that its teachers added. */
  lessonsMax: 60,
  ownLessonsMax: 20,
  versionsMax: 200,
  weeksMax: 40,
} as const;

const Said = z.strictObject({ zh: z.string().max(4_000), en: z.string().max(4_000) });

export const CourseSlug = z.string().regex(/^[a-z][a-z0-9-]{1,19}$/);
/** A lesson that ships, or one of a teacher's own. */
export const LessonId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const Code = z.string().max(40);

const CourseHead = z.strictObject({
  slug: CourseSlug,
  /** As the framework calls it: C3. */
  id: Code,
  version: z.string().max(20),
  name: Said,
  about: Said,
  lessons: z.int().min(0),
  hours: z.array(z.int().min(1)).max(4),
});

export const CourseCard = CourseHead.extend({
  /** The caller's classes that take it. */
  classes: z.array(z.strictObject({ id: Id, name: z.string().max(40), role: ClassRole })).max(400),
  /** Lessons that the caller has read. */
  read: z.int().min(0),
});
export type CourseCard = z.output<typeof CourseCard>;

/** When a lesson is due in a class. */
const Due = {
  week: z.int().min(1).max(courseLimits.weeksMax).nullable(),
  dueOn: PlainDate.nullable(),
};

export const LessonCard = z.strictObject({
  id: LessonId,
  name: Said,
  minutes: z.int().min(0),
  goals: z.array(Code).max(30),
  tasks: z.array(Code).max(10),
  /** Questions that are asked in it. */
  checks: z.array(z.string().max(60)).max(200),
  /** Added by a teacher of the class. */
  isOwn: z.boolean(),
  /** The class reads a text of its teacher's instead of the one that ships. */
  isEdited: z.boolean(),
  /** Shown to those who lead only. */
  isHidden: z.boolean(),
  ...Due,
  isRead: z.boolean(),
});
export type LessonCard = z.output<typeof LessonCard>;

export const CourseView = CourseHead.extend({
  goals: z
    .array(z.strictObject({ id: Code, text: Said, competencies: z.array(Code).max(40) }))
    .max(30),
  competencies: z.array(Code).max(40),
  plan: z.array(LessonCard).max(courseLimits.lessonsMax),
  timetables: z
    .array(
      z.strictObject({
        hours: z.int().min(1),
        weeks: z
          .array(
            z.strictObject({
              week: z.int().min(1),
              hours: z.int().min(1),
              lessons: z.array(LessonId).max(6),
              plan: Said,
            }),
          )
          .max(courseLimits.weeksMax),
      }),
    )
    .max(4),
  project: z.strictObject({
    name: Said,
    brief: Said,
    hours: z.int().min(1),
    delivers: z.array(Said).max(12),
    criteria: z
      .array(z.strictObject({ competency: Code, name: Said, anchors: z.array(Said).length(5) }))
      .max(8),
  }),
  /** The class that it is read in; null where it is read by oneself. */
  class: z
    .strictObject({
      id: Id,
      name: z.string().max(40),
      /** False before a teacher has taken the course. */
      isTaken: z.boolean(),
      /** The caller arranges and edits it. */
      mayArrange: z.boolean(),
      /** The caller sees hidden lessons. */
      mayLead: z.boolean(),
      /** The caller sees how far the class is: who leads it, and its mentors. */
      mayFollow: z.boolean(),
    })
    .nullable(),
});
export type CourseView = z.output<typeof CourseView>;

const Beside = z.strictObject({ id: LessonId, name: Said }).nullable();

export const LessonView = z.strictObject({
  course: z.strictObject({ slug: CourseSlug, name: Said }),
  lesson: LessonCard,
  goals: z.array(Said).max(30),
  texts: LessonTexts,
  /** Those that the text cites. */
  sources: z.array(LessonSource).max(200),
  /** Of the class's own text; null for the one that ships. */
  version: z
    .strictObject({ number: z.int().min(1), by: z.string().max(60), madeAt: Instant })
    .nullable(),
  previous: Beside,
  next: Beside,
});
export type LessonView = z.output<typeof LessonView>;

export const GuideView = z.strictObject({
  zh: z.array(LessonBlock).max(lessonLimits.blocksMax),
  en: z.array(LessonBlock).max(lessonLimits.blocksMax),
  sources: z.array(LessonSource).max(200),
});

export type GuideView = z.output<typeof GuideView>;

/** How a class takes a course: its lessons in their order; those left out follow as they ship. */
export const ArrangeRequest = z.strictObject({
  lessons: z
    .array(z.strictObject({ lesson: LessonId, isHidden: z.boolean(), ...Due }))
    .max(courseLimits.lessonsMax),
});
export type ArrangeRequest = z.output<typeof ArrangeRequest>;

const LessonName = z.string().trim().min(1).max(lessonLimits.nameCharsMax);
const Markdown = z.string().max(lessonLimits.textCharsMax);

/** A text of a teacher's; null is the one that ships, or none where none does. */
const Written = {
  name: z.strictObject({ zh: LessonName, en: LessonName }).nullable(),
  zh: Markdown.nullable(),
  en: Markdown.nullable(),
};

export const SaveLessonRequest = z.strictObject({
  ...Written,
  /** The version that was open while it was written; 0 where there was none. */
  after: z.int().min(0),
});
export type SaveLessonRequest = z.output<typeof SaveLessonRequest>;

export const AddLessonRequest = z.strictObject({ ...Written, name: Written.name.unwrap() });
export type AddLessonRequest = z.output<typeof AddLessonRequest>;

export const LessonDraft = z.strictObject({
  ...Written,
  /** What ships under this lesson; null for one of a teacher's own. */
  shipped: z.strictObject({ name: Said, zh: Markdown, en: Markdown }).nullable(),
  /** The latest version; 0 where the shipped text stands. */
  number: z.int().min(0),
  versions: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        by: z.string().max(60),
        madeAt: Instant,
        /** Back to the text that ships. */
        isShipped: z.boolean(),
      }),
    )
    .max(courseLimits.versionsMax),
});
export type LessonDraft = z.output<typeof LessonDraft>;

export const PreviewRequest = z.strictObject({ zh: Markdown.nullable(), en: Markdown.nullable() });

export const LessonPreview = z.strictObject({
  texts: LessonTexts,
  sources: z.array(LessonSource).max(200),
  /** With any of these it cannot be kept. */
  faults: z.array(LessonFault).max(200),
  /** Where both languages are there and differ: told, and not forbidden. */
  differs: z.strictObject({ zh: z.string().max(400), en: z.string().max(400) }).nullable(),
});
export type LessonPreview = z.output<typeof LessonPreview>;

export const CourseProgress = z.strictObject({
  lessons: z.array(z.strictObject({ id: LessonId, name: Said })).max(courseLimits.lessonsMax),
  students: z
    .array(
      z.strictObject({
        person: Id,
        name: z.string().max(60),
        number: z.string().max(32).nullable(),
        read: z.array(LessonId).max(courseLimits.lessonsMax),
      }),
    )
    .max(400),
});
export type CourseProgress = z.output<typeof CourseProgress>;
