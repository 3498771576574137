/**
 * A checklist 任务清单: tasks with points, judged from what a store decided and what its closed days
 * show, never by hand (practice.md 8, S7). It is data of the atlas; what can be asked for is the
 * closed set of measures.
 */
import type { DeductionMeasure, TaskMeasure } from "./measures.ts";

type Text = { readonly zh: string; readonly en: string };

/** From this figure on a task is worth this share of its points. */
export type Step = { readonly from: number; readonly shareBp: number };

export type ChecklistTask = {
  readonly id: string;
  readonly name: Text;
  /** What the student is asked for, with its thresholds in words. */
  readonly asks: Text;
  readonly points: number;
  readonly measure: TaskMeasure;
  /** What must be there before the measure says anything, in the measure's own terms; 0 nothing. */
  readonly least: number;
  /** What each thing that is counted must reach, in the measure's own terms; 0 nothing. */
  readonly level: number;
  /** Growing in both; the last one is worth all points. */
  readonly steps: readonly Step[];
};

/** Tasks of one kind, as an exam's rules name and weigh them. */
export type ChecklistUnit = {
  readonly id: string;
  readonly name: Text;
  readonly tasks: readonly ChecklistTask[];
};

/** Points that are lost each time something is seen, up to a most. */
export type ChecklistDeduction = {
  readonly id: string;
  readonly name: Text;
  readonly measure: DeductionMeasure;
  readonly least: number;
  readonly points: number;
  readonly pointsMost: number;
};

export type Checklist = {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  /** Share of the balanced score in what ranks a store; the tasks have the rest. */
  readonly operationsBp: number;
  readonly units: readonly ChecklistUnit[];
  readonly deductions: readonly ChecklistDeduction[];
};

/** Points of a unit. */
export const pointsOfUnit = ({ tasks }: ChecklistUnit): number =>
  tasks.reduce((sum, { points }) => sum + points, 0);

/** Points of all units together. */
export const pointsOfChecklist = ({ units }: Checklist): number =>
  units.reduce((sum, unit) => sum + pointsOfUnit(unit), 0);
