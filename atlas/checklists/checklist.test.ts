import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Checklist,
  pointsOfChecklist,
  pointsOfUnit,
} from "@echelon/kernel/market/checklist/checklist.ts";
import type { ChecklistMark } from "@echelon/kernel/market/checklist/mark-checklist.ts";
import { deductionMeasures, taskMeasures } from "@echelon/kernel/market/checklist/measures.ts";
import { playDiligently } from "@echelon/kernel/market/examples/diligent-season.ts";
import type { Diligence } from "@echelon/kernel/market/examples/diligent-store.ts";
import { buildWorldSource, presetChecklist, presets } from "../world-source.ts";
import { deductionMeasureIds, loadChecklists, taskMeasureIds } from "./checklist.ts";

/** One market with a store that does its tasks on the first seat, and one that does nothing. */
function played(preset: string, how: Diligence, bots: number, seed: number) {
  const { scenario } = presets().find(({ id }) => id === preset)!;
  const source = buildWorldSource(scenario, undefined, { preset, bots });
  const checklist = presetChecklist(preset)!;
  return { checklist, ...playDiligently(source, checklist, how, seed) };
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
    const { checklist, diligent, idle, isBalanced } = played(preset, how, bots, 11);
    assert.ok(isBalanced, "the books balance on every day");
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
