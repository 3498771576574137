import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { compileLanded, type LandedQuery } from "./compile-landed.ts";
import {
  assessInput,
  landed,
  newLandedSplit,
  type LandedInput,
  type LandedProgram,
} from "./landed-program.ts";
import { lawOf } from "./law.ts";
import type { RuleSet } from "./rule-set.ts";
import {
  amounts,
  charge,
  consignments,
  lines,
  rates,
  rule,
  ruleSet,
  ruleSets,
  today,
} from "./testing/generated.ts";

const queries: fc.Arbitrary<LandedQuery> = fc
  .tuple(consignments, lines)
  .map(([consignment, line]) => {
    const { destination, buyer, channel, currency, dutyTerms } = consignment;
    const { region, ioss, dutyRecharged } = consignment;
    return {
      destination,
      buyer,
      channel,
      currency,
      dutyTerms,
      ...(region === undefined ? {} : { region }),
      ...(ioss === undefined ? {} : { ioss }),
      ...(dutyRecharged === undefined ? {} : { dutyRecharged }),
      hs: line.hs,
      origin: line.origin,
    };
  });

/** Three rules that differ by thresholds only, each with a tax of its own. */
const thresholdSets: fc.Arbitrary<RuleSet> = fc
  .array(
    fc.record({
      fact: fc.constantFrom("value" as const, "cif" as const, "maxItemValue" as const),
      is: fc.constantFrom("lt" as const, "lte" as const, "gt" as const, "gte" as const),
      value: amounts,
      priority: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 3, maxLength: 3 },
  )
  .map((list) =>
    ruleSet(
      list.map(({ priority, ...condition }, index) =>
        rule(`R${index}`, {
          priority,
          when: [condition],
          charges: [
            charge("tax", { type: "ad-valorem", rate: { bp: 100 + index }, base: ["goods"] }),
            charge("flat", { type: "per-parcel", amount: { minor: index, currency: "EUR" } }),
          ],
        }),
      ),
    ),
  );

const compiled = (set: RuleSet, query: LandedQuery) =>
  compileLanded(lawOf(set, query.destination, today), query, rates);

const inputs: fc.Arbitrary<LandedInput> = fc.record({
  goodsMinor: fc.oneof(
    fc.integer({ min: 0, max: 80_000 }),
    fc.integer({ min: 0, max: 10_000_000_000_000 }),
  ),
  freightMinor: fc.integer({ min: 0, max: 20_000 }),
  quantity: fc.integer({ min: 1, max: 7 }),
  weightG: fc.integer({ min: 1, max: 20_000 }),
});

/** Compiled and interpreted must agree: on the refusal, or on every figure. */
function agree(program: LandedProgram, input: LandedInput): boolean {
  const out = newLandedSplit();
  const isPriced = landed(program, input, out);
  const assessed = assessInput(program, input);
  assert.equal(isPriced, assessed.ok, JSON.stringify(input));
  if (!assessed.ok) return false;
  const { byPayer, sellerVatMinor, selection } = assessed.value;
  assert.deepEqual(
    [out.atSaleMinor, out.atDoorMinor, out.sellerMinor, out.sellerVatMinor],
    [byPayer["buyer-at-sale"], byPayer["buyer-at-door"], byPayer.seller, sellerVatMinor],
  );
  assert.equal(program.ladder[out.rung]!.rule.id, selection.winner.id);
  return true;
}

describe("a compiled landed price", () => {
  test("equals the interpreted one to the unit, refusals included", () => {
    fc.assert(
      fc.property(ruleSets, queries, fc.array(inputs, { minLength: 5 }), (set, query, orders) => {
        const program = compiled(set, query);
        for (const order of orders) agree(program, order);
      }),
      { numRuns: 400 },
    );
  });

  test("equals it on both sides of every threshold, in every currency", () => {
    let borders = 0;
    const figures = ["goods", "cif", "item"] as const;
    fc.assert(
      fc.property(thresholdSets, queries, inputs, (set, query, order) => {
        const program = compiled(set, { ...query, channel: "line" });
        for (const { bounds } of program.ladder) {
          const ends = figures.flatMap((one) => [bounds[`${one}Low`], bounds[`${one}High`]]);
          for (const end of ends.filter((one) => one > 0 && one < 1e12)) {
            borders++;
            for (const goodsMinor of [end - 1, end, end + 1]) {
              agree(program, { ...order, goodsMinor, freightMinor: 0, quantity: 1 });
              agree(program, { ...order, goodsMinor, freightMinor: 1 });
            }
          }
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(borders > 200, `only ${borders} thresholds were met`);
  });

  test("equals it for amounts that doubles cannot carry", () => {
    const fine = ruleSet([
      rule("R", {
        charges: [
          charge("a", { type: "ad-valorem", rate: { ppm: 149_751 }, base: ["goods", "freight"] }),
          charge("b", { type: "inclusive", rate: { ppm: 173_913 }, base: ["goods", "a"] }),
        ],
      }),
    ]);
    fc.assert(
      fc.property(queries, inputs, (query, order) => {
        const channel = "postal" as const;
        assert.ok(agree(compiled(fine, { ...query, channel }), order));
      }),
    );
  });

  test("rounds a tie up where the product of base and rate is beyond 2^53", () => {
    const tied = ruleSet([
      rule("R", {
        charges: [charge("a", { type: "ad-valorem", rate: { ppm: 500_001 }, base: ["goods"] })],
      }),
    ]);
    const odd = fc.integer({ min: 4_000_000, max: 9_999_999 }).map((half) => 2 * half + 1);
    fc.assert(
      fc.property(queries, inputs, odd, (query, order, count) => {
        // 500,000 · odd · 500,001 / 1,000,000 ends in one half.
        const goodsMinor = 500_000 * count;
        assert.ok(agree(compiled(tied, { ...query, channel: "line" }), { ...order, goodsMinor }));
      }),
    );
  });

  test("uses the exact earlier amount where a base asks for it", () => {
    // Why: the Chinese base of VAT holds consumption tax in full while 70 % of it are levied.
    const retail = ruleSet([
      rule("R", {
        charges: [
          charge("ct", {
            type: "inclusive",
            rate: { bp: 1500 },
            base: ["goods"],
            factorBp: 7000,
          }),
          charge("vat", {
            type: "ad-valorem",
            rate: { bp: 1300 },
            base: ["goods", "ct_full"],
            factorBp: 7000,
          }),
        ],
      }),
    ]);
    fc.assert(
      fc.property(queries, inputs, (query, order) => {
        assert.ok(agree(compiled(retail, { ...query, channel: "line" }), order));
      }),
    );
  });

  test("refuses what is no order at all", () => {
    const program = compiled(ruleSet([rule("R")]), {
      destination: "AA",
      buyer: "consumer",
      channel: "postal",
      currency: "EUR",
      dutyTerms: "DAP",
      hs: "610910",
      origin: "CN",
    });
    const order = { goodsMinor: 100, freightMinor: 0, quantity: 1, weightG: 100 };
    assert.ok(agree(program, order));
    for (const wrong of [
      { goodsMinor: -1 },
      { goodsMinor: Number.NaN },
      { goodsMinor: 1.5 },
      { freightMinor: 1e14 },
      { quantity: 0 },
      { weightG: 0 },
    ]) {
      assert.equal(landed(program, { ...order, ...wrong }, newLandedSplit()), false);
    }
  });

  test("refuses every order where a rate, the country or the code is missing", () => {
    const query: LandedQuery = {
      destination: "AA",
      buyer: "consumer",
      channel: "postal",
      currency: "EUR",
      dutyTerms: "DAP",
      hs: "610910",
      origin: "CN",
    };
    const inPounds = rule("R", {
      when: [{ fact: "value", is: "lte", value: { minor: 100, currency: "GBP" } }],
    });
    const codes = [
      compiled(ruleSet([rule("R")]), { ...query, destination: "ZZ" }),
      compiled(ruleSet([rule("R")]), { ...query, hs: "6109" }),
      compiled(ruleSet([inPounds]), query),
    ].map((program) => {
      const order = { goodsMinor: 100, freightMinor: 0, quantity: 1, weightG: 100 };
      assert.equal(landed(program, order, newLandedSplit()), false);
      return program.refusal?.code;
    });
    assert.deepEqual(codes, ["trade/country-unknown", "trade/hs-too-short", "trade/rate-missing"]);
  });
});
