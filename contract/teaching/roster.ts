import { z } from "zod";
import { Id } from "../platform/shapes.ts";
import { Credentials } from "../identity/shapes.ts";
import { ClassRole } from "./shapes.ts";

/**
 * The columns that are read; a roster may have more. Addresses and telephones are not asked for.
 */
export const rosterColumns = ["number", "name", "class", "role", "status"] as const;
export const RosterColumn = z.enum(rosterColumns);
export type RosterColumn = z.output<typeof RosterColumn>;

/** What can be wrong with a cell. The first ones keep their row out, the others only warn. */
export const rosterFaults = [
  "teaching/roster-number-missing",
  "teaching/roster-number-malformed",
  "teaching/roster-number-twice",
  "teaching/roster-name-missing",
  "teaching/roster-name-long",
  "teaching/roster-role-unknown",
  "teaching/roster-role-not-here",
  "teaching/roster-other-class",
  "teaching/roster-status-unknown",
  "teaching/roster-cell-formula",
] as const;
export const rosterWarnings = [
  "teaching/roster-number-was-a-number",
  "teaching/roster-name-differs",
  "teaching/roster-name-kept",
] as const;
export const RosterProblemCode = z.enum([...rosterFaults, ...rosterWarnings]);
export type RosterProblemCode = z.output<typeof RosterProblemCode>;

export const rosterRowsMax = 1_000;

export const RosterProblem = z.strictObject({
  code: RosterProblemCode,
  isBlocking: z.boolean(),
  /** As the file numbers its rows, the first is 1. */
  row: z.int().min(1),
  column: RosterColumn,
  /** As the file heads the column; empty when it has no such column. */
  heading: z.string().max(100),
  value: z.string().max(100),
  facts: z.record(z.string().max(40), z.union([z.string().max(400), z.number()])),
});
export type RosterProblem = z.output<typeof RosterProblem>;

export const RosterRow = z.strictObject({
  row: z.int().min(1),
  number: z.string().max(32),
  name: z.string().max(60),
  role: ClassRole,
  /** What a commit does with it. `faulty` rows have a blocking problem. */
  change: z.enum(["add", "join", "rename", "leave", "same", "faulty"]),
});
export type RosterRow = z.output<typeof RosterRow>;

export const RosterPreview = z.strictObject({
  id: Id,
  fileName: z.string().max(200),
  /** `xlsx`, or how the text was encoded. */
  encoding: z.enum(["xlsx", "utf-8", "utf-8-bom", "utf-16", "gb18030"]),
  counts: z.strictObject({
    rows: z.int().min(0),
    /** New people. */
    add: z.int().min(0),
    /** People of the school who come into the class. */
    join: z.int().min(0),
    rename: z.int().min(0),
    leave: z.int().min(0),
    same: z.int().min(0),
    faulty: z.int().min(0),
  }),
  rows: z.array(RosterRow).max(rosterRowsMax),
  problems: z.array(RosterProblem).max(2_000),
  problemsLeftOut: z.int().min(0),
  /** Headings of columns that are not understood and are not read. */
  ignoredColumns: z.array(z.string().max(100)).max(300),
  /** Students of the class whom the file does not name. */
  missing: z
    .array(
      z.strictObject({
        person: Id,
        name: z.string().max(60),
        number: z.string().max(32).nullable(),
      }),
    )
    .max(400),
});
export type RosterPreview = z.output<typeof RosterPreview>;

export const CommitRosterRequest = z.strictObject({
  /** Takes the good rows although others are faulty. */
  leavesOutFaulty: z.boolean(),
  /** Makes a password for each new person; else they come in by the join code with their number. */
  makesPasswords: z.boolean(),
  /** Of `missing`, who leaves the class. */
  removes: z.array(Id).max(400),
});
export type CommitRosterRequest = z.output<typeof CommitRosterRequest>;

export const RosterCommitted = z.strictObject({
  added: z.int().min(0),
  joined: z.int().min(0),
  renamed: z.int().min(0),
  left: z.int().min(0),
  unchanged: z.int().min(0),
  leftOut: z.int().min(0),
  /** Told once. */
  credentials: z.array(Credentials).max(rosterRowsMax),
});
export type RosterCommitted = z.output<typeof RosterCommitted>;
