/**
 * The tasks of courses as the practice market takes them: each is a preset with a checklist of its
 * own, for one person who closes the days, and for a class whose teacher does.
 */
import type { Preset } from "@echelon/atlas/world-source.ts";
import type { Checklist } from "@echelon/kernel/market/checklist/checklist.ts";
import type { Course } from "./course-folder.ts";
import type { TaskFile } from "./course-shape.ts";

export interface CourseTask {
  /** The course's slug. */
  readonly course: string;
  readonly courseName: TaskFile["name"];
  /** The first lesson that sends to it. */
  readonly lesson: { readonly id: string; readonly name: TaskFile["name"] };
  readonly task: TaskFile;
  readonly forPerson: Preset;
  readonly forClass: Preset;
  readonly checklist: Checklist;
}

/** No preset of the atlas has a dot in its name. */
export const taskPresetId = (course: string, task: string): string => `${course}.${task}`;
const classPresetId = (course: string, task: string) => `${course}.class.${task}`;

/** Every task of a course, in the order of its lessons. */
export function tasksOf({ course, tasks }: Course): readonly CourseTask[] {
  const order = course.lessons.flatMap((lesson) => lesson.tasks);
  return tasks
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((task) => {
      const { slug } = course;
      const id = taskPresetId(slug, task.id);
      const { version, name, checklist } = task;
      const lesson = course.lessons.find((one) => one.tasks.includes(task.id));
      if (lesson === undefined) throw new Error(`no lesson of ${slug} sends to ${task.id}`);
      return {
        course: slug,
        courseName: course.name,
        lesson: { id: lesson.id, name: lesson.name },
        task,
        forPerson: presetOf(task, id, id, "person"),
        forClass: presetOf(task, classPresetId(slug, task.id), id, "class"),
        checklist: { id, version, name, ...checklist },
      };
    });
}

function presetOf(
  task: TaskFile,
  id: string,
  checklist: string,
  audience: Preset["audience"],
): Preset {
  const isAlone = audience === "person";
  return {
    id,
    version: task.version,
    code: null,
    audience,
    name: task.name,
    about: task.brief,
    scenario: task.scenario,
    changes: { ...task.changes, bots: task.bots },
    pace: isAlone ? { kind: "self-paced" } : { kind: "by-hand" },
    daysPerRound: 1,
    // Alone there is nobody but bots to be ranked with, and they do no tasks.
    scoring: isAlone ? "balanced" : "checklist",
    checklist,
    market: "class-market",
    teamSize: 1,
    listingsPerRoundMax: null,
    absence: "carry-forward",
    minutes: task.minutes,
  };
}
