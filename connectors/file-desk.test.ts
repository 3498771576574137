import assert from "node:assert/strict";
import { test } from "node:test";
import { ok } from "@echelon/contract/platform/outcome.ts";
import { openFileDesk, type RunInThread } from "./file-desk.ts";

const module = new URL("data:,");
const ends = (end: unknown) => openFileDesk((async () => end) as RunInThread);

test("what the thread gives is given, and its ends are refusals", async () => {
  assert.deepEqual(await ends({ ok: true, value: ok(1) }).hand(module, null), ok(1));
  const long = await ends({ ok: false, why: "too-long", error: null }).hand(module, null);
  assert.ok(!long.ok && long.refusal.code === "exchange/file-took-too-long");
  const big = await ends({ ok: false, why: "too-big", error: null }).hand(module, null);
  assert.ok(!big.ok && big.refusal.code === "exchange/file-too-large");
  const broken = ends({ ok: false, why: "broken", error: new Error("a bug") }).hand(module, null);
  await assert.rejects(broken, /a bug/);
});

test("one file at a time, a few wait, and the next is told to come later", async () => {
  let most = 0;
  let now = 0;
  const slow = (async () => {
    most = Math.max(most, (now += 1));
    await new Promise(setImmediate);
    now -= 1;
    return { ok: true, value: ok("read") };
  }) as unknown as RunInThread;
  const desk = openFileDesk(slow, { threadsMax: 1, waitingMax: 1 });
  const outcomes = await Promise.all([1, 2, 3].map(() => desk.hand<null, string>(module, null)));
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.refusal.code)),
    ["read", "read", "exchange/file-queue"],
  );
  assert.equal(most, 1);
  assert.ok((await desk.hand(module, null)).ok);
});
