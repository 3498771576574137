import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { runInThread } from "./run-in-thread.ts";
import { runLong } from "./run-long.ts";

/** A module made of text, so that a test shows what its thread runs. */
const moduleOf = (source: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(source)}`);

suite("work in a thread of its own", () => {
  test("gives what its module computed", async () => {
    const double = moduleOf("export const run = ({ bytes }) => bytes.map((byte) => byte * 2)");
    const outcome = await runInThread(double, { bytes: new Uint8Array([1, 2]) });
    assert.deepEqual(outcome, { ok: true, value: new Uint8Array([2, 4]) });
  });

  test("is ended when it takes too long, too much, or breaks", async () => {
    const endless = await runInThread(moduleOf("export const run = () => { for (;;); }"), null, {
      megabytes: 64,
      seconds: 0.3,
    });
    assert.equal(!endless.ok && endless.why, "too-long");
    const bomb =
      "export const run = () => { for (const all = []; ; ) all.push(new Array(1e5).fill(0)); }";
    const big = await runInThread(moduleOf(bomb), null, { megabytes: 16, seconds: 20 });
    assert.equal(!big.ok && big.why, "too-big");
    const broken = await runInThread(
      moduleOf("export const run = () => { throw new Error('no') }"),
      null,
    );
    assert.equal(!broken.ok && broken.why, "broken");
    assert.equal(!broken.ok && broken.error?.message, "no");
  });
});

suite("work that takes as long as it takes", () => {
  test("tells on the way, gives what it computed, and fails as its module did", async () => {
    const heard: number[] = [];
    const counted = moduleOf(
      "export const run = (to, tell) => { for (let at = 1; at <= to;) tell(at++); return 'end'; }",
    );
    const hear = (at: number) => void heard.push(at);
    assert.equal(await runLong(counted, 3, { hear }), "end");
    assert.deepEqual(heard, [1, 2, 3]);
    const broken = moduleOf("export const run = () => { throw new Error('no') }");
    await assert.rejects(runLong(broken, null), /^Error: no$/);
  });

  test("ends with its signal, and does not begin after it", async () => {
    const endless = moduleOf("export const run = (_, tell) => { tell(1); for (;;); }");
    const ending = new AbortController();
    const hear = () => ending.abort();
    const { signal } = ending;
    await assert.rejects(runLong(endless, null, { signal, hear }), /ended without an answer/);
    await assert.rejects(runLong(endless, null, { signal }), /before it began/);
  });
});
