/** Exams as those who hold them see them. */
import { z } from "zod";
import { Id, Instant, Locale, nameOf } from "../platform/shapes.ts";
import { BankId, Topics } from "./banks.ts";
import { examLimits as limits } from "./exam-limits.ts";
import { BothLanguages } from "./framework.ts";
import { QuestionText, questionTypes } from "./question.ts";

const Code = z.string().min(1).max(80);
const Count = z.int().min(0);
const Percent = z.int().min(0).max(100);
const Name = nameOf(limits.nameMax);
const PersonName = z.string().max(80);
const Note = z.string().trim().max(limits.noteMax);

export const examKinds = ["theory", "practical"] as const;
/** draft: planned; open: people may sit it; closed: being marked; published: results are known. */
export const examStates = ["draft", "open", "closed", "published"] as const;
export const signatureSides = ["teacher", "mentor"] as const;

/** One row of a blueprint: how many questions of what, and what each is worth. */
export const ExamSection = z.strictObject({
  name: z.string().trim().max(limits.sectionNameMax),
  topics: z.array(Code).max(200),
  types: z.array(z.enum(questionTypes)).max(questionTypes.length),
  questions: z.int().min(1).max(limits.questionsMax),
  points: z.int().min(1).max(limits.pointsMax),
});
export type ExamSection = z.output<typeof ExamSection>;

const planned = {
  name: Name,
  language: Locale,
  passingPercent: z.int().min(1).max(99),
};
const TheoryPlan = z.strictObject({
  kind: z.literal("theory"),
  ...planned,
  banks: z.array(BankId).min(1).max(limits.banksMax),
  sections: z.array(ExamSection).min(1).max(limits.sectionsMax),
  minutes: z.int().min(limits.minutesMin).max(limits.minutesMax),
  /** The exam can be begun from here on; null at once when it is opened. */
  opensAt: Instant.nullable(),
  /** Nobody writes longer, but for extra minutes; null until a teacher closes it. */
  closesAt: Instant.nullable(),
});
/** The season of the specialist exam that a class plays: eight units, marked by its checklist. */
const PracticalPlan = z.strictObject({ kind: z.literal("practical"), ...planned, season: Id });
export const ExamPlan = z.discriminatedUnion("kind", [TheoryPlan, PracticalPlan]);
export type ExamPlan = z.output<typeof ExamPlan>;
export type TheoryPlan = z.output<typeof TheoryPlan>;

export const ExamHead = z.strictObject({
  id: Id,
  class: Id,
  name: Name,
  kind: z.enum(examKinds),
  state: z.enum(examStates),
  language: Locale,
  minutes: Count,
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  passingPercent: Percent,
  /** Of one paper. */
  questions: Count,
  points: Count,
  madeAt: Instant,
  /** People who began, and those who have handed in or ran out of time. */
  begun: Count,
  done: Count,
});
export type ExamHead = z.output<typeof ExamHead>;

/** What a plan comes to: how many questions of the banks fit each section. */
export const ExamView = z.strictObject({
  ...ExamHead.shape,
  plan: ExamPlan,
  fitting: z.array(Count).max(limits.sectionsMax),
  /** Null where a paper can be drawn; else the first section that cannot be filled. */
  short: z
    .strictObject({ section: Count, name: z.string(), wanted: Count, reached: Count })
    .nullable(),
  extraMinutes: Count,
  /** SHA-256 of the secret by which papers are drawn; the secret itself once it is published. */
  keyHash: z.string().max(64).nullable(),
  key: z.string().max(64).nullable(),
  /** Answers to essays that nobody has marked yet. */
  unmarked: Count,
  signatures: z
    .array(z.strictObject({ side: z.enum(signatureSides), name: PersonName, at: Instant }))
    .max(signatureSides.length),
  /** Spans in which the server did not answer while people wrote. */
  outages: z.array(z.strictObject({ from: Instant, to: Instant })).max(100),
  season: z
    .strictObject({ id: Id, name: z.string().max(80), isFinished: z.boolean(), day: Count })
    .nullable(),
});
export type ExamView = z.output<typeof ExamView>;

export const seatStates = ["absent", "writing", "handed-in", "time-up"] as const;

/** One student in the room, while the exam is open and after. */
export const Seat = z.strictObject({
  person: Id,
  name: PersonName,
  number: z.string().max(40).nullable(),
  state: z.enum(seatStates),
  answered: Count,
  questions: Count,
  /** Null of who is not writing. */
  secondsLeft: Count.nullable(),
  savedAt: Instant.nullable(),
  /** Of this person alone, beside those for all. */
  extraMinutes: Count,
  /** That the server was away while this person wrote, rounded up. */
  lostMinutes: Count,
  /** How often the exam went on at another machine. */
  machines: Count,
});
export type Seat = z.output<typeof Seat>;

export const RoomView = z.strictObject({
  at: Instant,
  seats: z.array(Seat).max(limits.sittingsMax),
});
export type RoomView = z.output<typeof RoomView>;

/** For one person, or for everybody who sits the exam. */
export const ExtraMinutesRequest = z.strictObject({
  person: Id.nullable(),
  /** In all, instead of what was given before. */
  minutes: z.int().min(0).max(limits.extraMinutesMax),
});

/** An essay to mark. */
export const EssayView = z.strictObject({
  sitting: Id,
  place: Count,
  stem: QuestionText,
  markerNotes: QuestionText.nullable(),
  text: z.string(),
  points: z.int().min(1).max(limits.pointsMax),
  /** Null until it is marked. */
  percent: Percent.nullable(),
  note: Note,
});
export type EssayView = z.output<typeof EssayView>;

export const MarkEssayRequest = z.strictObject({
  sitting: Id,
  place: Count,
  percent: Percent,
  note: Note,
});

const itemFlags = [
  "negative-discrimination",
  "weak-discrimination",
  "too-easy",
  "too-hard",
  "unused-distractor",
  "distractor-above-answer",
] as const;

/** How one question did. */
export const ItemView = z.strictObject({
  question: z.string().max(80),
  type: z.enum(questionTypes),
  asks: z.string().max(200),
  topics: Topics,
  people: Count,
  facility: z.number().nullable(),
  discrimination: z.number().nullable(),
  flags: z.array(z.enum(itemFlags)).max(itemFlags.length),
  options: z
    .array(
      z.strictObject({
        text: z.string().max(200),
        isRight: z.boolean(),
        chosen: Count,
        meanRest: z.number().nullable(),
      }),
    )
    .max(50),
});
export type ItemView = z.output<typeof ItemView>;

export const PersonResult = z.strictObject({
  person: Id,
  name: PersonName,
  number: z.string().max(40).nullable(),
  state: z.enum(seatStates),
  /** Hundredths of a point; null of who was not there. */
  reachedCenti: Count.nullable(),
  ofCenti: Count,
  isPassed: z.boolean(),
  /** Of a practical exam, by unit. */
  units: z.array(Count).max(20),
});
export type PersonResult = z.output<typeof PersonResult>;

export const ResultsView = z.strictObject({
  people: z.array(PersonResult).max(limits.sittingsMax),
  units: z
    .array(z.strictObject({ id: z.string().max(40), name: BothLanguages, points: Count }))
    .max(20),
  items: z.array(ItemView).max(5_000),
});
export type ResultsView = z.output<typeof ResultsView>;
