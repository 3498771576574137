/**
 * What the files of a course hold. Shapes refuse what no reader could use; what one file says about
 * another is asked by `check-course.ts`.
 */
import { ChecklistBody, PresetChanges } from "@echelon/atlas/world-source.ts";
import { z } from "zod";
import { Text } from "./framework/framework-shape.ts";

/** Sizes that a course keeps to. */
export const courseLimits = {
  lessonsMin: 8,
  lessonsMax: 12,
  tasksMin: 4,
  tasksMax: 8,
  questionsMin: 60,
  questionsMax: 400,
  /** Of one of the two parallel tests. */
  formMin: 12,
  formMax: 15,
  checkMin: 3,
  checkMax: 5,
  /** Of a lesson's Markdown in one language. */
  textCharsMax: 40_000,
  pictureBytesMax: 20 * 1024,
} as const;

const han = /\p{Script=Han}/u;
/** Both languages, where the Chinese one may be a figure or a name. */
const Both = (charsMax: number) =>
  z
    .strictObject({
      zh: z.string().min(1).max(charsMax),
      en: z
        .string()
        .min(1)
        .max(charsMax)
        .refine((en) => !han.test(en)),
    })
    .readonly();
const Words = (charsMax: number) =>
  Text.refine(({ zh, en }) => zh.length <= charsMax && en.length <= charsMax, "too long");

export const CourseSlug = z.string().regex(/^[a-z][a-z0-9-]{1,19}$/);
export const LessonId = z.string().regex(/^\d{2}-[a-z0-9-]{1,50}$/);
const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const Competencies = z
  .array(z.string().regex(/^[A-Z][A-Z0-9-]*$/))
  .min(1)
  .max(40)
  .readonly();
const Version = z.string().regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/);

const Week = z
  .strictObject({
    week: z.int().min(1).max(40),
    hours: z.int().min(1).max(16),
    lessons: z.array(LessonId).max(6).readonly(),
    plan: Words(600),
  })
  .readonly();

export const CourseFile = z
  .strictObject({
    /** Of the framework's courses. */
    id: z.string().regex(/^C\d{1,2}$/),
    slug: CourseSlug,
    version: Version,
    name: Words(60),
    about: Words(400),
    competencies: Competencies,
    goals: z
      .array(z.strictObject({ id: Name, text: Words(300), competencies: Competencies }).readonly())
      .min(1)
      .max(30)
      .readonly(),
    lessons: z
      .array(
        z
          .strictObject({
            id: LessonId,
            name: Words(80),
            minutes: z.int().min(20).max(360),
            goals: z.array(Name).min(1).max(10).readonly(),
            tasks: z.array(Name).max(4).readonly(),
          })
          .readonly(),
      )
      .min(1)
      .max(40)
      .readonly(),
    timetables: z
      .array(
        z
          .strictObject({ hours: z.int().min(1).max(200), weeks: z.array(Week).min(1).readonly() })
          .readonly(),
      )
      .min(1)
      .max(4)
      .readonly(),
  })
  .readonly();
export type CourseFile = z.output<typeof CourseFile>;

/** Who published a fact and when; verified is what its own text was read for. */
export const Source = z
  .strictObject({
    id: Name,
    publisher: z.string().min(1).max(200),
    title: z.string().min(1).max(300),
    url: z.url({ protocol: /^https?$/ }).max(500),
    published: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .nullable(),
    seen: z.iso.date(),
    verified: z.boolean(),
    says: Words(600),
  })
  .readonly();
export type Source = z.output<typeof Source>;
export const Sources = z.array(Source).max(200).readonly();

const questionBase = {
  id: Name,
  lesson: LessonId,
  competencies: Competencies,
  /** One of the two parallel tests before and after the course; null for the others. */
  form: z.enum(["a", "b"]).nullable(),
  stem: Both(2_000),
  /** Shown after answering. */
  why: Both(2_000),
};

const Choice = z
  .strictObject({ text: Both(500), right: z.boolean(), why: Both(1_000).optional() })
  .readonly();
const NumberText = z
  .string()
  .max(30)
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/);
const Accepted = z.array(z.string().trim().min(1).max(200)).min(1).max(20).readonly();

export const CourseQuestion = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("single-choice"),
      ...questionBase,
      answers: z.array(Choice).min(3).max(5).readonly(),
    }),
    z.strictObject({
      type: z.literal("multiple-choice"),
      ...questionBase,
      answers: z.array(Choice).min(3).max(8).readonly(),
    }),
    z.strictObject({ type: z.literal("true-false"), ...questionBase, isTrue: z.boolean() }),
    z.strictObject({
      type: z.literal("numerical"),
      ...questionBase,
      value: NumberText,
      tolerance: NumberText.refine((one) => !one.startsWith("-")),
    }),
    z.strictObject({
      type: z.literal("matching"),
      ...questionBase,
      pairs: z
        .array(z.strictObject({ prompt: Both(500), match: Both(300) }).readonly())
        .min(3)
        .max(8)
        .readonly(),
    }),
    z.strictObject({
      type: z.literal("short-answer"),
      ...questionBase,
      accepts: z.strictObject({ zh: Accepted, en: Accepted }).readonly(),
    }),
  ])
  .readonly();
export type CourseQuestion = z.output<typeof CourseQuestion>;
export const CourseQuestions = z.array(CourseQuestion).max(200).readonly();

/** A task in the practice market: a preset for one person with a checklist of its own. */
export const TaskFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/),
    version: z.int().min(1),
    name: Words(60),
    brief: Words(600),
    minutes: z.int().min(1).max(600),
    scenario: z.string().max(60),
    changes: PresetChanges,
    bots: z.int().min(0).max(60),
    competencies: Competencies,
    /** Share of the points from which a run passes. */
    passBp: z.int().min(1).max(10_000),
    checklist: ChecklistBody.readonly(),
    /** How a run goes that passes, as the kernel's diligent store goes about it. */
    reference: z
      .strictObject({
        products: z.int().min(1).max(20),
        markets: z.int().min(1).max(32),
        photoLevel: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
        isWide: z.boolean(),
        seed: z.int().min(1).max(1_000_000),
      })
      .readonly(),
  })
  .readonly();
export type TaskFile = z.output<typeof TaskFile>;

export const ProjectFile = z
  .strictObject({
    name: Words(80),
    brief: Words(2_000),
    hours: z.int().min(1).max(80),
    delivers: z.array(Words(300)).min(1).max(12).readonly(),
    competencies: Competencies,
    criteria: z
      .array(
        z
          .strictObject({
            competency: z.string(),
            name: Words(80),
            /** What each mark from 0 to 4 looks like. */
            anchors: z.array(Words(400)).length(5).readonly(),
          })
          .readonly(),
      )
      .min(4)
      .max(8)
      .readonly(),
  })
  .readonly();
export type ProjectFile = z.output<typeof ProjectFile>;
