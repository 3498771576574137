/** Marks one store by a checklist: exact integers, in whatever order things are looked at. */
import type { World } from "../world/world.ts";
import {
  type Checklist,
  type ChecklistDeduction,
  type ChecklistTask,
  pointsOfChecklist,
} from "./checklist.ts";
import type { StoreEvidence } from "./evidence.ts";
import { deductionMeasures, taskMeasures } from "./measures.ts";
import type { SeenRow } from "./seen.ts";
import { type Subject, subjectOf } from "./subject.ts";

export type TaskState = "reached" | "partly" | "not-yet";

export type MarkedTask = {
  readonly id: string;
  readonly figure: number;
  readonly state: TaskState;
  /** Share of the task's points, basis points. */
  readonly shareBp: number;
  /** The figure from which on it would be worth more; null where there is no more. */
  readonly next: number | null;
  readonly rows: readonly SeenRow[];
};

export type MarkedDeduction = {
  readonly id: string;
  readonly times: number;
  readonly points: number;
  readonly rows: readonly SeenRow[];
};

export type ChecklistMark = {
  readonly store: number;
  /** Basis points of all points, 0 to 10,000, rounded down; deductions are in it. */
  readonly reachedBp: number;
  readonly tasks: readonly MarkedTask[];
  readonly deductions: readonly MarkedDeduction[];
};

export function markChecklist(
  checklist: Checklist,
  world: World,
  evidence: StoreEvidence,
): ChecklistMark {
  const subject = subjectOf(world, evidence);
  const wanted = checklist.units.flatMap(({ tasks }) => tasks);
  const tasks = wanted.map((task) => markTask(subject, task));
  const deductions = checklist.deductions.map((one) => deduct(subject, one));
  const earned = tasks.reduce((sum, { shareBp }, at) => sum + shareBp * wanted[at]!.points, 0);
  const lost = deductions.reduce((sum, { points }) => sum + 10_000 * points, 0);
  const whole = pointsOfChecklist(checklist);
  const reachedBp = Math.max(0, Math.floor((earned - lost) / whole));
  return { store: evidence.store, reachedBp, tasks, deductions };
}

function markTask(subject: Subject, task: ChecklistTask): MarkedTask {
  const { figure, rows } = taskMeasures[task.measure].see(subject, task);
  const shareBp = task.steps.reduce(
    (most, step) => (figure >= step.from ? Math.max(most, step.shareBp) : most),
    0,
  );
  const next = task.steps.find((step) => step.shareBp > shareBp)?.from ?? null;
  const state = shareBp >= 10_000 ? "reached" : shareBp > 0 ? "partly" : "not-yet";
  return { id: task.id, figure, state, shareBp, next, rows };
}

function deduct(subject: Subject, wanted: ChecklistDeduction): MarkedDeduction {
  const { figure, rows } = deductionMeasures[wanted.measure].see(subject, { ...wanted, level: 0 });
  return {
    id: wanted.id,
    times: figure,
    points: Math.min(wanted.pointsMost, figure * wanted.points),
    rows,
  };
}
