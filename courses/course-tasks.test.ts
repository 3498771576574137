import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { buildWorldSource } from "@echelon/atlas/world-source.ts";
import { playDiligently } from "@echelon/kernel/market/examples/diligent-season.ts";
import { courseFolders, loadCourses } from "./course-catalog.ts";
import { readCourseFolder } from "./course-folder.ts";
import { looseCourse, readWrittenCourse } from "./course-for-tests.ts";
import { type CourseTask, taskPresetId, tasksOf } from "./course-tasks.ts";

/** A season with a store that goes about it as the task's reference does, and an idle one. */
function played({ task, forPerson, checklist }: CourseTask) {
  const { seed, ...how } = task.reference;
  const source = buildWorldSource(task.scenario, undefined, { preset: forPerson });
  return playDiligently(source, checklist, how, seed);
}

const madeUp = tasksOf(readWrittenCourse(looseCourse()).course!);

suite("a task of a course", () => {
  const all = courseFolders().flatMap((folder) => {
    const { course } = readCourseFolder(folder);
    return course === null ? [] : tasksOf(course);
  });
  for (const one of [madeUp[0]!, ...all])
    test(`${one.forPerson.id} is passed by its reference run, and not by doing nothing`, () => {
      const { diligent, idle, isBalanced } = played(one);
      assert.ok(isBalanced, "the books balance on every day");
      const told = diligent.tasks.map(({ id, figure, shareBp }) => `${id} ${figure} (${shareBp})`);
      assert.ok(diligent.reachedBp >= one.task.passBp, `${diligent.reachedBp}: ${told.join(", ")}`);
      assert.ok(idle.reachedBp < one.task.passBp, `doing nothing reaches ${idle.reachedBp}`);
    });

  test("has a name that fits wherever presets are named, and is no other's", () => {
    const tasks = [...madeUp, ...loadCourses().flatMap(tasksOf)];
    const ids = tasks.flatMap(({ forPerson, forClass }) => [forPerson.id, forClass.id]);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => id.length <= 60 && id.includes(".")));
    assert.equal(madeUp[0]!.forPerson.id, taskPresetId("made-up", "open"));
  });
});
