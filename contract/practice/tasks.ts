import type { FigureUnit, RowUnit } from "@echelon/kernel/market/checklist/measures.ts";
import { z } from "zod";
import { CourseName } from "./course-tasks.ts";
import { Count, MarketCode, SeasonDay, Sku, StoreNumber, Text } from "./shapes.ts";

const Share = z.int().min(0).max(10_000);
const Points = z.int().min(0).max(10_000);
const Code = z.string().max(40);

/** From which a figure can be counted again: a decision by its number, or a closed day. */
export const TaskRow = z.strictObject({
  day: SeasonDay,
  decision: Count.nullable(),
  sku: Sku.nullable(),
  market: MarketCode.nullable(),
  figure: z.int(),
});

/** Rows that are sent of one task, the latest ones. */
export const taskRowsMax = 40;
const Rows = z.array(TaskRow).max(taskRowsMax);

/** What figures of tasks count in: things, basis points, thousandths of a star or of one time. */
export const TaskUnit = z.enum([
  "count",
  "share",
  "stars",
  "times",
] as const satisfies readonly FigureUnit[]);

/** What the figure of a row is; null where the row says all there is. */
export const TaskRowUnit = z
  .enum(["count", "share", "stars", "money", "days"] as const satisfies readonly RowUnit[])
  .nullable();

/** The checklist of a season, and how far a store has come with it. */
export const TasksView = z.strictObject({
  /** The last closed day; 0 before there is one. */
  day: SeasonDay,
  name: Text,
  /** The lesson that it belongs to; null where it is no task of a course. */
  lesson: z.strictObject({ course: CourseName, courseName: Text, id: Code, name: Text }).nullable(),
  /** Points of all tasks. */
  points: Points,
  /** Share of all points, with deductions. */
  reachedBp: Share,
  /** Share of the balanced score in what ranks, and that score; -1 while it says nothing. */
  operationsBp: Share,
  scoreMilli: z.int(),
  units: z
    .array(
      z.strictObject({
        id: Code,
        name: Text,
        points: Points,
        /** Points reached, hundredths of a point. */
        reachedCenti: Count,
        tasks: z
          .array(
            z.strictObject({
              id: Code,
              name: Text,
              asks: Text,
              points: Points,
              shareBp: Share,
              state: z.enum(["reached", "partly", "not-yet"]),
              unit: TaskUnit,
              figure: z.int(),
              /** From here on it is worth more; null where it is worth all. */
              next: z.int().nullable(),
              rowUnit: TaskRowUnit,
              rows: Rows,
              /** Rows there are, also those that are not sent. */
              rowsAll: Count,
            }),
          )
          .max(20),
      }),
    )
    .max(20),
  deductions: z
    .array(
      z.strictObject({
        id: Code,
        name: Text,
        /** Lost each time, and at most. */
        each: Points,
        most: Points,
        times: Count,
        points: Points,
        rowUnit: TaskRowUnit,
        rows: Rows,
        rowsAll: Count,
      }),
    )
    .max(10),
});
export type TasksView = z.output<typeof TasksView>;

/** How far every store of people and of programs has come, by unit. */
export const ClassTasksView = z.strictObject({
  day: SeasonDay,
  points: Points,
  units: z.array(z.strictObject({ id: Code, name: Text, points: Points })).max(20),
  stores: z
    .array(
      z.strictObject({
        store: StoreNumber,
        name: z.string().max(40),
        reachedBp: Share,
        /** By unit, hundredths of a point. */
        reachedCenti: z.array(Count).max(20),
        deducted: Points,
      }),
    )
    .max(6_000),
});
export type ClassTasksView = z.output<typeof ClassTasksView>;
