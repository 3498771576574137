import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { closeDay } from "../day.ts";
import type { LogEntry } from "../decisions/decision.ts";
import { beginnersLog, exampleSeason } from "../examples/example-season.ts";
import { parametersOf } from "../parameters/parameters.ts";
import { firstSeat } from "../state/season.ts";
import { valuesOf } from "./scoring.ts";
import { type Scoring, scorings, unitOf } from "./scorings.ts";
import type { StoreRecord } from "./store-record.ts";

const { parameters } = parametersOf([]);

const plain: StoreRecord = {
  store: 0,
  par: null,
  capitalMinor: 2_000_000,
  worthMinor: 2_200_000,
  worthBeforeMinor: 2_000_000,
  daysBefore: 28,
  meanEquityMinor: 2_100_000,
  debtMinor: 0,
  assetsMinor: 2_200_000,
  points: 12,
  ratingMilli: 4_200,
  revenueMinor: 900_000,
  adsMinor: 90_000,
  scoreMilli: 640,
  profitMilli: 700,
  roundScores: [640, 600, -1, 560],
  tasks: { reachedBp: 7_300, operationsBp: 4_000 },
};

const money = fc.integer({ min: -5_000_000, max: 50_000_000 });
const milli = fc.integer({ min: -1, max: 1000 });
const record = fc.record({
  store: fc.constant(0),
  par: fc.constantFrom(null, null, "low" as const, "high" as const),
  capitalMinor: fc.integer({ min: 1_000_000, max: 10_000_000 }),
  worthMinor: money,
  worthBeforeMinor: money,
  daysBefore: fc.integer({ min: 0, max: 28 }),
  meanEquityMinor: money,
  debtMinor: fc.nat(9_000_000),
  assetsMinor: fc.nat(90_000_000),
  points: fc.integer({ min: -50, max: 60 }),
  ratingMilli: fc.integer({ min: 1_000, max: 5_000 }),
  revenueMinor: money,
  adsMinor: fc.nat(9_000_000),
  scoreMilli: milli,
  profitMilli: milli,
  roundScores: fc.array(milli, { maxLength: 4 }),
  tasks: fc.option(
    fc.record({
      reachedBp: fc.integer({ min: 0, max: 10_000 }),
      operationsBp: fc.integer({ min: 0, max: 9_999 }),
    }),
  ),
});
const field = fc
  .array(record, { minLength: 1, maxLength: 12 })
  .map((stores) => stores.map((one, store) => ({ ...one, store })));

test("a store that pays its owners nearly everything has no return beyond all measure", () => {
  const rest = { ...plain, worthMinor: 2_300_000, meanEquityMinor: 2_000_000 };
  const targetsOf = (meanEquityMinor: number) =>
    valuesOf(
      "targets",
      [
        { ...plain, meanEquityMinor },
        { ...rest, store: 1 },
      ],
      parameters,
    );
  const [paying, other] = targetsOf(1);
  assert.deepEqual([paying, other], targetsOf(-9_000_000));
  assert.deepEqual([paying, other], targetsOf(100_000));
  assert.ok(other! > targetsOf(2_000_000)[1]! - 200, `${other}: its return still counts`);
});

test("points are whole and of a hundred, or of a hundred and ten above what is expected", () => {
  fc.assert(
    fc.property(field, (stores) => {
      for (const scoring of scorings) {
        for (const value of valuesOf(scoring, stores, parameters)) {
          if (value === null) continue;
          assert.ok(Number.isSafeInteger(value), `${scoring}: ${value}`);
          if (scoring === "checklist") assert.ok(value >= 0 && value <= 10_000, String(value));
          if (unitOf[scoring] !== "points") continue;
          assert.ok(value >= 0 && value <= (scoring === "targets" ? 1_100 : 1_000), scoring);
        }
      }
    }),
  );
});

test("in which order stores are looked at changes nobody's value", () => {
  fc.assert(
    fc.property(field, fc.constantFrom(...scorings), fc.nat(), (stores, scoring, turn) => {
      const at = turn % stores.length;
      const turned = [...stores.slice(at), ...stores.slice(0, at)];
      const values = valuesOf(scoring, turned, parameters);
      // Sums of a field are added in its order: one last bit may round to the next whole.
      const moved = [...values.slice(stores.length - at), ...values.slice(0, stores.length - at)];
      valuesOf(scoring, stores, parameters).forEach((value, index) => {
        const other = moved[index]!;
        if (value === null || other === null) assert.equal(value, other);
        else assert.ok(Math.abs(value - other) <= 1, `${scoring}: ${value} and ${other}`);
      });
    }),
  );
});

