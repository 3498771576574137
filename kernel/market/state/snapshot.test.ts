import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { digestColumns, digestState } from "./digest.ts";
import { openEngine } from "./engine.ts";
import { runExampleDay } from "../examples/example-day.ts";
import { exampleState } from "../examples/example-state.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { decodeSnapshot, encodeSnapshot } from "./snapshot.ts";
import { columnNames, copyState, tableNames, type State } from "./state.ts";
import { newWorkspace } from "./workspace.ts";

const world = exampleWorld();
const key = { k0: 1, k1: 2 };
const allocate = (bytes: number) => new ArrayBuffer(bytes);
const shared = (bytes: number) => new SharedArrayBuffer(bytes);
const seasoned = () => exampleState(world, key, allocate, { people: 2 });

function runDays(state: State, days: number): string {
  const engine = openEngine(world, key, state, newWorkspace(world.sizes, allocate));
  for (let day = 0; day < days; day++) runExampleDay(engine);
  return digestState(state);
}

suite("snapshots and digests", () => {
  test("a season restored from its bytes goes on to the same digest", () => {
    const state = seasoned();
    runDays(state, 2);
    const bytes = encodeSnapshot(state, 1);
    const restored = decodeSnapshot(bytes, 1, world.sizes, shared);
    assert.ok(restored !== null);
    assert.deepEqual(digestColumns(restored), digestColumns(state));
    assert.equal(runDays(restored, 2), runDays(state, 2));
  });

  test("bytes at an odd address decode as well", () => {
    const bytes = encodeSnapshot(seasoned(), 1);
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    const state = decodeSnapshot(moved.subarray(3), 1, world.sizes, allocate);
    assert.equal(state === null ? null : digestState(state), digestState(seasoned()));
  });

  test("a snapshot of another engine, another world, cut short or damaged is no snapshot", () => {
    const bytes = encodeSnapshot(seasoned(), 1);
    const larger = exampleWorld({ stores: 31 }).sizes;
    assert.equal(decodeSnapshot(bytes, 2, world.sizes, allocate), null);
    assert.equal(decodeSnapshot(bytes, 1, larger, allocate), null);
    for (const length of [0, 3, 4, 100, bytes.length - 1]) {
      assert.equal(decodeSnapshot(bytes.subarray(0, length), 1, world.sizes, allocate), null);
    }
    for (const at of [0, 5, 400, bytes.length - 1]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 0x41;
      assert.equal(decodeSnapshot(damaged, 1, world.sizes, allocate), null, `byte ${at}`);
    }
  });

  test("a copy shares nothing with its original", () => {
    const state = seasoned();
    const before = digestState(state);
    const copy = copyState(state, allocate);
    assert.equal(digestState(copy), before);
    runDays(copy, 1);
    copy.tables.campaigns.columns.pacing[0] = 0.5;
    assert.equal(digestState(state), before);
  });

  test("one changed number changes the digest of its column, and of the state", () => {
    const state = seasoned();
    const before = digestColumns(state);
    const whole = digestState(state);
    for (const name of columnNames) {
      if (name === "offerCount") continue;
      const column = state[name];
      const old = column[0]!;
      column[0] = old === 0 ? 1 : 0;
      const now = digestColumns(state);
      assert.notEqual(digestState(state), whole, name);
      const changed = Object.keys(now).filter((one) => now[one] !== before[one]);
      assert.deepEqual(changed, [name]);
      column[0] = old;
    }
    for (const name of tableNames) {
      const table = state.tables[name];
      if (table.rows === 0) continue;
      table.rows--;
      assert.notEqual(digestState(state), whole, name);
      table.rows++;
    }
    assert.equal(digestState(state), whole);
  });
});
