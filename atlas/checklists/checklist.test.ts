import assert from "node:assert/strict";
import { test } from "node:test";
import { ratesOf } from "@echelon/kernel/market/books/currency.ts";
import {
  type Checklist,
  pointsOfChecklist,
  pointsOfUnit,
} from "@echelon/kernel/market/checklist/checklist.ts";
import { type ClosedTables, evidenceOf } from "@echelon/kernel/market/checklist/gather-evidence.ts";
import {
  type ChecklistMark,
  markChecklist,
} from "@echelon/kernel/market/checklist/mark-checklist.ts";
import { deductionMeasures, taskMeasures } from "@echelon/kernel/market/checklist/measures.ts";
import { closeDay } from "@echelon/kernel/market/day.ts";
import type { DecidedEntry } from "@echelon/kernel/market/checklist/evidence.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { isStewards } from "@echelon/kernel/market/decisions/log-order.ts";
import { type Diligence, diligentEntries } from "@echelon/kernel/market/examples/diligent-store.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { firstSeat } from "@echelon/kernel/market/state/season.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import { buildWorldSource, presetChecklist, presets } from "../world-source.ts";
import { deductionMeasureIds, loadChecklists, taskMeasureIds } from "./checklist.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);

/** One market with a store that does its tasks on the first seat, and one that does nothing. */
function played(preset: string, how: Diligence, bots: number, seed: number) {
  const { scenario } = presets().find(({ id }) => id === preset)!;
  const source = buildWorldSource(scenario, undefined, { preset, bots });
  const compiled = compileWorld({
    ...source,
    scenario: { ...source.scenario, burnInDays: 7 },
  });
  assert.ok(compiled.ok);
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
    const { tables, state, ledgerSums } = closeDay(season, entries, work, { into: season.state });
    assert.ok(Object.values(ledgerSums).every((sum) => sum === 0));
    closed.push({ day, tables, ratesE8: ratesOf(world, state) });
  }
  const checklist = presetChecklist(preset)!;
  const mark = (store: number) => {
    const own = log.filter((one) => one.store === store && !isStewards(one));
    const entries = own as DecidedEntry[];
    return markChecklist(checklist, world, { ...evidenceOf(world, store, closed), entries });
  };
  return { checklist, diligent: mark(diligent), idle: mark(idle) };
}

const told = (checklist: Checklist, { tasks }: ChecklistMark) =>
  checklist.units
    .flatMap((unit) => unit.tasks.map(({ id }) => `${unit.id}/${id}`))
    .map((id, at) => `${id} ${tasks[at]!.figure} (${tasks[at]!.shareBp})`)
    .join(", ");

const runs = [
  {
    preset: "specialist-exam",
    how: { products: 4, markets: 2, photoLevel: 1, isWide: false },
    bots: 60,
  },
  {
    preset: "provincial-contest",
    how: { products: 4, markets: 4, photoLevel: 2, isWide: true },
    bots: 60,
  },
] as const;

for (const { preset, how, bots } of runs) {
  test(`${preset}: doing the tasks reaches most points, doing nothing none`, () => {
    const { checklist, diligent, idle } = played(preset, how, bots, 11);
    const seen = told(checklist, diligent);
    assert.ok(diligent.reachedBp >= 8_000, `${diligent.reachedBp}: ${seen}`);
    assert.equal(idle.reachedBp, 0);
    assert.deepEqual(
      idle.tasks.filter(({ state }) => state !== "not-yet"),
      [],
    );
    // Everything that counts can be counted again.
    diligent.tasks.forEach((task, at) => {
      const { measure } = checklist.units.flatMap(({ tasks }) => tasks)[at]!;
      const { unit } = taskMeasures[measure];
      if (unit === "count" && task.figure > 0) assert.ok(task.rows.length > 0, task.id);
    });
  });
}

test("the atlas asks for what the market can measure, for 100 points", () => {
  assert.deepEqual([...taskMeasureIds].toSorted(), Object.keys(taskMeasures).toSorted());
  assert.deepEqual([...deductionMeasureIds].toSorted(), Object.keys(deductionMeasures).toSorted());
  const checklists = loadChecklists();
  const used = new Set(
    checklists.flatMap(({ units }) =>
      units.flatMap((unit) => unit.tasks.map((one) => one.measure)),
    ),
  );
  assert.deepEqual([...used].toSorted(), [...taskMeasureIds].toSorted(), "nothing is never asked");
  for (const checklist of checklists) {
    assert.equal(pointsOfChecklist(checklist), 100, checklist.id);
    assert.ok(
      presets().some(({ checklist: named }) => named === checklist.id),
      checklist.id,
    );
  }
});

test("the specialist exam has the eight units of its rules, and their points", () => {
  const { units } = presetChecklist("specialist-exam")!;
  assert.deepEqual(
    units.map((unit) => [unit.id, pointsOfUnit(unit)]),
    [
      ["account", 10],
      ["selection", 15],
      ["copy", 15],
      ["images", 5],
      ["optimisation", 20],
      ["orders", 5],
      ["logistics", 10],
      ["service", 20],
    ],
  );
});

test("the provincial contest has eight tasks", () => {
  assert.equal(presetChecklist("provincial-contest")!.units.length, 8);
});
