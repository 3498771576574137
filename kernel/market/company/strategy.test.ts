import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkDecision } from "../decisions/check-decision.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import type { StatementDecision } from "../decisions/statement-decision.ts";
import { exampleBank, logOf, play } from "../examples/example-finance.ts";
import { parametersOf } from "../parameters/parameters.ts";
import { firstSeat } from "../state/season.ts";
import { consistencyOf, periodsOf, strategyMeasures, type StrategyTarget } from "./strategy.ts";

const p = parametersOf([]).parameters;
const target: StrategyTarget = {
  revenueMinor: 500_000,
  profitMinor: 60_000,
  ratingMilli: 4_500,
  priceIndexBp: 9_000,
};
const stated: StatementDecision = {
  kind: "state-strategy",
  strategy: "Cheap, fast and few.",
  targets: [target, target, target],
  isAmendment: false,
};
const amended: StatementDecision = { ...stated, isAmendment: true };

test("three periods cover every day of a season once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 400 }), (days) => {
      const periods = periodsOf(days);
      const covered = periods.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, at) => from + at),
      );
      assert.deepEqual(
        covered,
        Array.from({ length: days }, (_, at) => at + 1),
      );
      const lengths = periods.map(({ from, to }) => to - from + 1);
      assert.ok(Math.max(...lengths) - Math.min(...lengths) <= 1);
    }),
  );
});

test("more of what is wished for is never less consistent; a price is missed on both sides", () => {
  const order = ["missed", "near", "met"];
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(amount, amount, amount, (wished, x, y) => {
      const [low, high] = [Math.min(x, y), Math.max(x, y)];
      for (const measure of ["revenue", "profit", "rating"] as const) {
        const rank = (actual: number) => order.indexOf(consistencyOf(measure, wished, actual, p));
        assert.ok(rank(low) <= rank(high));
        assert.equal(rank(wished), 2);
      }
      const off = Math.abs(x);
      const side = (sign: number) => consistencyOf("priceIndex", wished, wished + sign * off, p);
      assert.equal(side(1), side(-1));
    }),
  );
  const index = (actual: number) => consistencyOf("priceIndex", 9_000, actual, p);
  assert.deepEqual([9_500, 8_500, 9_900, 7_900].map(index), ["met", "met", "near", "missed"]);
  assert.equal(consistencyOf("revenue", 1_000, 899, p), "missed");
  assert.equal(consistencyOf("revenue", 1_000, 900, p), "near");
  assert.equal(strategyMeasures.length, 4);
});

const bank = exampleBank({ modules: { company: true } });
const store = firstSeat(bank.season.world);
const until = p["strategy.phaseDays"];

test("a strategy is stated in the first days and only amended later, and changes nothing", () => {
  const plan = { 2: [stated], [until]: [stated], [until + 1]: [amended] };
  const { results } = play(bank, logOf(bank.season, plan), until + 1);
  assert.deepEqual(
    results.flatMap(({ refused }) => refused),
    [],
  );
  const plain = play(bank, logOf(bank.season, {}), until + 1);
  assert.deepEqual(
    results.at(-1)!.tables.sales.columns,
    plain.results.at(-1)!.tables.sales.columns,
  );
  assert.deepEqual(
    results.at(-1)!.state.balance,
    plain.results.at(-1)!.state.balance,
    "and costs nothing",
  );
  const late = play(bank, logOf(bank.season, { 2: [amended], [until + 1]: [stated] }), until + 1);
  assert.deepEqual(
    late.results.flatMap(({ refused }) => refused.map(({ code }) => code)),
    ["practice/strategy-phase-open", "practice/strategy-phase-over"],
  );
});

test("a statement has its yes, its warning and its no", () => {
  const { season } = play(bank, logOf(bank.season, {}), 1);
  const said = (decision: StatementDecision, of = season) => {
    const ruling = checkDecision(of, store, decision);
    if (ruling.kind === "refused") return ruling.code;
    return ruling.warnings.map(({ code }) => code).join();
  };
  const withTarget = (change: Partial<StrategyTarget>): StatementDecision => ({
    ...stated,
    targets: [target, { ...target, ...change }, target],
  });
  assert.equal(said(stated), "");
  assert.equal(said(withTarget({ profitMinor: 600_000 })), "practice/profit-above-sales");
  assert.equal(said({ ...stated, strategy: "  " }), "practice/value-not-allowed");
  const long = "x".repeat(decisionLimits.statementCharsMax + 1);
  assert.equal(said({ ...stated, strategy: long }), "practice/value-not-allowed");
  assert.equal(said({ ...stated, targets: [target] }), "practice/value-not-allowed");
  for (const change of [
    { revenueMinor: -1 },
    { profitMinor: 0.5 },
    { ratingMilli: 5_001 },
    { priceIndexBp: 0 },
  ]) {
    assert.equal(said(withTarget(change)), "practice/value-not-allowed");
  }
  const off = exampleBank({ modules: { company: false } });
  const { season: without } = play(off, logOf(off.season, {}), 1);
  assert.equal(said(stated, without), "practice/module-off");
});
