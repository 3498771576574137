/** A class's gradebook: parts with the teacher's weights, and what came of them. */
import { z } from "zod";
import { classMembersMax } from "../teaching/shapes.ts";
import { Id, Instant, nameOf } from "../platform/shapes.ts";
import { gradeLimits, gradeParts } from "./gradebook-limits.ts";

const limits = gradeLimits;

/** Tenths of a point, so that 86.4 is 864. */
const Tenths = z.int().min(0).max(1_000);
const Weight = z.int().min(0).max(limits.weightMax);
const Name = z.string().max(80);
const Comment = z.string().trim().max(limits.commentCharsMax);

export const OwnColumn = z.strictObject({
  /** Stays the same when the column is renamed. */
  id: Id,
  name: nameOf(limits.columnCharsMax),
  weight: Weight,
});
export type OwnColumn = z.output<typeof OwnColumn>;

const weightsOfParts = z.strictObject({
  outcome: Weight,
  process: Weight,
  reflection: Weight,
  mentor: Weight,
  exams: Weight,
});

const rulesWith = <Column extends z.ZodType<Pick<OwnColumn, "name" | "weight">>>(column: Column) =>
  z
    .strictObject({
      weights: weightsOfParts,
      columns: z.array(column).max(limits.columnsMax),
      /** Multiplies by what team-mates said, 0.8 to 1.1. */
      usesPeers: z.boolean(),
      /** Seasons that do not count: a trial, a lesson that was broken off. */
      seasonsLeftOut: z.array(Id).max(limits.seasonsMax),
      /** From here on somebody has passed. */
      passTenths: Tenths,
    })
    .refine(
      ({ weights, columns }) =>
        [...Object.values(weights), ...columns.map(({ weight }) => weight)].reduce(
          (sum, one) => sum + one,
          0,
        ) === 100,
      "weights-not-a-hundred",
    )
    .refine(
      ({ columns }) => new Set(columns.map(({ name }) => name)).size === columns.length,
      "column-twice",
    );

export const GradeRules = rulesWith(OwnColumn);
export type GradeRules = z.output<typeof GradeRules>;

/** Places of the rules follow the five parts and then the own columns. */
export const GradeCell = z.strictObject({
  /** A part's name or an own column's id. */
  part: z.string().max(40),
  tenths: Tenths.nullable(),
});
export type GradeCell = z.output<typeof GradeCell>;

/** What one student has, and what comes of it today. */
export const GradeRow = z.strictObject({
  person: Id,
  name: Name,
  number: z.string().max(32).nullable(),
  cells: z.array(GradeCell).max(gradeParts.length + limits.columnsMax),
  factorMilli: z.int().min(0).nullable(),
  /** Null where no part counts for anybody yet. */
  worked: Tenths.nullable(),
  /** What the teacher gives instead, and says to it. */
  final: Tenths.nullable(),
  comment: Comment,
  /** What was published last; null before. */
  published: Tenths.nullable(),
  /** Something of it is not as it was published: points, parts, weights, pass mark or comment. */
  isChanged: z.boolean(),
});
export type GradeRow = z.output<typeof GradeRow>;

export const GradebookView = z.strictObject({
  rules: GradeRules,
  /** Rises with every change of rules; who sends an older one is told. */
  revision: z.int().min(0),
  /** Parts that nobody of the class has: their weight goes to the others. */
  empty: z.array(z.string().max(40)).max(gradeParts.length + limits.columnsMax),
  publishedAt: Instant.nullable(),
  /** Seasons of the class with a closed day, the newest first. */
  seasons: z
    .array(
      z.strictObject({
        id: Id,
        name: Name,
        day: z.int().min(0),
        days: z.int().min(0),
        counts: z.boolean(),
      }),
    )
    .max(limits.seasonsMax),
  rows: z.array(GradeRow).max(classMembersMax),
});
export type GradebookView = z.output<typeof GradebookView>;

/** A column without an id is a new one. */
export const WishedRules = rulesWith(OwnColumn.extend({ id: Id.nullable() }));
export type WishedRules = z.output<typeof WishedRules>;

export const SetGradeRulesRequest = z.strictObject({
  rules: WishedRules,
  revision: z.int().min(0),
});
export type SetGradeRulesRequest = z.output<typeof SetGradeRulesRequest>;

export const SetGradeRequest = z.strictObject({
  /** Marks of the own columns by their ids; null takes one away. Those left out stay. */
  cells: z.record(Id, Tenths.nullable()).optional(),
  final: Tenths.nullable().optional(),
  comment: Comment.optional(),
});
export type SetGradeRequest = z.output<typeof SetGradeRequest>;

export const gradeSheetProblems = [
  "no-such-number",
  "number-twice",
  "not-a-mark",
  "worked-changed",
  "comment-too-long",
] as const;

/** What a sheet of marks would change, or has changed. */
export const GradeSheetReading = z.strictObject({
  isTaken: z.boolean(),
  rows: z.int().min(0),
  changes: z
    .array(
      z.strictObject({
        person: Id,
        name: Name,
        /** An own column's name, or "final" or "comment". */
        column: z.string().max(limits.columnCharsMax),
        before: z.string().max(limits.commentCharsMax),
        after: z.string().max(limits.commentCharsMax),
      }),
    )
    .max(classMembersMax * (limits.columnsMax + 2)),
  problems: z
    .array(
      z.strictObject({
        code: z.enum(gradeSheetProblems),
        row: z.int().min(1),
        column: z.string().max(100),
        value: z.string().max(100),
      }),
    )
    .max(2_000),
});
export type GradeSheetReading = z.output<typeof GradeSheetReading>;

/** A grade as it was published; later changes come with the next publication. */
export const PublishedGrade = z.strictObject({
  class: Id,
  className: z.string().max(40),
  publishedAt: Instant,
  tenths: Tenths,
  hasPassed: z.boolean(),
  passTenths: Tenths,
  /** What came of the parts, where the teacher gave another. */
  worked: Tenths.nullable(),
  factorMilli: z.int().min(0).nullable(),
  comment: Comment,
  cells: z
    .array(
      z.strictObject({
        part: z.string().max(40),
        /** Of an own column. */
        name: z.string().max(limits.columnCharsMax).nullable(),
        weight: Weight,
        tenths: Tenths.nullable(),
        /** Nobody of the class had anything here. */
        isEmpty: z.boolean(),
      }),
    )
    .max(gradeParts.length + limits.columnsMax),
});
export type PublishedGrade = z.output<typeof PublishedGrade>;
