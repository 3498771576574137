import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { compareRational, rational, subtractRational, type Rational } from "../number/rational.ts";
import { assessConsignment, type Assessment } from "./assess-consignment.ts";
import type { Consignment } from "./facts.ts";
import type { Outcome } from "./refusal.ts";
import { certainties, type Charge, type RuleSet } from "./rule-set.ts";
import {
  charge,
  consignments,
  parcel,
  plainRates,
  rates,
  rule,
  ruleSet,
  ruleSets,
  today,
} from "./testing/generated.ts";
import { recompute, traceOf } from "./trace.ts";

/** A third of the generated pairs have a rule that holds and charges something. */
const runs = { numRuns: 300 };

const assess = (set: RuleSet, consignment: Consignment) =>
  assessConsignment(set, consignment, rates);

/** What a student sees of an outcome: amounts by charge, or the refusal. */
function shown(outcome: Outcome<Assessment>): unknown {
  if (!outcome.ok) return outcome.refusal.code;
  const { charges, landedMinor, byPayer, certainty } = outcome.value;
  return {
    charges: charges.map((one) => [one.rule, one.code, one.minor, one.payer]),
    landedMinor,
    byPayer,
    certainty,
  };
}

function assessed(set: RuleSet, consignment: Consignment): Assessment {
  const outcome = assess(set, consignment);
  assert.ok(outcome.ok, outcome.ok ? "" : JSON.stringify(outcome.refusal));
  return outcome.value;
}

const standard = rule("UU.std", {
  jurisdiction: "UU",
  charges: [
    charge("duty", { type: "table", table: "AA.MFN", base: ["goods", "freight", "insurance"] }),
  ],
});

test("splitting a line into two of the same code and origin changes nothing", () => {
  const splits = consignments.filter((one) => one.lines.some((line) => line.quantity > 1));
  fc.assert(
    fc.property(ruleSets, splits, (set, consignment) => {
      const lines = consignment.lines.flatMap((line) => {
        if (line.quantity < 2) return [line];
        const one = {
          ...line,
          quantity: 1,
          goodsMinor: line.goodsMinor / line.quantity,
          weightG: line.weightG / line.quantity,
        };
        const rest = {
          ...line,
          quantity: line.quantity - 1,
          goodsMinor: line.goodsMinor - one.goodsMinor,
          weightG: line.weightG - one.weightG,
        };
        return [one, rest];
      });
      assert.deepEqual(
        shown(assess(set, { ...consignment, lines })),
        shown(assess(set, consignment)),
      );
    }),
    runs,
  );
});

test("splitting a parcel moves its duty by one step at most, and no charge by much more", () => {
  // Why: students split parcels to dodge duty. The rule gives them rounding noise and no more.
  const cents = fc.integer({ min: 0, max: 400_000 });
  const list = fc.tuple(plainRates, plainRates, plainRates, fc.boolean());
  fc.assert(
    fc.property(list, cents, cents, cents, cents, ([r1, r2, r3, isInside], g1, g2, f1, f2) => {
      const form = isInside ? "inclusive" : "ad-valorem";
      const set = ruleSet([
        rule("R", {
          charges: [
            charge("a", { type: "table", table: "AA.MFN", base: ["goods", "freight"] }),
            charge("b", { type: form, rate: r1, base: ["goods", "a"] }),
            charge("c", { type: "ad-valorem", rate: r2, base: ["freight", "a", "b"] }),
            charge("d", { type: "ad-valorem", rate: r3, base: ["goods"] }),
          ],
        }),
      ]);
      const minors = (goods: number, freightMinor: number) => {
        const line = { ...parcel().lines[0]!, goodsMinor: goods };
        const { charges } = assessed(set, parcel({ lines: [line], freightMinor }));
        return charges.map((one) => Number(one.minor));
      };
      const [whole, one, two] = [minors(g1 + g2, f1 + f2), minors(g1, f1), minors(g2, f2)];
      const moves = whole.map((minor, i) => Math.abs(minor - one[i]! - two[i]!));
      const share = (rate: typeof r1) => ("bp" in rate ? rate.bp / 1e4 : rate.ppm / 1e6);
      const inside = isInside ? share(r1) / (1 - share(r1)) : share(r1);
      const limits = [1, inside * moves[0]!, share(r2) * (moves[0]! + moves[1]!), 0];
      assert.ok(moves[0]! <= 1, "duty");
      for (let i = 1; i < 4; i++) assert.ok(moves[i]! <= Math.floor(1.5 + limits[i]! + 1e-9));
    }),
  );
});

test("each charge is within half a step of its exact value, and all add up to the total", () => {
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const outcome = assess(set, consignment);
      if (!outcome.ok) return;
      const { charges, stepMinor, landedMinor, byPayer } = outcome.value;
      for (const one of charges) {
        const roundings = BigInt(Math.max(1, one.groups.length));
        const most = rational(BigInt(stepMinor) * roundings, 2n);
        assert.ok(compareRational(gap(one.minor, one.exact), most) <= 0);
        assert.ok(one.minor >= 0n);
      }
      const { goodsMinor, freightMinor, insuranceMinor } = outcome.value;
      const due = charges.reduce((sum, one) => sum + Number(one.minor), 0);
      assert.equal(landedMinor, goodsMinor + freightMinor + insuranceMinor + due);
      assert.equal(byPayer["buyer-at-sale"] + byPayer["buyer-at-door"] + byPayer.seller, due);
    }),
    runs,
  );
});

