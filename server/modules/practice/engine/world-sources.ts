/**
 * The only place of this module that reads the atlas and the courses: scenarios, ways to play, and
 * the worlds made of them. A task of a course is a preset like those of the atlas.
 */
import {
  buildWorldSource as buildSource,
  presetCardOf,
  presetCards as atlasCards,
  presetChecklist as atlasChecklist,
  type PresetCard as AtlasCard,
  type Preset,
  type SourceChanges as Changes,
} from "@echelon/atlas/world-source.ts";
import { loadCourses } from "@echelon/courses/course-catalog.ts";
import { type CourseTask, tasksOf } from "@echelon/courses/course-tasks.ts";
import type { Checklist } from "@echelon/kernel/market/checklist/checklist.ts";

export { reviewDue } from "@echelon/atlas/review-due.ts";
export { scenarioCards } from "@echelon/atlas/world-source.ts";

/** What a teacher may change of a scenario, by a preset of the atlas or of a course. */
export type SourceChanges = Omit<Changes, "preset"> & { readonly preset?: string };

/** A way to play; a task's names the course that it belongs to. */
export type PresetCard = AtlasCard & { readonly course: CourseTask["courseName"] | null };

let read: readonly CourseTask[] | undefined;

/** The tasks of all courses, by course. */
export const courseTasks = (): readonly CourseTask[] => (read ??= loadCourses().flatMap(tasksOf));

interface TaskPreset {
  readonly task: CourseTask;
  readonly preset: Preset;
}

let byId: ReadonlyMap<string, TaskPreset> | undefined;

/** Both presets of every task, by their ids. */
function taskPresets(): ReadonlyMap<string, TaskPreset> {
  byId ??= new Map(
    courseTasks().flatMap((task) =>
      [task.forPerson, task.forClass].map((preset) => [preset.id, { task, preset }] as const),
    ),
  );
  return byId;
}

/** The task that a preset is; undefined for every other preset. */
export const taskOfPreset = (preset: string | null): CourseTask | undefined =>
  preset === null ? undefined : taskPresets().get(preset)?.task;

export function presetCards(): readonly PresetCard[] {
  return [
    ...atlasCards().map((card) => ({ ...card, course: null })),
    ...[...taskPresets().values()].map(({ task, preset }) => ({
      ...presetCardOf(preset),
      course: task.courseName,
    })),
  ];
}

export const presetChecklist = (preset: string): Checklist | null =>
  taskOfPreset(preset)?.checklist ?? atlasChecklist(preset);

/** The source of a world, as the atlas builds it. */
export function buildWorldSource(
  scenario: string,
  products: Parameters<typeof buildSource>[1],
  { preset, ...changes }: SourceChanges = {},
): ReturnType<typeof buildSource> {
  const named = preset === undefined ? {} : { preset: taskPresets().get(preset)?.preset ?? preset };
  return buildSource(scenario, products, { ...changes, ...named });
}
