import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { checkDecision, previewDay } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  cashIn,
  exampleBank,
  logOf,
  play,
  tomorrow,
  type Plan,
} from "../examples/example-finance.ts";
import { entriesOf, ordinaryMemory } from "../examples/example-season.ts";
import { defectPpm } from "../parcels/reviews.ts";
import { newDayReport } from "../reports/report.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { inspectedUnits, inspectionCost, panelStars, tellSamples } from "./samples.ts";
import { suppliersOf } from "./suppliers.ts";

const bank = exampleBank({ modules: { sourcing: true } });
const { world, seed } = bank.season;
const store = firstSeat(world);
const { sku } = world.source.products[0]!;
const [, one, two] = suppliersOf({ world, key: seed }, 0);
const careless = one!.defectPpm > two!.defectPpm ? one! : two!;
const select: StoreDecision = { kind: "select-product", sku, place: 0 };
const buy: StoreDecision = {
  kind: "place-purchase",
  sku,
  units: careless.moq * 4,
  supplier: careless.number,
};
const sample: StoreDecision = { kind: "order-sample", sku, supplier: careless.number };
const inspection = (shareBp: number): StoreDecision => ({
  kind: "order-inspection",
  sku,
  purchase: 1,
  shareBp,
});
const played = (plan: Plan, days: number) => {
  const all = play(bank, logOf(bank.season, plan), days);
  assert.deepEqual(
    all.results.flatMap(({ refused }) => refused),
    [],
  );
  return all;
};
const opened = played({ 1: [select] }, 1).season;

test("a sample costs what was projected, and its panel is right on average", () => {
  const ruling = checkDecision(opened, store, sample);
  const cost = ruling.kind === "accepted" ? -ruling.effect.cashMinor : 0;
  const without = played({ 1: [select] }, 2).season;
  const after = played({ 1: [select], 2: [sample] }, 2).season;
  assert.equal(cashIn(without, "USD") - cashIn(after, "USD"), cost);
  assert.equal(balanceOf(after.state, store, account.research, world.base), cost);
  const preview = previewDay(opened, entriesOf(store, 2, [sample], 10));
  const sampled = { ...tomorrow(preview) };
  const refused = checkDecision(preview, store, sample);
  assert.equal(refused.kind === "refused" && refused.code, "practice/sample-ordered");
  const again = checkDecision(after, store, sample);
  assert.equal(again.kind === "accepted" && again.warnings[0]?.code, "practice/sampled-before");
  const means = [-1, 0, 1].map((fit) => {
    const keys = 300;
    let stars = 0;
    let found = 0;
    for (let k0 = 0; k0 < keys; k0++) {
      const state = copyState(preview.state, ordinaryMemory);
      state.fit[0] = fit;
      const report = newDayReport(state, 7, () => true);
      tellSamples({ ...sampled, state, key: { k0, k1: 9 } }, report);
      const { columns } = report.tables.sourcing;
      stars += columns.valueMilli[0]! / 1000 / keys;
      found += columns.found[0]!;
      assert.ok(columns.errorMilli[0]! >= 150, "ten testers are few");
    }
    const mean = (20 * keys * suppliersDefect()) / 1_000_000;
    assert.ok(Math.abs(found - mean) < 5 * Math.sqrt(mean), `${found} against ${mean}`);
    return { stars, flawless: panelStars(world, fit) };
  });
  for (const { stars, flawless } of means) assert.ok(Math.abs(stars - flawless) < 0.25);
  assert.ok(means[0]!.stars < means[1]!.stars && means[1]!.stars < means[2]!.stars);
});

// The samples above are drawn under other keys, which draw other workshops.
const suppliersDefect = () => {
  let sum = 0;
  for (let k0 = 0; k0 < 300; k0++) {
    sum += suppliersOf({ world, key: { k0, k1: 9 } }, 0)[careless.number]!.defectPpm / 300;
  }
  return sum;
};

test("an inspection makes no units, sends back what it finds, and leaves better ones", () => {
  const bought = { 1: [select], 2: [buy] };
  const eve = played(bought, 2).season;
  const ordered = careless.moq * 4;
  const cost = inspectionCost(tomorrow(eve), ordered, 5000);
  const ruling = checkDecision(eve, store, inspection(5000));
  assert.equal(ruling.kind === "accepted" && -ruling.effect.cashMinor, cost);
  const plain = played(bought, 30);
  const looked = played({ ...bought, 3: [inspection(5000)] }, 30);
  const came = looked.results.flatMap(
    ({
      tables: {
        sourcing: { rows, columns },
      },
    }) => (rows === 0 ? [] : [[columns.units[0]!, columns.looked[0]!, columns.found[0]!]]),
  );
  const [units = 0, seen = 0, found = 0] = came[0]!;
  assert.deepEqual([came.length, seen], [1, inspectedUnits(ordered, 5000)]);
  assert.equal(units + found, ordered);
  assert.ok(found > 0, "this workshop is careless");
  const stockOf = ({ season }: typeof plain) => season.state.stock[0]!;
  assert.equal(stockOf(plain) - stockOf(looked), found);
  assert.ok(defectPpm(tomorrow(looked.season), 0) < defectPpm(tomorrow(plain.season), 0));
  // What goes back is not paid for, and nothing else of the money is lost.
  const paid = looked.season.state.balance;
  assert.ok(paid.every((value) => Number.isSafeInteger(value)));
  const unit = plain.results.flatMap(({ tables: { sourcing } }) =>
    sourcing.rows === 0 ? [] : [sourcing.columns.amountMinor[0]! / ordered],
  )[0]!;
  const storage = ({ season }: typeof plain) =>
    balanceOf(season.state, store, account.storage, world.base);
  const saved = cashIn(looked.season, "USD") - cashIn(plain.season, "USD") + cost;
  assert.ok(Math.abs(saved - found * unit + storage(looked) - storage(plain)) <= 1);
});

test("an inspection is of one purchase, once, and not of goods that are not coming", () => {
  const eve = played({ 1: [select], 2: [buy] }, 2).season;
  const codeOf = (decision: StoreDecision, season = eve) => {
    const ruling = checkDecision(season, store, decision);
    if (ruling.kind === "refused") return ruling.code;
    return ruling.warnings[0]?.code ?? ruling.kind;
  };
  assert.equal(codeOf(inspection(5000)), "accepted");
  assert.equal(codeOf(inspection(0)), "practice/value-not-allowed");
  assert.equal(codeOf(inspection(5000), opened), "practice/no-such-purchase");
  const twice = previewDay(eve, entriesOf(store, 3, [inspection(500)], 10));
  assert.equal(codeOf(inspection(500), twice), "practice/inspection-ordered");
  const small: StoreDecision = { kind: "place-purchase", sku, units: 20 };
  const little = played({ 1: [select], 2: [small] }, 2).season;
  assert.equal(codeOf(inspection(10_000), little), "practice/inspection-dear");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      (units, shareBp) => {
        const seen = inspectedUnits(units, shareBp);
        assert.ok(seen >= 1 && seen <= units && seen <= inspectedUnits(units, 10_000));
      },
    ),
  );
});
