import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { buildWorldSource } from "@echelon/atlas/world-source.ts";
import { ratesOf } from "@echelon/kernel/market/books/currency.ts";
import type { DecidedEntry } from "@echelon/kernel/market/checklist/evidence.ts";
import { type ClosedTables, evidenceOf } from "@echelon/kernel/market/checklist/gather-evidence.ts";
import { markChecklist } from "@echelon/kernel/market/checklist/mark-checklist.ts";
import { closeDay } from "@echelon/kernel/market/day.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { isStewards } from "@echelon/kernel/market/decisions/log-order.ts";
import { diligentEntries } from "@echelon/kernel/market/examples/diligent-store.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { firstSeat } from "@echelon/kernel/market/state/season.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import { courseFolders, loadCourses } from "./course-catalog.ts";
import { readCourseFolder } from "./course-folder.ts";
import { looseCourse, readWrittenCourse } from "./course-for-tests.ts";
import { type CourseTask, taskPresetId, tasksOf } from "./course-tasks.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);

/** A season with a store that goes about it as the task's reference does, and an idle one. */
function played({ task, forPerson, checklist }: CourseTask) {
  const { seed, ...how } = task.reference;
  const source = buildWorldSource(task.scenario, undefined, { preset: forPerson });
  // A short burn-in: what is asked here is whether the task can be done at all.
  const compiled = compileWorld({ ...source, scenario: { ...source.scenario, burnInDays: 7 } });
  assert.ok(compiled.ok, compiled.ok ? "" : JSON.stringify(compiled.faults));
  const world = compiled.value;
  const season = openSeason(world, { k0: seed, k1: 5 }, memory);
  const work = newWorkspace(world.sizes, memory);
  const decide = diligentEntries(how);
  const [diligent, idle] = [firstSeat(world), firstSeat(world) + 1];
  const log: LogEntry[] = [];
  const closed: ClosedTables[] = [];
  const enter = { kind: "enter-store", store: idle, name: "Idle" } as const;
  for (let day = 1; day <= world.source.scenario.days; day++) {
    const first: LogEntry[] = day === 1 ? [{ store: -1, number: 1, day, decision: enter }] : [];
    const entries = [...decide(season, day), ...first];
    log.push(...entries);
    const { tables, state } = closeDay(season, entries, work, { into: season.state });
    closed.push({ day, tables, ratesE8: ratesOf(world, state) });
  }
  const mark = (store: number) => {
    const own = log.filter((one) => one.store === store && !isStewards(one));
    const entries = own as DecidedEntry[];
    return markChecklist(checklist, world, { ...evidenceOf(world, store, closed), entries });
  };
  return { diligent: mark(diligent), idle: mark(idle) };
}

const madeUp = tasksOf(readWrittenCourse(looseCourse()).course!);

suite("a task of a course", () => {
  const all = courseFolders().flatMap((folder) => {
    const { course } = readCourseFolder(folder);
    return course === null ? [] : tasksOf(course);
  });
  for (const one of [madeUp[0]!, ...all])
    test(`${one.forPerson.id} is passed by its reference run, and not by doing nothing`, () => {
      const { diligent, idle } = played(one);
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