test("more value, freight, weight or pieces never lowers a charge of one duty group", () => {
  const alone = ruleSets.map((set) => ({
    ...set,
    rules: set.rules
      .filter((one) => one.kind === "import")
      .slice(0, 1)
      .map((one) => ({ ...one, from: 0, to: null, when: [], charges: one.charges.map(always) })),
  }));
  const more = fc.integer({ min: 0, max: 5_000 });
  fc.assert(
    fc.property(alone, consignments, more, more, (set, consignment, goods, freight) => {
      const one = { ...consignment, channel: "postal" as const };
      const line = consignment.lines[0]!;
      const small = { ...one, lines: [line] };
      const large = {
        ...one,
        freightMinor: one.freightMinor + freight,
        lines: [
          {
            ...line,
            goodsMinor: line.goodsMinor + goods,
            quantity: line.quantity + 1,
            weightG: line.weightG + 10,
          },
        ],
      };
      const [a, b] = [assess(set, small), assess(set, large)];
      if (!a.ok || !b.ok) return;
      for (const [i, lesser] of a.value.charges.entries()) {
        assert.ok(b.value.charges[i]!.minor >= lesser.minor);
      }
    }),
    runs,
  );
});

test("more freight lowers no duty group by more than one step", () => {
  const set = ruleSet([standard]);
  const more = fc.integer({ min: 0, max: 3_000 });
  fc.assert(
    fc.property(consignments, more, (consignment, freight) => {
      const one = { ...consignment, channel: "line" as const };
      const [a, b] = [
        assessed(set, one),
        assessed(set, { ...one, freightMinor: one.freightMinor + freight }),
      ];
      for (const [i, group] of a.charges[0]!.groups.entries()) {
        assert.ok(b.charges[0]!.groups[i]!.minor >= group.minor - 1n);
      }
    }),
  );
});

test("duty terms move money between payers and never change the sum", () => {
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const sums = (["DAP", "DDP", "at-sale"] as const).map((dutyTerms) => {
        const outcome = assess(set, { ...consignment, dutyTerms });
        return outcome.ok ? outcome.value.landedMinor : outcome.refusal.code;
      });
      assert.equal(new Set(sums).size, 1);
    }),
    runs,
  );
});

test("a rule holds until the day before its end, and its successor from its own first day", () => {
  const days = fc.integer({ min: 0, max: 20 });
  const set = ruleSet([rule("old", { to: 8 }), rule("new", { from: 12 })]);
  fc.assert(
    fc.property(days, (day) => {
      const outcome = assess(set, parcel({ day }));
      const winner = outcome.ok ? outcome.value.selection.winner.id : outcome.refusal.code;
      assert.equal(winner, day < 8 ? "old" : day < 12 ? "trade/no-rule" : "new");
    }),
  );
});

test("rules of other days do not matter", () => {
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const rules = set.rules.filter(
        (one) => one.from <= today && (one.to === null || today < one.to),
      );
      assert.deepEqual(
        shown(assess({ ...set, rules }, consignment)),
        shown(assess(set, consignment)),
      );
    }),
    runs,
  );
});

test("the order of rules, lines and conditions does not matter", () => {
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const turned = {
        ...set,
        rules: set.rules.map((one) => ({ ...one, when: one.when.toReversed() })).toReversed(),
      };
      const lines = consignment.lines.toReversed();
      assert.deepEqual(
        shown(assess(turned, { ...consignment, lines })),
        shown(assess(set, consignment)),
      );
    }),
    runs,
  );
});

test("a rule that does not hold may be taken away", () => {
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const outcome = assess(set, consignment);
      if (!outcome.ok) return;
      const idle = new Set(
        outcome.value.selection.considered.filter((one) => !one.holds).map((one) => one.rule.id),
      );
      const rules = set.rules.filter((one) => !idle.has(one.id));
      assert.deepEqual(shown(assess({ ...set, rules }, consignment)), shown(outcome));
    }),
    runs,
  );
});

test("a result is as sure as the least sure rule in it", () => {
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const outcome = assess(set, consignment);
      if (!outcome.ok) return;
      const { certainty, selection } = outcome.value;
      for (const one of [selection.winner, ...selection.fees]) {
        assert.ok(certainties.indexOf(certainty) >= certainties.indexOf(one.certainty));
      }
    }),
    runs,
  );
});

test("two currencies at a rate of one give the same figures", () => {
  const even = { base: "EUR" as const, rateE8: { ...rates.rateE8, USD: 100_000_000 } };
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const [euros, dollars] = (["EUR", "USD"] as const).map((currency) =>
        shown(assessConsignment(set, { ...consignment, currency }, even)),
      );
      assert.deepEqual(euros, dollars);
    }),
    runs,
  );
});

test("every charge can be worked out again from its own row of the trace", () => {
  fc.assert(
    fc.property(ruleSets, consignments, (set, consignment) => {
      const outcome = assess(set, consignment);
      if (!outcome.ok) return;
      let sum = 0;
      for (const row of traceOf(outcome.value)) {
        if (row.step !== "charge") continue;
        assert.equal(recompute(row.charge, outcome.value.stepMinor), row.charge.minor);
        sum += row.minor;
      }
      const { landedMinor, goodsMinor, freightMinor, insuranceMinor } = outcome.value;
      assert.equal(landedMinor - goodsMinor - freightMinor - insuranceMinor, sum);
    }),
    runs,
  );
});

/** The charge without its conditions, which are thresholds and may make it jump. */
function always(one: Charge): Charge {
  const { when: _, ...rest } = one;
  return rest.type === "max-of" ? { ...rest, options: rest.options.map(always) } : rest;
}

function gap(minor: bigint, exact: Rational): Rational {
  const { numerator, denominator } = subtractRational(rational(minor), exact);
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}
