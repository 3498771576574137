import type { ClassTasksView, TasksView } from "@echelon/contract/practice/tasks.ts";
import { taskRowsMax } from "@echelon/contract/practice/tasks.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  type Checklist,
  pointsOfChecklist,
  pointsOfUnit,
} from "@echelon/kernel/market/checklist/checklist.ts";
import { noEvidence } from "@echelon/kernel/market/checklist/evidence.ts";
import {
  type ChecklistMark,
  markChecklist,
} from "@echelon/kernel/market/checklist/mark-checklist.ts";
import { deductionMeasures, taskMeasures } from "@echelon/kernel/market/checklist/measures.ts";
import type { SeenRow } from "@echelon/kernel/market/checklist/seen.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { taskOfPreset } from "../engine/world-sources.ts";
import type { PracticeMeans } from "../means.ts";
import { readStores } from "../store/store-store.ts";
import { findSeason, findStore } from "./find-season.ts";
import { namesFor } from "./name-stores.ts";

/** The season's tasks and how far the store has come: what was seen, and by which rows. */
export async function viewTasks(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<TasksView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  const { row } = found.value;
  if (row.checklist === null) return refuse({ code: "practice/no-checklist" });
  const { checklist } = row;
  const day = row.day - 1;
  const sql = means.database;
  const marks = await means.engine.marksOf(sql, row, day);
  const world = await means.engine.worldOf(sql, row);
  // Before its first close, and where it entered since, a store has the paper and nothing on it.
  const mark = marks.get(store) ?? markChecklist(checklist, world, noEvidence(store));
  const sums = day < 1 ? [] : await means.engine.sumsOf(sql, row, day);
  return ok({
    day,
    name: checklist.name,
    lesson: lessonOf(row.preset_id),
    points: pointsOfChecklist(checklist),
    reachedBp: mark.reachedBp,
    operationsBp: checklist.operationsBp,
    scoreMilli: sums.find((one) => one.store === store)?.scoreMilli ?? -1,
    units: unitsOf(checklist, mark),
    deductions: deductionsOf(checklist, mark),
  });
}

function lessonOf(preset: string | null): TasksView["lesson"] {
  const task = taskOfPreset(preset);
  return task === undefined
    ? null
    : { course: task.course, courseName: task.courseName, ...task.lesson };
}

/** How far every store has come, for those who see all of them. */
export async function viewClassTasks(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<ClassTasksView>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySeeAll } = found.value;
  if (!maySeeAll) return refuse({ code: "platform/not-allowed" });
  if (row.checklist === null) return refuse({ code: "practice/no-checklist" });
  const { checklist } = row;
  const sql = means.database;
  const marks = await means.engine.marksOf(sql, row, row.day - 1);
  const stores = await readStores(sql, season);
  const told = await namesFor(sql, found.value, () => false);
  return ok({
    day: row.day - 1,
    points: pointsOfChecklist(checklist),
    units: checklist.units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      points: pointsOfUnit(unit),
    })),
    stores: stores.flatMap(({ store }) => {
      const mark = marks.get(store);
      if (mark === undefined) return [];
      return [
        {
          store,
          name: told(store).name,
          reachedBp: mark.reachedBp,
          reachedCenti: reachedByUnit(checklist, mark),
          deducted: mark.deductions.reduce((sum, { points }) => sum + points, 0),
        },
      ];
    }),
  });
}

/** Hundredths of points of each unit, rounded down. */
export function reachedByUnit({ units }: Checklist, { tasks }: ChecklistMark): number[] {
  let at = 0;
  return units.map((unit) => {
    const earned = unit.tasks.reduce((sum, { points }) => sum + points * tasks[at++]!.shareBp, 0);
    return Math.floor(earned / 100);
  });
}

function unitsOf(checklist: Checklist, mark: ChecklistMark): TasksView["units"] {
  const reached = reachedByUnit(checklist, mark);
  let at = 0;
  return checklist.units.map((unit, index) => ({
    id: unit.id,
    name: unit.name,
    points: pointsOfUnit(unit),
    reachedCenti: reached[index]!,
    tasks: unit.tasks.map(({ id, name, asks, points, measure }) => {
      const { shareBp, state, figure, next, rows } = mark.tasks[at++]!;
      const { unit: counts, row } = taskMeasures[measure];
      const marked = { shareBp, state, unit: counts, figure, next, rowUnit: row };
      return { id, name, asks, points, ...marked, ...sent(rows) };
    }),
  }));
}

const deductionsOf = (checklist: Checklist, mark: ChecklistMark): TasksView["deductions"] =>
  checklist.deductions.map(({ id, name, measure, points: each, pointsMost: most }, at) => {
    const { times, points, rows } = mark.deductions[at]!;
    const { row: rowUnit } = deductionMeasures[measure];
    return { id, name, each, most, times, points, rowUnit, ...sent(rows) };
  });

/** The latest rows, and how many there are. */
const sent = (rows: readonly SeenRow[]) => ({
  rows: rows.slice(-taskRowsMax),
  rowsAll: rows.length,
});