test("who is worth more is never ranked lower for it", () => {
  const byWorth: readonly Scoring[] = ["roi", "equity-points", "shareholder", "targets"];
  fc.assert(
    fc.property(field, fc.constantFrom(...byWorth), fc.nat(1_000_000), (stores, scoring, more) => {
      const richer = stores.map((one, at) =>
        at === 0
          ? {
              ...one,
              par: null,
              points: Math.max(0, one.points),
              meanEquityMinor: Math.max(1, one.meanEquityMinor),
            }
          : one,
      );
      const raised = richer.map((one, at) =>
        at === 0 ? { ...one, worthMinor: one.worthMinor + more } : one,
      );
      const before = valuesOf(scoring, richer, parameters)[0]!;
      assert.ok(valuesOf(scoring, raised, parameters)[0]! >= before, scoring);
    }),
  );
});

test("each scoring gives what its formula gives by hand", () => {
  const value = (scoring: Scoring, change: Partial<StoreRecord> = {}) =>
    valuesOf(scoring, [{ ...plain, ...change }], parameters)[0];
  assert.equal(value("balanced"), 640);
  assert.equal(value("balanced", { scoreMilli: -1 }), null);
  // 200,000 on 2,000,000 is 10 %.
  assert.equal(value("roi"), 1_000);
  assert.equal(value("equity-points"), 2_464_000);
  assert.equal(value("equity-points", { worthMinor: -100, points: 50 }), -100, "debt stays");
  // 200,000 in 28 days are 2,607,143 a year: 2.2 + 4 × 2.607 million, less 2 and over 2.
  assert.equal(value("shareholder"), 53_143);
  assert.equal(value("shareholder", { worthBeforeMinor: 2_300_000 }), 1_000, "no loss four times");
  assert.equal(value("last-rounds"), 600);
  // .6 of 7,300 and .4 of 6,400.
  assert.equal(value("checklist"), 6_940);
  assert.equal(value("checklist", { scoreMilli: -1 }), 7_300, "tasks alone while S1 says nothing");
  assert.equal(value("checklist", { tasks: null }), null);
  assert.equal(value("last-rounds", { roundScores: [-1, -1] }), null);
  // The best of its field in money and credit, and 3.2 of 4 stars above the worst.
  assert.equal(value("targets"), 1_000);
  assert.equal(value("marketing"), 700, "without a line of beginners and masters profit is all");
});

test("against a store twice as good half of the points are lost where nothing is expected", () => {
  const twice = { ...plain, store: 1, worthMinor: 2_400_000, meanEquityMinor: 2_200_000 };
  const [own, best] = valuesOf("targets", [plain, twice], parameters);
  assert.equal(best, 1_000);
  assert.ok(own! > 700 && own! < 900, String(own));
  const master = { ...plain, store: 2, par: "high" as const };
  const [met] = valuesOf("targets", [plain, master], parameters);
  assert.equal(met, 1_000, "like masters, and like the best");
  const low = { ...master, worthMinor: 2_050_000, worthBeforeMinor: 2_000_000 };
  const [above] = valuesOf("targets", [plain, low], parameters);
  assert.ok(above! > 1_000 && above! <= 1_100, String(above));
});

test("marketing marks return and share of sales between beginners and masters", () => {
  const low = { ...plain, store: 1, par: "low" as const, adsMinor: 300_000, revenueMinor: 300_000 };
  const high = { ...plain, store: 2, par: "high" as const };
  const [like, , master] = valuesOf(
    "marketing",
    [{ ...plain, adsMinor: 0 }, low, high],
    parameters,
  );
  assert.equal(master, 725, "half of 700, and twice .75 of a quarter");
  assert.ok(like! > master! && like! <= 1_000, "no advertising counts as a hundredth of sales");
});

test("help is in no scoring's worth, a penalty is, and a served market brings points", () => {
  const store = 12;
  const act = (kind: "help-store" | "penalize-store"): LogEntry => ({
    store: -1,
    number: 50,
    day: 3,
    decision: { kind, store, amountMinor: 50_000, reason: "x" },
  });
  const row = (entries: readonly LogEntry[]) => {
    const { season, work } = exampleSeason({ days: 20 });
    assert.equal(firstSeat(season.world), store);
    closeDay(season, beginnersLog(season.world), work, { into: season.state });
    closeDay(season, [], work, { into: season.state });
    const { columns, rows } = closeDay(season, entries, work, { into: season.state }).tables.stores;
    const at = columns.store.subarray(0, rows).indexOf(store);
    return { worth: columns.worthMinor[at]!, equity: columns.equityMinor[at]!, of: columns, at };
  };
  const untouched = row([]);
  const helped = row([act("help-store")]);
  const fined = row([act("penalize-store")]);
  assert.equal(helped.worth, untouched.worth);
  assert.equal(helped.equity, untouched.equity + 50_000);
  assert.equal(fined.worth, untouched.worth - 50_000);
  const { inventoryMinor, transitMinor } = untouched.of;
  const goods = inventoryMinor[untouched.at]! + transitMinor[untouched.at]!;
  const lost = untouched.equity - untouched.worth;
  assert.ok(goods > 0 && Math.abs(lost - (0.4 * goods * 3) / 20) <= 1, `${lost} of ${goods}`);
  const points = [...untouched.of.points.subarray(0, 12)];
  assert.ok(points.some((one) => one > 0) && points.every((one) => one >= -10 && one <= 30));
});
