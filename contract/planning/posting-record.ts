import { z } from "zod";
import { PlainDate } from "../platform/shapes.ts";
import {
  descriptionCharsMax,
  educations,
  openingsMax,
  postingFaults,
  postingFields,
  postingFlags,
  titleCharsMax,
} from "./posting-limits.ts";

const Minor = z.int().min(0).max(200_000_000);

export const PostingFieldName = z.enum(postingFields);
export const PostingFlagName = z.enum(postingFlags);
export const Education = z.enum(educations);

/** A posting as it was read from a row: canonical, whatever its source called things. */
export const PostingRecord = z.strictObject({
  /** As the file numbers its rows or lines. */
  row: z.int().min(1),
  /** The source's own number of it. */
  sourceKey: z.string().max(100).nullable(),
  postedOn: PlainDate.nullable(),
  closedOn: PlainDate.nullable(),
  title: z.string().min(1).max(titleCharsMax),
  /** As it was said; the server keeps a keyed hash of it and nothing else. */
  enterprise: z.string().max(120),
  enterpriseSize: z.string().max(60),
  citySaid: z.string().max(60),
  /** Code of a city of the region; null elsewhere. */
  city: z.string().max(12).nullable(),
  salarySaid: z.string().max(60),
  /** Yuan a month in fen; null where no figure was said. */
  salaryMinMinor: Minor.nullable(),
  salaryMaxMinor: Minor.nullable(),
  /** The period it was said for. */
  salaryPer: z.enum(["month", "year", "day", "hour", "week"]).nullable(),
  payMonths: z.int().min(12).max(24).nullable(),
  yearsMin: z.int().min(0).max(60).nullable(),
  education: Education,
  openings: z.int().min(1).max(openingsMax),
  language: z.enum(["zh", "en"]),
  description: z.string().max(descriptionCharsMax),
  flags: z.array(PostingFlagName).max(postingFlags.length),
});
export type PostingRecord = z.output<typeof PostingRecord>;

/** A row that is not taken, and why. */
export const RowProblem = z.strictObject({
  row: z.int().min(1),
  /** As the file heads the column; empty for a problem of the whole row. */
  column: z.string().max(100),
  code: z.enum(postingFaults),
  value: z.string().max(60),
});
export type RowProblem = z.output<typeof RowProblem>;

/** Which heading each field is read from. */
export const PostingMapping = z.partialRecord(PostingFieldName, z.string().max(100));
export type PostingMapping = z.output<typeof PostingMapping>;

/** A posting with what was made of it. */
export const ClassifiedPosting = PostingRecord.omit({ description: true, enterprise: true }).extend(
  {
    /** Rows of the same vacancy carry the same number: that of the first. */
    group: z.int().min(1),
    groupSize: z.int().min(1),
    /** For how many windows of 45 days in a row the vacancy was seen. */
    windows: z.int().min(1),
    isRelevant: z.boolean(),
    gateScore: z.int().min(0),
    gateWords: z.array(z.string().max(40)).max(60),
    role: z.string().max(60).nullable(),
    secondRole: z.string().max(60).nullable(),
    echelon: z.string().max(60).nullable(),
    confidence: z.number().min(0).max(1),
    /** A person should look at it. */
    isUncertain: z.boolean(),
    competencies: z.array(z.string().max(60)).max(20),
    /** Titles of the role that were found, and the words that decided with what each added. */
    titles: z.array(z.string().max(60)).max(60),
    words: z.array(z.strictObject({ word: z.string().max(60), share: z.number() })).max(5),
    model: z.int().min(0),
    cutter: z.string().max(60),
  },
);
export type ClassifiedPosting = z.output<typeof ClassifiedPosting>;
