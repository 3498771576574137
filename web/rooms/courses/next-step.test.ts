import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckState, LessonCard, Task } from "./course-types.ts";
import { isOverdue, nextStep, progressOf, todayHere } from "./next-step.ts";

const lesson = (id: string, more: Partial<LessonCard> = {}) =>
  ({ id, tasks: [], checks: [], isRead: false, dueOn: null, ...more }) as unknown as LessonCard;
const task = (id: string, isPassed: boolean | null) =>
  ({ id, own: isPassed === null ? null : { isPassed } }) as unknown as Task;

test("a lesson is read before it is practiced, and practiced before the next is read", () => {
  const plan = [lesson("a", { tasks: ["t"] }), lesson("b")];
  const read = [lesson("a", { tasks: ["t"], isRead: true }), lesson("b")];
  const step = (lessons: LessonCard[], tasks: Task[]) => {
    const next = nextStep(lessons, tasks);
    return next === null ? null : next.kind === "lesson" ? next.lesson.id : next.task.id;
  };
  assert.equal(step(plan, [task("t", null)]), "a");
  assert.equal(step(read, [task("t", null)]), "t");
  assert.equal(step(read, [task("t", false)]), "t");
  assert.equal(step(read, [task("t", true)]), "b");
  assert.equal(step([lesson("a", { isRead: true })], []), null);
});

test("progress counts what is read, passed and answered, each of what there is", () => {
  const plan = [lesson("a", { isRead: true, checks: ["q1", "q2"] }), lesson("b")];
  const checks = [{ question: "q1" }, { question: "elsewhere" }] as unknown as CheckState[];
  assert.deepEqual(progressOf(plan, [task("t", true), task("u", false)], checks), {
    read: 1,
    lessons: 2,
    passed: 1,
    tasks: 2,
    answered: 1,
    questions: 2,
    percent: 50,
  });
  assert.equal(progressOf([], [], []).percent, 0);
});

test("a lesson is overdue from the day after its date, until it is read", () => {
  const today = todayHere(new Date(2026, 11, 24, 23, 30));
  assert.equal(today, "2026-12-24");
  assert.equal(isOverdue({ isRead: false, dueOn: "2026-12-23" }, today), true);
  assert.equal(isOverdue({ isRead: false, dueOn: "2026-12-24" }, today), false);
  assert.equal(isOverdue({ isRead: true, dueOn: "2026-12-23" }, today), false);
  assert.equal(isOverdue({ isRead: false, dueOn: null }, today), false);
});
