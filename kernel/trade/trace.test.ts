import { test } from "node:test";
import assert from "node:assert/strict";
import { assessConsignment } from "./assess-consignment.ts";
import { charge, parcel, rates, rule, ruleSet, type Form } from "./testing/generated.ts";
import { traceOf, type TraceRow } from "./trace.ts";
import { unionRules } from "./testing/slice.ts";

function traced(forms: readonly Form[], fields = {}): readonly string[] {
  const charges = forms.map((form, index) => charge("abcd"[index]!, form));
  const assessed = assessConsignment(ruleSet([rule("R", { charges })]), parcel(fields), rates);
  assert.ok(assessed.ok);
  return traceOf(assessed.value).flatMap((row) => (row.step === "charge" ? [row.formula] : []));
}

test("each form of charge is written as people would work it out", () => {
  const lines = [{ hs: "610910", origin: "CN", goodsMinor: 10_000, quantity: 3, weightG: 1_250 }];
  assert.deepEqual(
    traced([
      { type: "table", table: "AA.MFN", base: ["goods", "freight"] },
      { type: "inclusive", rate: { bp: 1_750 }, base: ["goods", "a"], factorBp: 7_000 },
      { type: "ad-valorem-less", rate: { bp: 6_000 }, base: ["goods"], less: euros(2_000) },
      { type: "ad-valorem", rate: { ppm: 99_750 }, base: ["b_full"] },
    ]),
    [
      "(100.00 goods + 10.00 freight) × 16.5 % [610910 CN] = 18.15",
      "(100.00 goods + 18.15 a) × 17.5 % / (1 − 17.5 %) × 70 % = 17.54",
      "max(0, 100.00 goods × 60 % − 20.00) = 40.00",
      "25.062121 b_full × 9.975 % = 2.50",
    ],
  );
  assert.deepEqual(
    traced(
      [
        { type: "per-item", amount: euros(300), count: "units" },
        { type: "per-kg", amount: euros(100) },
        { type: "per-parcel", amount: { minor: 500, currency: "JPY" } },
      ],
      { lines },
    ),
    ["3 × 3.00 = 9.00", "1.25 × 1.00 = 1.25", "1 × 3.066645 = 3.07"],
  );
});

test("the whole trace reads from the chain to the landed sum", () => {
  const assessed = assessConsignment(ruleSet(unionRules), parcel({ ioss: true }), rates);
  assert.ok(assessed.ok);
  const rows = traceOf(assessed.value);
  assert.deepEqual(
    rows.map((row) => row.step),
    ["chain", "rule", "rule", "winner", "charge", "charge", "landed"],
  );
  const [chain, relief, standard] = rows as readonly TraceRow[];
  assert.deepEqual(chain, { step: "chain", chain: ["AA", "UU"] });
  assert.ok(relief?.step === "rule" && relief.holds && relief.findings[1]!.actual === 10_000);
  assert.ok(standard?.step === "rule" && standard.holds && standard.priority === 1);
  assert.deepEqual(rows[3], { step: "winner", rule: "UU.lv", beats: "UU.std", by: "priority" });
  const last = rows.at(-1)!;
  assert.ok(last.step === "landed");
  assert.equal(last.formula, "100.00 goods + 10.00 freight + 25.30 vat = 135.30");
});

function euros(minor: number) {
  return { minor, currency: "EUR" } as const;
}
