import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8 } from "fflate";
import { openFileThreads } from "./file-threads.ts";
import { tableReading } from "./read-table.ts";
import { failing, growing, spinning } from "./testing/rough-tasks.ts";

test("a file is read in a thread as it is read here", async () => {
  const outcome = await openFileThreads().run(tableReading, strToU8("a,b\n1,2\n"));
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value.sheets[0]?.rows[1]?.cells, ["1", "2"]);
});

test("what takes too much memory or time is refused, and the process lives on", async () => {
  const growth = await openFileThreads({ megabytesMax: 24 }).run(growing);
  assert.ok(!growth.ok && growth.refusal.code === "exchange/file-too-large");
  const spin = await openFileThreads({ millisMax: 300 }).run(spinning);
  assert.ok(!spin.ok && spin.refusal.code === "exchange/file-took-too-long");
});

test("a bug in the thread is a bug here", async () => {
  await assert.rejects(openFileThreads().run(failing), /a bug/);
});

test("one at a time, a few wait, and the next is told to come later", async () => {
  const threads = openFileThreads({ threadsMax: 1, waitingMax: 1 });
  const bytes = strToU8("a,b\n");
  const outcomes = await Promise.all([1, 2, 3].map(() => threads.run(tableReading, bytes)));
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.ok ? "read" : outcome.refusal.code)),
    ["read", "read", "exchange/file-queue"],
  );
  assert.ok((await threads.run(tableReading, bytes)).ok);
});
