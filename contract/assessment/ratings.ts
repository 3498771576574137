import { z } from "zod";
import { Id, Instant, PlainDate } from "../platform/shapes.ts";
import { briefMax, criteriaMax, markNoteMax, titleMax, workMax } from "./rating-limits.ts";

export const markMax = 4;
/** Works that are apart by so much go to a third rater. */
export const apartMin = 2;

const Code = z.string().min(1).max(80);
const Count = z.int().min(0);
const Title = z.string().trim().min(1).max(titleMax);
const Brief = z.string().trim().min(1).max(briefMax);
const Mark = z.int().min(0).max(markMax);
const Note = z.string().trim().max(markNoteMax);
const Name = z.string().max(80);

export const assignmentStates = ["open", "marking", "published"] as const;
export const raterSides = ["teacher", "mentor", "third"] as const;
export const conflictReasons = ["relative", "own-intern", "other"] as const;

export const MakeAssignmentRequest = z.strictObject({
  title: Title,
  brief: Brief,
  /** Competencies that are marked: those with anchors of their own. */
  competencies: z.array(Code).min(1).max(criteriaMax),
  dueOn: PlainDate.nullable(),
});
export type MakeAssignmentRequest = z.output<typeof MakeAssignmentRequest>;

/** What was typed is kept, since when. */
export const KeptAt = z.strictObject({ savedAt: Instant });

export const SaveWorkRequest = z.strictObject({ text: z.string().trim().min(1).max(workMax) });

/** How far a marking has come: works that wait for a rater, need a third one, or are done. */
export const Marking = z.strictObject({
  waiting: Count,
  apart: Count,
  /** Apart, and nobody is left who could be the third. */
  withoutThird: Count,
  ready: Count,
});
export type Marking = z.output<typeof Marking>;

/** What two raters are like together, of the marks that they gave to the same work. */
export const Agreement = z.strictObject({
  first: Name,
  second: Name,
  pairs: Count,
  kappa: z.number().nullable(),
  band: z.enum(["too-few", "retrain", "third-if-apart", "good"]),
});

export type Agreement = z.output<typeof Agreement>;

/** What the marks of a class said of its raters when they were published. */
export const RaterAgreement = z.strictObject({
  marks: Count,
  /** Groups of raters who marked nobody in common: severities compare only within one. */
  parts: Count,
  reliability: z.number().nullable(),
  /** ICC(2,1) of people's fair means; null with fewer than two raters or people. */
  decisions: z.number().nullable(),
  pairs: z.array(Agreement).max(200),
});
export type RaterAgreement = z.output<typeof RaterAgreement>;

/** What the caller's own marks are like; nobody else is told. */
export const OwnRating = z.strictObject({
  marks: Count,
  severity: z.number(),
  severityError: z.number(),
  infit: z.number(),
  spread: z.number(),
});
export type OwnRating = z.output<typeof OwnRating>;

/** What a person is told of the own work, once it is published. */
export const PublishedMark = z.strictObject({
  competency: Code,
  /** Mean of the fair marks. */
  fair: z.number().min(0).max(markMax),
  notes: z.array(Note).max(10),
});

export const AssignmentView = z.strictObject({
  id: Id,
  class: Id,
  title: Title,
  brief: Brief,
  competencies: z.array(Code).max(criteriaMax),
  dueOn: PlainDate.nullable(),
  state: z.enum(assignmentStates),
  madeAt: Instant,
  works: Count,
  /** The caller's own, of a student. */
  myWork: z.strictObject({ id: Id, text: z.string().max(workMax), savedAt: Instant }).nullable(),
  myMarks: z.array(PublishedMark).max(criteriaMax),
  /** For who leads the class. */
  marking: Marking.nullable(),
  agreement: RaterAgreement.nullable(),
  /** For a rater whose marks are in it. */
  myRating: OwnRating.nullable(),
});
export type AssignmentView = z.output<typeof AssignmentView>;

export const queueStates = ["to-mark", "waiting", "complete"] as const;

/** A work in a rater's queue. */
export const QueueItem = z.strictObject({
  work: Id,
  assignment: Id,
  title: Title,
  className: Name,
  name: Name,
  side: z.enum(raterSides),
  isAnchor: z.boolean(),
  state: z.enum(queueStates),
  marked: Count,
  criteria: Count,
});
export type QueueItem = z.output<typeof QueueItem>;

/** A work as one of its raters sees it. What others gave is told when all of them are done. */
export const RatedWork = z.strictObject({
  work: Id,
  assignment: Id,
  class: Id,
  person: Id,
  title: Title,
  brief: Brief,
  name: Name,
  text: z.string().max(workMax),
  side: z.enum(raterSides),
  isDone: z.boolean(),
  criteria: z
    .array(
      z.strictObject({
        competency: Code,
        mark: Mark.nullable(),
        note: Note,
        others: z
          .array(z.strictObject({ side: z.enum(raterSides), mark: Mark, note: Note }))
          .max(10)
          .nullable(),
      }),
    )
    .max(criteriaMax),
});
export type RatedWork = z.output<typeof RatedWork>;

export const SaveMarksRequest = z.strictObject({
  marks: z.array(z.strictObject({ competency: Code, mark: Mark, note: Note })).max(criteriaMax),
  /** Hands them in: they are fixed from then on, and every criterion must have one. */
  isDone: z.boolean(),
});

export const DeclareConflictRequest = z.strictObject({
  /** Whose work must not be marked, and by whom. */
  person: Id,
  rater: Id,
  reason: z.enum(conflictReasons),
});

export const ConflictView = z.strictObject({
  person: Id,
  name: Name,
  rater: Id,
  raterName: Name,
  reason: z.enum(conflictReasons),
});
export type ConflictView = z.output<typeof ConflictView>;
