/** The text of a lesson as blocks: what a reader renders, in one language. */
import { z } from "zod";
import { lessonLimits } from "./lesson-limits.ts";

const Words = z.string().max(lessonLimits.textCharsMax);
const Ref = z.string().max(60);

/** A stretch of text in one style; the text of a citation is the id of its source. */
export const LessonRun = z.strictObject({
  style: z.enum(["plain", "bold", "italic", "code", "cite"]),
  text: Words,
});
export type LessonRun = z.output<typeof LessonRun>;
const Runs = z.array(LessonRun).max(2_000);

const SumLine = z.strictObject({
  label: Words,
  expression: Words,
  sign: z.enum(["=", "≈"]),
  result: Words,
  unit: Words,
});

export const LessonBlock = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), level: z.literal([2, 3]), text: Words }),
  z.strictObject({ kind: z.literal("paragraph"), runs: Runs }),
  z.strictObject({
    kind: z.literal("list"),
    isOrdered: z.boolean(),
    items: z.array(Runs).max(500),
  }),
  z.strictObject({ kind: z.literal("note"), paragraphs: z.array(Runs).max(100) }),
  z.strictObject({
    kind: z.literal("table"),
    head: z.array(Runs).max(30),
    rows: z.array(z.array(Runs).max(30)).max(500),
  }),
  z.strictObject({ kind: z.literal("picture"), name: Ref, alt: Words }),
  z.strictObject({ kind: z.literal("sum"), lines: z.array(SumLine).max(200) }),
  z.strictObject({ kind: z.literal("try"), steps: z.array(Runs).max(100) }),
  z.strictObject({ kind: z.literal("check"), questions: z.array(Ref).max(50) }),
]);
export type LessonBlock = z.output<typeof LessonBlock>;

/** In either language; null where nobody has written it. */
export const LessonTexts = z.strictObject({
  zh: z.array(LessonBlock).max(lessonLimits.blocksMax).nullable(),
  en: z.array(LessonBlock).max(lessonLimits.blocksMax).nullable(),
});

/** Where a fact comes from; one that is not verified is shown as that. */
export const LessonSource = z.strictObject({
  id: Ref,
  publisher: z.string().max(200),
  title: z.string().max(300),
  url: z.url({ protocol: /^https?$/ }).max(500),
  published: z.string().max(10).nullable(),
  seen: z.iso.date(),
  verified: z.boolean(),
});
export type LessonSource = z.output<typeof LessonSource>;

/** What is wrong with a text that somebody writes, and where. */
export const LessonFault = z.strictObject({
  language: z.enum(["zh", "en"]),
  code: z.enum([
    "text-form",
    "sum-form",
    "sum-wrong",
    "dangling-reference",
    "test-item-asked",
    "length",
  ]),
  /** From 1; null where no line is to blame. */
  line: z.int().min(1).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type LessonFault = z.output<typeof LessonFault>;
