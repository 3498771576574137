import { z } from "zod";
import { Id } from "@echelon/contract/platform/shapes.ts";
import { jobKind } from "../../platform/jobs/job-kind.ts";

const SettleImport = z.strictObject({
  import: Id,
  /** Of the model that sorts it; a newer one sorts it anew. */
  model: z.int().min(0),
  step: z.enum(["classify", "group", "rank"]),
  /** What the steps before came to: a row's number, or a block. */
  from: z.string().max(500),
});
export type SettleImportPayload = z.output<typeof SettleImport>;

/** Sorts an import's postings and finds its doubles, a few thousand rows a step. */
export const settleImportKind = jobKind({
  name: "planning.settle-import",
  payload: SettleImport,
  effect: ({ import: id, model, step, from }) => `settle:${id}:${model}:${step}:${from}`,
  // Blocks are shared by imports, so two of them settle one after the other.
  queue: () => "planning.settle-import",
});
