import { z } from "zod";
import { Id, Instant, PlainDate } from "../platform/shapes.ts";
import { openingsMax } from "./posting-limits.ts";
import { PostingFlagName } from "./posting-record.ts";
import { Code } from "./region.ts";

const Share = z.number().min(0).max(1);
const Score = z.number().min(0);

/** By what it was decided, for whoever asks why. */
export const PostingReasons = z.strictObject({
  gateScore: z.int().min(0),
  /** Words that let it in. */
  gateWords: z.array(z.string().max(40)).max(60),
  /** The word of the title that kept it out. */
  against: z.string().max(40).nullable(),
  roles: z
    .array(
      z.strictObject({
        role: Code,
        score: Score,
        titles: z.array(z.string().max(60)).max(60),
        words: z.array(z.strictObject({ word: z.string().max(60), share: z.number() })).max(5),
      }),
    )
    .max(2),
  /** Points in tenths: of the years asked for, of the title, for leading others. */
  points: z.strictObject({
    years: z.int().min(0),
    title: z.int().min(0),
    leading: z.int().min(0),
  }),
  cutter: z.string().max(60),
});
export type PostingReasons = z.output<typeof PostingReasons>;

export const LabelView = z.strictObject({
  isRelevant: z.boolean(),
  role: Code.nullable(),
  echelon: Code.nullable(),
});

export const PostingView = z.strictObject({
  id: Id,
  row: z.int().min(1),
  title: z.string().max(200),
  excerpt: z.string().max(600),
  city: z.string().max(60),
  salary: z.string().max(60),
  openings: z.int().min(1).max(openingsMax),
  postedOn: PlainDate.nullable(),
  flags: z.array(PostingFlagName).max(20),
  /** Postings that tell the same vacancy, this one among them. */
  groupSize: z.int().min(1),
  isRelevant: z.boolean(),
  role: Code.nullable(),
  secondRole: Code.nullable(),
  echelon: Code.nullable(),
  competencies: z.array(Code).max(20),
  confidence: Share,
  isQueued: z.boolean(),
  /** What a person said; null where nobody did. */
  label: LabelView.nullable(),
  labels: z.int().min(0),
  isLabeledByMe: z.boolean(),
  model: z.int().min(0),
  reasons: PostingReasons,
});
export type PostingView = z.output<typeof PostingView>;

export const PostingShow = z.enum(["all", "relevant", "queue", "labeled"]);

export const LabelRequest = z.strictObject({
  isRelevant: z.boolean(),
  /** Null where it is none of ours. */
  role: Code.nullable(),
  echelon: Code.nullable(),
});
export type LabelRequest = z.output<typeof LabelRequest>;

export const ModelView = z.strictObject({
  /** 0 knows the framework's own texts and no labels. */
  version: z.int().min(0),
  /** Labels it learned from. */
  labels: z.int().min(0),
  /** Labels that nobody has taught it yet. */
  newLabels: z.int().min(0),
  madeAt: Instant.nullable(),
  /** Postings that two people labeled, and how well they agree (Cohen's kappa). */
  pairs: z.int().min(0),
  kappa: z.number().nullable(),
  /** Share of labeled postings that the version before sorted as people did; null untold. */
  hitShare: Share.nullable(),
  cutter: z.string().max(60),
});
export type ModelView = z.output<typeof ModelView>;
