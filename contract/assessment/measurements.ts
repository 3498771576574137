/** How much a class learns in a course, by two parallel tests. */
import { z } from "zod";
import { Id, Instant, Locale } from "../platform/shapes.ts";
import { CourseSlug } from "../teaching/courses.ts";
import { examLimits } from "./exam-limits.ts";
import { BothLanguages } from "./framework.ts";
import {
  measurementLimits as limits,
  measurementStates,
  takenParts,
  testMoments,
} from "./measurement-limits.ts";

const Count = z.int().min(0);
const Percent = z.number().min(0).max(100);
/** Shares of the points, 0 to 1. */
const Share = z.number().min(0).max(1);
const Change = z.number();
const PersonName = z.string().max(80);

/** When a test can be sat; null opens it at once, and leaves it open until a teacher closes it. */
const window = { opensAt: Instant.nullable(), closesAt: Instant.nullable() };

export const MakeMeasurementRequest = z.strictObject({
  course: CourseSlug,
  language: Locale,
  minutes: z.int().min(limits.minutesMin).max(limits.minutesMax),
  ...window,
});
export type MakeMeasurementRequest = z.output<typeof MakeMeasurementRequest>;

export const OpenAfterRequest = z.strictObject(window);
export type OpenAfterRequest = z.output<typeof OpenAfterRequest>;

export const MeasuringTest = z.strictObject({
  exam: Id,
  moment: z.enum(testMoments),
  isOpen: z.boolean(),
  ...window,
  /** Null of a group that nothing is told of. */
  begun: Count.nullable(),
  done: Count.nullable(),
});
export type MeasuringTest = z.output<typeof MeasuringTest>;

export const MeasurementHead = z.strictObject({
  id: Id,
  class: Id,
  className: z.string().max(80),
  course: CourseSlug,
  courseName: BothLanguages,
  state: z.enum(measurementStates),
  madeAt: Instant,
});
export type MeasurementHead = z.output<typeof MeasurementHead>;

/** A gain with its bounds, 95 %; null where everybody gained the same. */
export const GainView = z.strictObject({
  people: Count,
  before: Share,
  after: Share,
  gain: Change,
  low: Change.nullable(),
  high: Change.nullable(),
});
export type GainView = z.output<typeof GainView>;

/** The gain in standard deviations of the test before (Hedges' g), with bounds, 95 %. */
export const EffectView = z.strictObject({
  effect: Change,
  low: Change,
  high: Change,
  /** How much better the second form went than the first, whoever took it when. */
  formGap: Change,
});
export type EffectView = z.output<typeof EffectView>;

/** Who took which test as far as it counts: half of its questions answered, or more. */
export const TakenCounts = z.strictObject({
  both: Count,
  /** Sat the test before and not the one after. */
  dropped: Count,
  /** Sat the test after alone. */
  joined: Count,
  none: Count,
  /** Tests that were begun and of which less than half was answered: they count as not sat. */
  unfinished: Count,
  /** What those reached before who sat both, and those who did not come again. */
  stayedBefore: Share.nullable(),
  droppedBefore: Share.nullable(),
});
export type TakenCounts = z.output<typeof TakenCounts>;

/** A lesson or a competency: what people knew of it before, and what they gained. */
export const MeasuredPart = z.strictObject({
  id: z.string().max(80),
  name: BothLanguages,
  /** Questions of it in each form. */
  questions: Count,
  /** Of all who sat the test before. */
  start: Share.nullable(),
  /** Null while the test after is not over, or too few people sat both. */
  gain: GainView.nullable(),
});
export type MeasuredPart = z.output<typeof MeasuredPart>;

const Bounded = z.strictObject({ r: z.number(), low: z.number(), high: z.number() });

/** Whether a score goes with something learned; null of too few, or where nobody differs. */
export const CorrelationView = z.strictObject({
  /** Stores of which both numbers are known. */
  stores: Count,
  found: z.strictObject({ numbers: Bounded, ranks: Bounded }).nullable(),
});
export type CorrelationView = z.output<typeof CorrelationView>;

export const SeasonCorrelation = z.strictObject({
  season: Id,
  name: z.string().max(80),
  day: Count,
  days: Count,
  /** With the test after the course. */
  withTest: CorrelationView,
  /** With what people have shown of the course's competencies elsewhere than in seasons. */
  withMastery: CorrelationView,
});
export type SeasonCorrelation = z.output<typeof SeasonCorrelation>;

export const MeasuredPerson = z.strictObject({
  person: Id,
  name: PersonName,
  number: z.string().max(40).nullable(),
  took: z.enum(takenParts),
  before: Share.nullable(),
  after: Share.nullable(),
});
export type MeasuredPerson = z.output<typeof MeasuredPerson>;

export const MeasurementView = z.strictObject({
  ...MeasurementHead.shape,
  language: Locale,
  minutes: Count,
  /** Of one form. */
  questions: Count,
  students: Count,
  tests: z.array(MeasuringTest).min(1).max(2),
  /** SHA-256 of what the lot is drawn by; that itself once both tests are over. */
  keyHash: z.string().max(64),
  key: z.string().max(64).nullable(),
  mayTeach: z.boolean(),
  /** Fewer than five people sat both tests: nothing of them is told to who does not teach them. */
  isHidden: z.boolean(),
  taken: TakenCounts.nullable(),
  gain: GainView.nullable(),
  effect: EffectView.nullable(),
  lessons: z.array(MeasuredPart).max(60),
  competencies: z.array(MeasuredPart).max(200),
  seasons: z.array(SeasonCorrelation).max(limits.seasonsShown),
  /** For who leads the class alone. */
  people: z.array(MeasuredPerson).max(examLimits.sittingsMax),
});
export type MeasurementView = z.output<typeof MeasurementView>;

/** A class as the head of its school sees it beside others. */
export const SchoolMeasurement = z.strictObject({
  ...MeasurementHead.shape,
  /** Of too few people nothing is told, not even how many. */
  isHidden: z.boolean(),
  both: Count.nullable(),
  dropped: Count.nullable(),
  gain: GainView.nullable(),
  effect: EffectView.nullable(),
});
export type SchoolMeasurement = z.output<typeof SchoolMeasurement>;

/** What one student has learned, when both tests are over. */
export const OwnMeasurement = z.strictObject({
  courseName: BothLanguages,
  beforePercent: Percent.nullable(),
  afterPercent: Percent.nullable(),
  lessons: z
    .array(
      z.strictObject({
        id: z.string().max(80),
        name: BothLanguages,
        before: Share.nullable(),
        after: Share.nullable(),
      }),
    )
    .max(60),
});
export type OwnMeasurement = z.output<typeof OwnMeasurement>;
