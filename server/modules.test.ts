import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./modules.ts";
import { silentLog } from "./platform/log/log.ts";
import type { Means } from "./platform/module.ts";
import { tasksOf } from "./platform/jobs/tasks.ts";
import { upkeep } from "./platform/jobs/upkeep.ts";

test("jobs and crons of all modules have names of their own, so that a worker can begin", () => {
  // Nothing of it is done here: listing them asks for nothing.
  const means = { log: silentLog } as Means;
  const jobs = modules.flatMap((module) => [...(module.jobs?.(means) ?? [])]);
  const crons = [...modules.flatMap((module) => [...(module.crons?.(means) ?? [])]), ...upkeep()];
  const signal = new AbortController().signal;
  const tasks = tasksOf(jobs, crons, { database: means.database, log: silentLog, signal });
  assert.equal(Object.keys(tasks).length, jobs.length + crons.length);
});
