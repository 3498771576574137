import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { assessConsignment, type Assessment } from "./assess-consignment.ts";
import type { Consignment } from "./facts.ts";
import type { Outcome } from "./refusal.ts";
import type { Rule, RuleSet } from "./rule-set.ts";
import { charge, parcel, rates, rule, ruleSet } from "./testing/generated.ts";
import { formulaOf } from "./trace.ts";

const assess = (set: RuleSet, consignment: Consignment) =>
  assessConsignment(set, consignment, rates);

const codeOf = (outcome: Outcome<Assessment>) => (outcome.ok ? "ok" : outcome.refusal.code);

function assessed(set: RuleSet, consignment: Consignment): Assessment {
  const outcome = assess(set, consignment);
  assert.ok(outcome.ok, outcome.ok ? "" : JSON.stringify(outcome.refusal));
  return outcome.value;
}

const consumerTo150: Rule["when"] = [
  { fact: "buyer", is: "eq", value: "consumer" },
  { fact: "intrinsic", is: "lte", value: { minor: 15_000, currency: "EUR" } },
];
const vat = { type: "ad-valorem", rate: { param: "vat" } } as const;
const flatDuty = charge("duty", {
  type: "per-item",
  amount: { minor: 300, currency: "EUR" },
  count: "distinct-hs6",
});
const lowValue = rule("UU.lv", {
  jurisdiction: "UU",
  priority: 20,
  when: consumerTo150,
  flags: ["ioss-optional"],
  charges: [flatDuty, charge("vat", { ...vat, base: ["goods", "freight", "insurance", "duty"] })],
});
const standard = rule("UU.std", {
  jurisdiction: "UU",
  charges: [
    charge("duty", {
      type: "table",
      table: "AA.MFN",
      base: ["goods", "freight", "insurance"],
    }),
    charge("vat", { ...vat, base: ["goods", "freight", "insurance", "duty"] }),
  ],
});
const union = ruleSet([lowValue, standard]);
const twoGoods = parcel({
  ioss: true,
  freightMinor: 600,
  lines: [
    { hs: "610910", origin: "CN", goodsMinor: 3_600, quantity: 1, weightG: 200 },
    { hs: "950300", origin: "CN", goodsMinor: 1_800, quantity: 2, weightG: 300 },
  ],
});

