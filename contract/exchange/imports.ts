import { z } from "zod";
import { Id, Instant, Locale } from "../platform/shapes.ts";
import { AssumableFact, CurrencyCode, Readiness, Title, weaknesses } from "./shapes.ts";

/** The forms a catalogue comes in, told by its headings. */
export const CatalogFormat = z.enum(["shopify", "shopify-legacy", "echelon", "medusa"]);
export type CatalogFormat = z.output<typeof CatalogFormat>;

/** What can be wrong with a cell so that its product cannot be taken in or sold. */
export const importFaults = [
  "exchange/csv-no-key",
  "exchange/csv-no-title",
  "exchange/csv-no-sku",
  "exchange/csv-no-price",
  "exchange/csv-orphan-variant",
  "exchange/csv-duplicate-sku",
  "exchange/csv-price-not-a-number",
  "exchange/csv-options-differ",
  "exchange/csv-too-many-options",
  "exchange/csv-too-many-variants",
  "exchange/csv-text-too-long",
  "exchange/csv-cell-formula",
] as const;

/** What is taken in without this cell, or with a change that is named. */
export const importWarnings = [
  "exchange/csv-number-malformed",
  "exchange/csv-out-of-range",
  "exchange/csv-bad-gtin",
  "exchange/csv-gtin-padded",
  "exchange/csv-hs-malformed",
  "exchange/csv-country-unknown",
  "exchange/csv-currency-unknown",
  "exchange/csv-category-unknown",
  "exchange/csv-battery-unknown",
  "exchange/csv-word-unknown",
  "exchange/csv-html-reduced",
  "exchange/csv-picture-address",
] as const;
const weak = weaknesses.filter((code) => code.startsWith("exchange/weak-"));
export const ImportProblemCode = z.enum([...importFaults, ...importWarnings, ...weak]);
export type ImportProblemCode = z.output<typeof ImportProblemCode>;

export const ImportProblem = z.strictObject({
  code: ImportProblemCode,
  level: Readiness.exclude(["green"]),
  /** As the file numbers its rows; the heading is usually row 1. */
  row: z.int().min(1),
  /** As the file heads the column; empty for a problem of the whole row. */
  column: z.string().max(100),
  value: z.string().max(100),
  facts: z.record(z.string().max(40), z.union([z.string().max(400), z.number()])),
});
export type ImportProblem = z.output<typeof ImportProblem>;

export const importProblemsMax = 2_000;
export const importSampleMax = 100;

export const ImportPreview = z.strictObject({
  id: Id,
  fileName: z.string().max(200),
  format: CatalogFormat,
  encoding: z.enum(["xlsx", "utf-8", "utf-8-bom", "utf-16", "gb18030"]),
  madeAt: Instant,
  isCommitted: z.boolean(),
  counts: z.strictObject({
    rows: z.int().min(0),
    products: z.int().min(0),
    skus: z.int().min(0),
    /** Products by what a commit does with them. */
    add: z.int().min(0),
    change: z.int().min(0),
    same: z.int().min(0),
    /** Products by what they lack. Red ones are left out of a commit. */
    red: z.int().min(0),
    amber: z.int().min(0),
    green: z.int().min(0),
  }),
  /** How many SKUs get each assumption. */
  assumed: z.array(z.strictObject({ fact: AssumableFact, skus: z.int().min(1) })).max(20),
  problems: z.array(ImportProblem).max(importProblemsMax),
  problemsLeftOut: z.int().min(0),
  /** Headings that are not understood; their cells are kept and written back on export. */
  unknownColumns: z.array(z.string().max(100)).max(300),
  sample: z
    .array(
      z.strictObject({
        row: z.int().min(1),
        key: z.string().max(255),
        title: Title,
        category: z.string().max(60),
        skus: z.int().min(0),
        change: z.enum(["add", "change", "same"]),
        readiness: Readiness,
        assumed: z.array(AssumableFact).max(20),
      }),
    )
    .max(importSampleMax),
});
export type ImportPreview = z.output<typeof ImportPreview>;

/** Text fields that go beside the file. */
export const ImportRequest = z.strictObject({
  /** Of prices and costs where the file names none. */
  currency: CurrencyCode.optional(),
  /** Of titles and texts where the file has one column for them. */
  language: Locale.optional(),
});
export type ImportRequest = z.output<typeof ImportRequest>;

export const CommitImportRequest = z.strictObject({
  /** Takes the sound products although others are red. */
  leavesOutFaulty: z.boolean(),
  /** Offers the taken products to seasons at once. */
  publishes: z.boolean(),
});
export type CommitImportRequest = z.output<typeof CommitImportRequest>;

export const ImportCommitted = z.strictObject({
  added: z.int().min(0),
  changed: z.int().min(0),
  unchanged: z.int().min(0),
  leftOut: z.int().min(0),
  published: z.int().min(0),
});
export type ImportCommitted = z.output<typeof ImportCommitted>;
