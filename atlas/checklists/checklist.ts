/**
 * A checklist is a folder of `atlas/checklists` with `checklist.json`: the tasks of an exam or a
 * contest, with points, thresholds and deductions. The schema is the kernel's `Checklist`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checklist } from "@echelon/kernel/market/checklist/checklist.ts";
import type { DeductionMeasure, TaskMeasure } from "@echelon/kernel/market/checklist/measures.ts";
import { z } from "zod";

const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const Whole = z.int().min(0).max(1_000_000);

/** The kernel's measures; a test holds the two lists equal. */
export const taskMeasureIds = [
  "standing-answers",
  "terms-markets",
  "reports-bought",
  "reorder-rules",
  "stocked-markets",
  "promotions",
  "complete-listings",
  "complete-markets",
  "matched-listings",
  "pictured-listings",
  "shipping-markets",
  "better-prices",
  "products-sold",
  "profitable-listings",
  "right-verdicts",
  "orders",
  "outside-markets",
  "outside-orders",
  "on-time",
  "stocked-listings",
  "answered-in-time",
  "disputes-answered",
  "rating",
  "ad-return",
] as const satisfies readonly TaskMeasure[];

export const deductionMeasureIds = [
  "findings",
  "sanctions",
  "loss-listings",
  "overdraft-days",
] as const satisfies readonly DeductionMeasure[];

const Step = z.strictObject({ from: z.int().min(1), shareBp: z.int().min(1).max(10_000) });

const Task = z.strictObject({
  id: Id,
  name: Text,
  asks: Text,
  points: z.int().min(1).max(100),
  measure: z.enum(taskMeasureIds),
  least: Whole,
  level: Whole,
  steps: z
    .array(Step)
    .min(1)
    .max(5)
    .refine(
      (steps) =>
        steps.every(
          ({ from, shareBp }, at) =>
            at === 0 || (from > steps[at - 1]!.from && shareBp > steps[at - 1]!.shareBp),
        ) && steps.at(-1)?.shareBp === 10_000,
      "steps grow, and the last is worth all points",
    ),
});

const areDifferent = (named: readonly { readonly id: string }[]) =>
  new Set(named.map(({ id }) => id)).size === named.length;

/** Units of a checklist, and tasks of a unit, have different names. */
const ChecklistUnits = z
  .array(z.strictObject({ id: Id, name: Text, tasks: z.array(Task).min(1).max(20) }))
  .min(1)
  .max(20)
  .refine(
    (units) => units.every(({ tasks }) => areDifferent(tasks)) && areDifferent(units),
    "units, and tasks of a unit, have different names",
  );

/** What is asked and what costs points; whoever keeps it elsewhere names and numbers it there. */
export const ChecklistBody = z.strictObject({
  operationsBp: z.int().min(0).max(9_999),
  units: ChecklistUnits,
  deductions: z
    .array(
      z.strictObject({
        id: Id,
        name: Text,
        measure: z.enum(deductionMeasureIds),
        least: Whole,
        points: z.int().min(1).max(100),
        pointsMost: z.int().min(1).max(100),
      }),
    )
    .max(10),
});

const ChecklistFile = z.strictObject({
  id: Id,
  version: z.int().min(1),
  name: Text,
  ...ChecklistBody.shape,
});

/** Every checklist, by name. */
export function loadChecklists(folder: string = import.meta.dirname): readonly Checklist[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const text = readFileSync(join(folder, name, "checklist.json"), "utf8");
      const checklist: Checklist = ChecklistFile.parse(JSON.parse(text));
      if (checklist.id !== name) throw new Error(`checklist ${checklist.id} lives in ${name}`);
      return checklist;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
