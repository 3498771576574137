import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { documentKind } from "../../ledger/document-kind.ts";
import { closeDay } from "../day.ts";
import { exampleSeason, ordinaryMemory } from "../examples/example-season.ts";
import { copyState, lossYears } from "../state/state.ts";
import { assessYear, taxOn } from "./income-tax.ts";

/** Taxable profits of years in a row. */
function taxedOf(profits: readonly number[]): number[] {
  let losses: readonly number[] = Array.from({ length: lossYears }, () => 0);
  return profits.map((profit) => {
    const year = assessYear(profit, losses);
    losses = year.lossesMinor;
    return year.taxableMinor;
  });
}

test("losses are taken off first, for five years and no longer", () => {
  const cases: readonly (readonly [readonly number[], readonly number[]])[] = [
    [
      [100, 200],
      [100, 200],
    ],
    [
      [-100, 60, 60],
      [0, 0, 20],
    ],
    [
      [-100, -50, 120, 100],
      [0, 0, 0, 70],
    ],
    [
      [-100, 0, 0, 0, 0, 90],
      [0, 0, 0, 0, 0, 0],
    ],
    [
      [-100, 0, 0, 0, 0, 0, 90],
      [0, 0, 0, 0, 0, 0, 90],
    ],
    // The older loss goes first, because it lapses first.
    [
      [-100, -100, 0, 0, 0, 100, 80],
      [0, 0, 0, 0, 0, 0, 0],
    ],
  ];
  for (const [profits, taxed] of cases) assert.deepEqual(taxedOf(profits), taxed);
  assert.equal(taxOn(1001, 0.25), 250);
  assert.equal(taxOn(1002, 0.25), 251);
});

test("nobody is taxed on more than was earned, nor on less than losses explain", () => {
  const profits = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 12 });
  fc.assert(
    fc.property(profits, (years) => {
      const taxed = taxedOf(years);
      const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
      const earned = sum(years.map((profit) => Math.max(0, profit)));
      const lost = sum(years.map((profit) => Math.max(0, 0 - profit)));
      assert.ok(taxed.every((one, year) => one >= 0 && one <= Math.max(0, years[year]!)));
      assert.ok(sum(taxed) >= Math.max(0, earned - lost));
    }),
  );
});

test("a sandbox pays at the end of its year what was reckoned, and other seasons never", () => {
  for (const matching of ["sandbox", "market"] as const) {
    const { season, work } = exampleSeason({ matching, visitsPerDay: 40_000, burnInDays: 2 });
    const state = copyState(season.state, ordinaryMemory);
    const days = season.world.parameters["sandbox.tax.days"];
    let paid = 0;
    for (let day = 1; day <= days; day++) {
      const { tables } = closeDay({ ...season, state }, [], work, {
        into: state,
        reportAll: true,
      });
      const { columns, rows } = tables.postings;
      const kinds = columns.kind.subarray(0, rows);
      const ofDay = kinds.filter((kind) => kind === documentKind.incomeTax).length;
      if (day < days) assert.equal(ofDay, 0);
      paid += ofDay;
    }
    assert.equal(paid > 0, matching === "sandbox");
  }
});