describe("one consignment", () => {
  test("two subheadings for EUR 54 land at EUR 81.18 under the flat duty", () => {
    const { charges, landedMinor, byPayer, selection } = assessed(union, twoGoods);
    assert.deepEqual(
      charges.map((one) => [one.code, one.minor]),
      [
        ["duty", 600n],
        ["vat", 1_518n],
      ],
    );
    assert.equal(landedMinor, 8_118);
    assert.deepEqual(byPayer, { "buyer-at-sale": 1_518, "buyer-at-door": 600, seller: 0 });
    assert.equal(selection.runnerUp?.rule.id, "UU.std");
    assert.equal(selection.runnerUp?.lostBy, "priority");
    assert.equal(
      formulaOf(charges[1]!, "EUR"),
      "(54.00 goods + 6.00 freight + 6.00 duty) × 23 % = 15.18",
    );
  });

  test("a cent above the threshold the whole is taxed, not the excess", () => {
    const at = (goodsMinor: number) =>
      assessed(union, parcel({ freightMinor: 0, lines: [{ ...twoGoods.lines[0]!, goodsMinor }] }));
    assert.deepEqual(
      at(15_000).charges.map((one) => one.minor),
      [300n, 3_519n],
    );
    assert.deepEqual(
      at(15_001).charges.map((one) => one.minor),
      [2_475n, 4_019n],
    );
  });

  test("a country without a rule refuses and names the condition that failed", () => {
    const outcome = assess(ruleSet([lowValue]), parcel({ buyer: "business" }));
    assert.ok(!outcome.ok);
    assert.equal(outcome.refusal.code, "trade/no-rule");
    assert.deepEqual(outcome.refusal.facts["failures"], [
      { rule: "UU.lv", fact: "buyer", is: "eq", value: "consumer", actual: "business" },
    ]);
  });

  test("a fact that is not known fulfils no condition, not even its opposite", () => {
    for (const is of ["eq", "ne"] as const) {
      const asks = rule("R", { when: [{ fact: "region", is, value: "QQ" }] });
      assert.equal(codeOf(assess(ruleSet([asks]), parcel())), "trade/no-rule");
    }
  });

  test("a prohibition refuses whatever else would apply", () => {
    const ban = rule("AA.ban", {
      kind: "prohibition",
      when: [{ fact: "hsPrefix", is: "in", value: ["610910"] }],
    });
    assert.equal(codeOf(assess(ruleSet([standard, ban]), parcel())), "trade/prohibited");
  });

  test("among equal priorities the nearer jurisdiction wins, and a true tie is a defect", () => {
    const near = rule("AA.std");
    const far = rule("UU.near", { jurisdiction: "UU" });
    assert.equal(assessed(ruleSet([far, near]), parcel()).selection.winner.id, "AA.std");
    assert.equal(codeOf(assess(ruleSet([near, rule("AA.two")]), parcel())), "trade/rules-tie");
  });

  test("fees add up and never enter the base of the tax", () => {
    const fee = rule("AA.fee", { kind: "fee", charges: [flatDuty] });
    const [with_, without] = [ruleSet([standard, fee]), ruleSet([standard])];
    const [a, b] = [assessed(with_, parcel()), assessed(without, parcel())];
    assert.equal(a.landedMinor, b.landedMinor + 300);
  });

  test("an enterprise's own duty rate goes before the teaching table and is named", () => {
    const own = [{ table: "AA.MFN", bp: 1000, source: "ruling", checkedOn: "2026-11-01" }];
    const line = { ...parcel().lines[0]!, dutyRates: own };
    const assessment = assessed(ruleSet([standard]), parcel({ lines: [line] }));
    assert.equal(assessment.charges[0]!.minor, 1_100n);
    assert.equal(assessment.rateSource, "enterprise");
    assert.equal(assessed(ruleSet([standard]), parcel()).rateSource, "teaching");
  });

  test("freight falls on duty groups in proportion to their goods, by largest remainder", () => {
    const groups = [
      { hs: "420221", origin: "CN", goodsMinor: 100, quantity: 1, weightG: 1 },
      { hs: "610910", origin: "CN", goodsMinor: 200, quantity: 1, weightG: 1 },
      { hs: "950300", origin: "CN", goodsMinor: 400, quantity: 1, weightG: 1 },
    ];
    const { charges } = assessed(ruleSet([standard]), parcel({ lines: groups, freightMinor: 100 }));
    const freight = charges[0]!.groups.map((group) => group.parts[1]!.amount.numerator);
    assert.deepEqual(freight, [14n, 29n, 57n]);
    assert.deepEqual(
      charges[0]!.groups.map((group) => [group.bp, group.prefix]),
      [
        [333, "42"],
        [1650, "610910"],
        [400, null],
      ],
    );
  });

  test("a region's rate goes before the country's, the consignment's own before both", () => {
    const rateOf = (fields: Partial<Consignment>) => {
      const { charges } = assessed(ruleSet([standard]), parcel(fields));
      return charges[1]!.rate;
    };
    assert.deepEqual(rateOf({}), { bp: 2300 });
    assert.deepEqual(rateOf({ region: "QQ" }), { ppm: 149_750 });
    assert.deepEqual(rateOf({ region: "XX" }), { bp: 2300 });
    assert.deepEqual(rateOf({ region: "QQ", rates: { vat: { bp: 700 } } }), { bp: 700 });
  });

  test("negative, huge and empty input is refused before any rule is asked", () => {
    const line = parcel().lines[0]!;
    const refusals = [
      parcel({ freightMinor: -1 }),
      parcel({ freightMinor: 1e14 }),
      parcel({ lines: [] }),
      parcel({ lines: [{ ...line, quantity: 0 }] }),
      parcel({ lines: [{ ...line, hs: "770000" }] }),
      parcel({ lines: [{ ...line, hs: "6109" }] }),
      parcel({ destination: "ZZ" }),
    ].map((consignment) => codeOf(assess(union, consignment)));
    assert.deepEqual(refusals, [
      "trade/amount-negative",
      "trade/amount-too-large",
      "trade/quantity-not-positive",
      "trade/quantity-not-positive",
      "trade/hs-unknown",
      "trade/hs-too-short",
      "trade/country-unknown",
    ]);
  });

  test("a missing exchange rate refuses, it never counts as nothing", () => {
    const outcome = assessConsignment(union, parcel({ currency: "GBP" }), rates);
    assert.equal(codeOf(outcome), "trade/rate-missing");
  });
});
