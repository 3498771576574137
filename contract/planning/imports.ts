import { z } from "zod";
import { Id, Instant, nameOf } from "../platform/shapes.ts";
import { batchRowsMax, problemsMax, streamedRowsMax } from "./posting-limits.ts";
import { PostingFlagName, PostingMapping, PostingRecord, RowProblem } from "./posting-record.ts";

export const sourcesMax = 200;
export const importsMax = 200;
export const sampleMax = 20;
const headingsMax = 300;
const Count = z.int().min(0).max(streamedRowsMax);

/** A place that postings come from: an association's survey, a bureau's file, an own form. */
export const SourceName = nameOf(60);

export const SourceView = z.strictObject({
  id: Id,
  name: z.string().max(60),
  /** Field by heading, as it was last taken. */
  mapping: PostingMapping,
});
export type SourceView = z.output<typeof SourceView>;

/** What became of an import's rows: each is taken, refused or was seen before. */
export const ImportCounts = z.strictObject({
  rows: Count,
  taken: Count,
  refused: Count,
  /** Rows whose number the source had given before. */
  seen: Count,
});
export type ImportCounts = z.output<typeof ImportCounts>;

export const ImportState = z.enum(["open", "committed", "settled"]);

export const ImportRow = z.strictObject({
  id: Id,
  source: z.string().max(60),
  form: z.enum(["table", "lines", "batches", "form"]),
  fileName: z.string().max(200),
  state: ImportState,
  madeAt: Instant,
  counts: ImportCounts,
  /** Steps of settling that are done, in rows; all of them once it is settled. */
  done: Count,
});
export type ImportRow = z.output<typeof ImportRow>;

export const ImportReport = ImportRow.extend({
  headings: z.array(z.string().max(100)).max(headingsMax),
  mapping: PostingMapping,
  /** How many taken rows are odd in which way. */
  flags: z.array(z.strictObject({ flag: PostingFlagName, rows: Count })).max(20),
  /** Cities that are none of the region's, the most frequent first. */
  outside: z.array(z.strictObject({ city: z.string().max(60), rows: Count })).max(20),
  problems: z.array(RowProblem).max(problemsMax),
  problemsLeftOut: Count,
  sample: z.array(PostingRecord.omit({ enterprise: true, description: true })).max(sampleMax),
});
export type ImportReport = z.output<typeof ImportReport>;

/** A mapping beside a file travels as the text of its JSON. */
const MappingText = z.codec(z.string().max(4_000), PostingMapping, {
  decode: (text, context) => {
    try {
      return JSON.parse(text) as z.input<typeof PostingMapping>;
    } catch {
      context.issues.push({ code: "custom", input: text, message: "json" });
      return z.NEVER;
    }
  },
  encode: (mapping) => JSON.stringify(mapping),
});

export const PreviewImportRequest = z.strictObject({
  /** An own source by its name; a new name makes one. */
  source: SourceName,
  /** What was remembered of the source, when left out. */
  mapping: MappingText.optional(),
});
export type PreviewImportRequest = z.output<typeof PreviewImportRequest>;

export const CommitImportRequest = z.strictObject({
  /** Takes the sound rows although others are refused. */
  leavesOutFaulty: z.boolean(),
});

export const OpenStreamRequest = z.strictObject({ source: SourceName });

/** Rows as their source has them: keys are read as a table's headings are. */
export const BatchRequest = z.strictObject({
  postings: z
    .array(z.record(z.string().max(100), z.union([z.string().max(20_000), z.number(), z.null()])))
    .min(1)
    .max(batchRowsMax),
});

export const BatchTaken = z.strictObject({
  counts: ImportCounts,
  /** Of this batch; rows are numbered through the whole import. */
  problems: z.array(RowProblem).max(batchRowsMax * 4),
});

/** A vacancy of one's own, typed. */
export const VacancyRequest = z.strictObject({
  title: nameOf(200),
  description: z.string().trim().max(20_000),
  city: z.string().max(60),
  salary: z.string().trim().max(60),
  experience: z.string().trim().max(60),
  education: z.string().trim().max(60),
  openings: z.int().min(1).max(100),
});
export type VacancyRequest = z.output<typeof VacancyRequest>;
