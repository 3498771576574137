import type { ClassTaskMarks, OwnTask } from "@echelon/contract/practice/course-tasks.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { classAccess, studentsHere } from "../../teaching/index.ts";
import { courseTasks } from "../engine/world-sources.ts";
import type { PracticeMeans } from "../means.ts";
import { type SeasonRow, taskSeasons } from "../store/season-store.ts";
import { storesOf } from "../store/store-store.ts";

const tasksIn = (course: string) => courseTasks().filter((one) => one.course === course);

/** The tasks of a course, and how far the caller has come with each. */
export async function viewOwnTasks(
  means: PracticeMeans,
  caller: Caller,
  course: string,
): Promise<Outcome<OwnTask[]>> {
  const sql = means.database;
  const tasks = tasksIn(course);
  const rows = await taskSeasons(
    sql,
    [caller.person],
    tasks.map(({ forPerson }) => forPerson.id),
  );
  const stores = await storesOf(sql, caller.person);
  return ok(
    tasks.map(({ task, forPerson }) => {
      const row = rows.find(({ preset_id: preset }) => preset === forPerson.id);
      const store = stores.find(({ season_id: season }) => season === row?.season_id);
      const { id, name, brief, minutes, passBp } = task;
      return {
        id,
        preset: forPerson.id,
        name,
        brief,
        minutes,
        days: forPerson.changes.days ?? 0,
        passBp,
        own:
          row === undefined || store === undefined
            ? null
            : { season: row.season_id, store: store.store, ...stateOf(row, passBp) },
      };
    }),
  );
}

/** The same of a class's students, for those who lead and who mentor it. */
export async function viewClassCourseTasks(
  means: PracticeMeans,
  caller: Caller,
  classId: string,
  course: string,
): Promise<Outcome<ClassTaskMarks>> {
  const sql = means.database;
  const role = await classAccess(sql, caller, classId);
  if (role === null || role === "student") return refuse({ code: "practice/no-such-class" });
  const tasks = tasksIn(course);
  const students = await studentsHere(sql, classId);
  const rows = await taskSeasons(
    sql,
    [...students],
    tasks.map(({ forPerson }) => forPerson.id),
  );
  return ok({
    tasks: tasks.map(({ task: { id, name, passBp } }) => ({ id, name, passBp })),
    marks: rows.flatMap((row) => {
      const of = tasks.find(({ forPerson }) => forPerson.id === row.preset_id);
      if (of === undefined) return [];
      const { id, passBp } = of.task;
      return [{ person: row.owner_id, task: id, ...stateOf(row, passBp) }];
    }),
  });
}

const stateOf = ({ state, day, days, reached_bp: reachedBp }: SeasonRow, passBp: number) => ({
  state,
  day,
  days,
  reachedBp,
  isPassed: reachedBp !== null && reachedBp >= passBp,
});
