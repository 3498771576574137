import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { ruleSetFaults } from "./check-rule-set.ts";
import type { Condition, Rule, RuleSet } from "./rule-set.ts";
import { charge, rule, ruleSet, ruleSets, type Form } from "./testing/generated.ts";

const faults = (set: RuleSet) => ruleSetFaults(set).map((one) => one.fault);
const ofRule = (fields: Partial<Rule>) => faults(ruleSet([rule("R", fields)]));
const ofCharge = (form: Form) => ofRule({ charges: [charge("a", form)] });
const ofCondition = (condition: Condition) => ofRule({ when: [condition] });
const value = { minor: 100, currency: "EUR" } as const;
const set = ruleSet([]);
const [vat] = set.vat;
const [table] = set.dutyTables;

describe("a rule set", () => {
  test("without faults has nothing to report", () => {
    assert.deepEqual(faults(ruleSet([rule("R")])), []);
  });

  test("as generated for the laws is one that a country could have", () => {
    fc.assert(
      fc.property(ruleSets, (generated) => {
        const serious = faults(generated).filter((one) => one !== "base-not-divisible");
        assert.deepEqual(serious, []);
      }),
    );
  });
});

describe("a planted fault is found:", () => {
  const planted: readonly [string, () => readonly string[], string][] = [
    ["one id for two rules", () => faults(ruleSet([rule("R"), rule("R")])), "id-twice"],
    ["days turned round", () => ofRule({ from: 5, to: 5 }), "dates-reversed"],
    ["a rule without a source", () => ofRule({ sources: [] }), "source-missing"],
    [
      "a certain rule whose source nobody read",
      () => ofRule({ sources: [{ title: "a law", ref: "here", checkedOn: null }] }),
      "certainty-unchecked",
    ],
    ["a country that is not there", () => ofRule({ jurisdiction: "ZZ" }), "jurisdiction-unknown"],
    ["a successor of no rule", () => ofRule({ supersedes: "R0" }), "superseded-unknown"],
    [
      "one code for two charges",
      () => {
        const flat = charge("a", { type: "per-parcel", amount: value });
        return ofRule({ charges: [flat, flat] });
      },
      "code-twice",
    ],
    [
      "a base that comes later",
      () => ofCharge({ type: "ad-valorem", rate: { bp: 1 }, base: ["b"] }),
      "base-unknown",
    ],
    [
      "a base counted twice",
      () => ofCharge({ type: "ad-valorem", rate: { bp: 1 }, base: ["goods", "goods"] }),
      "base-twice",
    ],
    [
      "a duty on another charge, which no group has a share of",
      () =>
        ofRule({
          charges: [
            charge("a", { type: "per-parcel", amount: value }),
            charge("b", { type: "table", table: "AA.MFN", base: ["a"] }),
          ],
        }),
      "base-not-divisible",
    ],
    [
      "a table that is not there",
      () => ofCharge({ type: "table", table: "AA.NONE", base: ["goods"] }),
      "table-unknown",
    ],
    [
      "inside tax of the whole",
      () => ofCharge({ type: "inclusive", rate: { bp: 10_000 }, base: ["goods"] }),
      "rate-out-of-range",
    ],
    [
      "a negative fee",
      () => ofCharge({ type: "per-parcel", amount: { ...value, minor: -1 } }),
      "amount-negative",
    ],
    [
      "a threshold without a currency",
      () => ofCondition({ fact: "value", is: "lte", value: 100 }),
      "condition-ill-typed",
    ],
    [
      "an order among buyers",
      () => ofCondition({ fact: "buyer", is: "lt", value: "consumer" }),
      "condition-ill-typed",
    ],
    [
      "a list that is no list",
      () => ofCondition({ fact: "origin", is: "in", value: "CN" }),
      "condition-ill-typed",
    ],
    [
      "two rates for one day",
      () => faults({ ...set, vat: [vat!, { ...vat!, from: 5 }] }),
      "rows-overlap",
    ],
    ["a market without a rate", () => faults({ ...set, vat: [] }), "row-missing"],
    [
      "a day between two rates",
      () =>
        faults({
          ...set,
          vat: [
            { ...vat!, to: 5 },
            { ...vat!, from: 6 },
          ],
        }),
      "row-missing",
    ],
    [
      "a table in two versions",
      () => faults({ ...set, dutyTables: [table!, table!] }),
      "rows-overlap",
    ],
    [
      "a prefix that is no code",
      () => faults({ ...set, dutyTables: [{ ...table!, prefixes: { "6": 1 } }] }),
      "prefix-malformed",
    ],
    [
      "more charges than a rule may have",
      () => {
        const flat = (index: number) => charge(`c${index}`, { type: "per-parcel", amount: value });
        return ofRule({ charges: Array.from({ length: 21 }, (_, index) => flat(index)) });
      },
      "too-many-charges",
    ],
  ];
  for (const [title, plant, fault] of planted) {
    test(title, () => {
      assert.ok(plant().includes(fault), `${fault} is not in ${plant().join(", ")}`);
    });
  }
});
