import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { dayOf } from "../../calendar/day.ts";
import { exampleSource, exampleWorld } from "../examples/example-world.ts";
import { newState } from "../state/state.ts";
import { advanceShocks, advanceVelocity, openTraffic } from "./traffic.ts";
import { compileWorld, type World } from "../world/world.ts";
import { newWorkspace } from "../state/workspace.ts";

const allocate = (bytes: number) => new ArrayBuffer(bytes);
const still = [{ name: "traffic.shockSd", value: 0 }];

const work = newWorkspace(exampleWorld().sizes, allocate);

/** Visits of all shelves on a calendar day. */
function visitsOn(world: World, day: number, visitsBp?: Int32Array): number {
  const state = newState(world.sizes, allocate);
  const { markets, categories } = world.sizes;
  work.day[0] = day - world.calendar.startsOn + world.source.scenario.burnInDays;
  openTraffic(world, state, work, visitsBp ?? new Int32Array(markets * categories).fill(10_000));
  return work.visits.reduce((sum, one) => sum + one, 0);
}

suite("traffic", () => {
  test("a quiet week brings the scenario's visits, most of them on Monday", () => {
    const world = exampleWorld({ visitsPerDay: 10_000, parameters: still });
    const monday = dayOf(2026, 3, 9);
    const week = [0, 1, 2, 3, 4, 5, 6].map((offset) => visitsOn(world, monday + offset));
    assert.ok(Math.abs(week.reduce((sum, one) => sum + one, 0) / 70_000 - 1) < 1e-12);
    assert.equal(Math.max(...week), week[0]);
    assert.equal(Math.min(...week), week[5]);
  });

  test("Black Friday to Cyber Monday, 11.11 and 12.12 stand above the days around them", () => {
    const world = exampleWorld({ parameters: still });
    const peaks = [
      [dayOf(2026, 11, 27), 2.8],
      [dayOf(2026, 11, 30), 2.8],
      [dayOf(2026, 11, 11), 3.5],
      [dayOf(2026, 12, 12), 1.6],
    ] as const;
    for (const [day, times] of peaks) {
      const ratio = visitsOn(world, day) / visitsOn(world, day - 7);
      assert.ok(Math.abs(ratio - times) < 1e-9, `${ratio}`);
    }
  });

  test("months follow one another without a jump", () => {
    const source = exampleSource({ parameters: still });
    const monthsBp = [
      6000, 8000, 9000, 10_000, 11_000, 12_000, 14_000, 12_000, 11_000, 9000, 8000, 7000,
    ];
    const compiled = compileWorld({
      ...source,
      categories: source.categories.map((category) => ({ ...category, monthsBp })),
    });
    assert.ok(compiled.ok);
    const start = dayOf(2026, 1, 5);
    for (let day = start; day < start + 250; day++) {
      // The same weekday a week on: only the season differs.
      const ratio = visitsOn(compiled.value, day + 7) / visitsOn(compiled.value, day);
      if (day + 7 === dayOf(2026, 6, 18) || day === dayOf(2026, 6, 18)) continue;
      assert.ok(ratio > 0.9 && ratio < 1.1, `day ${day}: ${ratio}`);
    }
  });

  test("an event moves the visits of its cell and of no other", () => {
    const world = exampleWorld({ parameters: still });
    const { markets, categories } = world.sizes;
    const day = dayOf(2026, 3, 10);
    const visitsBp = new Int32Array(markets * categories).fill(10_000);
    visitsBp[2] = 30_000;
    const cell = visitsOn(world, day, visitsBp) - visitsOn(world, day);
    visitsBp.fill(0);
    visitsBp[2] = 10_000;
    assert.ok(Math.abs(cell / (2 * visitsOn(world, day, visitsBp)) - 1) < 1e-9);
  });

  test("demand shocks keep their spread and their memory, around a mean of one", () => {
    const world = exampleWorld({ markets: 10, categories: 40 });
    const state = newState(world.sizes, allocate);
    const key = { k0: 3, k1: 4 };
    for (; state.day[0]! < 40; state.day[0]!++) advanceShocks(world, state, key);
    const before = state.logShock.slice();
    advanceShocks(world, state, key);
    const { shelves } = world.sizes;
    let squares = 0;
    let products = 0;
    let factors = 0;
    state.logShock.forEach((shock, shelf) => {
      squares += shock * shock;
      products += shock * before[shelf]!;
      factors += Math.exp(shock - 0.5 * 0.15 * 0.15);
    });
    const sd = Math.sqrt(squares / shelves);
    assert.ok(Math.abs(sd / 0.15 - 1) < 0.1, `sd ${sd}`);
    assert.ok(Math.abs(products / squares - 0.8) < 0.1);
    assert.ok(Math.abs(factors / shelves - 1) < 0.02);
  });

  test("velocity forgets half in 13.5 days and scales sales by six", () => {
    const world = exampleWorld();
    const state = newState(world.sizes, allocate);
    const work = newWorkspace(world.sizes, allocate);
    state.offerCount[0] = 1;
    work.soldUnits[0] = 10;
    advanceVelocity(world, state, work);
    assert.ok(Math.abs(state.velocity[0]! - 3) < 1e-12);
    work.soldUnits[0] = 0;
    for (let day = 0; day < 27; day++) advanceVelocity(world, state, work);
    assert.ok(Math.abs(state.velocity[0]! / 3 - 0.25) < 0.01);
  });
});
