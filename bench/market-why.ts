/**
 * Promise: why one store's day was other than the day before, in a dozen causes that sum exactly,
 * takes at most as long as closing one day of a class. Both arms look at the same days.
 */
import { closeDay } from "@echelon/kernel/market/day.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import { newWhyBench } from "@echelon/kernel/market/why/expected-day.ts";
import { explainChange } from "@echelon/kernel/market/why/explain-change.ts";
import { observeDay } from "@echelon/kernel/market/why/observe-day.ts";
import { buildWorldSource } from "@echelon/atlas/world-source.ts";
import { atMost, isSmoke, median, report } from "./measure.ts";

const scenario = isSmoke ? "first-week" : "class-40";
const warmDays = isSmoke ? 1 : 3;
const storesAsked = isSmoke ? 2 : 40;
const seed = { k0: 42, k1: 7 };

const compiled = compileWorld(buildWorldSource(scenario));
if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
const world = compiled.value;
const memory = (bytes: number) => new ArrayBuffer(bytes);
const work = newWorkspace(world.sizes, memory);
let { state } = openSeason(world, seed, memory);
const closes: number[] = [];
for (let day = 1; day <= 2 * warmDays; day++) {
  const begun = performance.now();
  state = closeDay({ world, seed, state }, [], work).state;
  if (day > warmDays) closes.push(performance.now() - begun);
}
const before = observeDay({ world, seed, state }, [], work);
const after = observeDay({ world, seed, state: before.result.state }, [], work);
const bench = newWhyBench(world, seed);
const { columns, rows } = after.result.tables.stores;
const busiest = Array.from(columns.store.subarray(0, rows))
  .map((store, row) => ({ store, orders: columns.orders[row]! }))
  .toSorted((a, b) => b.orders - a.orders)
  .slice(0, storesAsked);
const asked: number[] = [];
for (const { store } of busiest) {
  const begun = performance.now();
  const { figures } = explainChange(bench, before, after, store);
  asked.push(performance.now() - begun);
  const { sales } = figures;
  const parts = [...Object.values(sales.parts), sales.luck, ...Object.values(sales.aside)];
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum !== sales.after - sales.before) throw new Error(`store ${store} is left with a rest`);
}

report([
  atMost("market-why", median(asked), median(closes), "closing a day of a class", 1, {
    longestMs: Math.max(...asked),
    stores: asked.length,
  }),
]);
