import { describe, test } from "node:test";
import assert from "node:assert/strict";
import {
  faultIds,
  faultsOf,
  standard1,
  type DeclarationProfile,
  type ProductTruth,
  type SaleFacts,
} from "./fault.ts";

const truth: ProductTruth = {
  hs10: "6109100000",
  origin: "CN",
  battery: "none",
  isInfringing: false,
  isProhibited: false,
  complianceMissing: [],
};
const honest: DeclarationProfile = {
  hs10: "6109100000",
  names: { zh: "纯棉 T 恤", en: "T-shirt of cotton" },
  declaredUnitMinor: null,
  origin: "CN",
  battery: "none",
  documents: ["cn23", "commercial-invoice"],
  scheme: "marketplace",
  schemeNumber: "when-allowed",
};
const sale: SaleFacts = {
  goodsMinor: 4_000,
  quantity: 2,
  documents: ["cn23", "commercial-invoice"],
  flags: ["ioss-optional"],
};

const found = (
  profile: Partial<DeclarationProfile>,
  facts: Partial<SaleFacts> = {},
  real: Partial<ProductTruth> = {},
) =>
  faultsOf({ ...truth, ...real }, { ...honest, ...profile }, { ...sale, ...facts }).map(
    (fault) => fault.id,
  );

describe("a declaration", () => {
  test("that tells the truth has no fault", () => {
    assert.deepEqual(found({}), []);
    assert.deepEqual(found({}, { flags: ["no-ioss"] }), []);
  });

  test("is at fault for what it hides, each fault with its reason", () => {
    assert.deepEqual(found({ hs10: "6109909000" }), ["hs6-wrong"]);
    assert.deepEqual(found({ hs10: "9503000000" }), ["hs-chapter-wrong"]);
    assert.deepEqual(found({ origin: "VN" }), ["origin-wrong"]);
    assert.deepEqual(found({}, {}, { battery: "PI967" }), ["battery-undeclared"]);
    assert.deepEqual(found({ documents: ["cn23"] }), ["document-missing"]);
    assert.deepEqual(found({ names: { zh: "礼品", en: "cotton T-shirt" } }), ["name-vague"]);
    assert.deepEqual(found({ names: { zh: "T 恤", en: " Gift " } }), ["name-vague"]);
    assert.deepEqual(found({}, {}, { isInfringing: true }), ["ip-infringement"]);
    assert.deepEqual(found({}, {}, { isProhibited: true }), ["prohibited"]);
    assert.deepEqual(found({}, {}, { complianceMissing: ["gpsr"] }), ["compliance-missing"]);
  });

  test("may round its value down by a tenth and no further", () => {
    assert.deepEqual(found({ declaredUnitMinor: 1_800 }), []);
    assert.deepEqual(found({ declaredUnitMinor: 1_799 }), ["value-low"]);
    assert.deepEqual(found({ declaredUnitMinor: 2_001 }), ["value-high"]);
  });

  test("must send the right scheme number, and only where it is allowed", () => {
    assert.deepEqual(found({ schemeNumber: "never" }), ["ioss-missing"]);
    assert.deepEqual(found({ schemeNumber: "always" }, { flags: ["no-ioss"] }), [
      "ioss-not-allowed",
    ]);
    assert.deepEqual(found({ scheme: "own" }), ["ioss-wrong-holder"]);
    assert.deepEqual(found({ scheme: "none", schemeNumber: "never" }), []);
  });

  test("lists its faults in the order of their ids, which is the order they are found in", () => {
    assert.deepEqual([...faultIds], [...faultIds].sort());
    const all = found({ hs10: "9503000000", origin: "VN", declaredUnitMinor: 1 });
    assert.deepEqual(all, ["hs-chapter-wrong", "origin-wrong", "value-low"]);
  });
});

test("every fault has a consequence whose disposal sums to one, labelled a simulation", () => {
  for (const id of faultIds) {
    const { foundPpm, then, holdDays } = standard1.faults[id];
    assert.ok(foundPpm >= 0 && foundPpm <= 1_000_000, id);
    assert.ok(holdDays[0] <= holdDays[1], id);
    const { releasedPpm, returnedPpm, destroyedPpm, seizedPpm } = then;
    assert.equal(releasedPpm + returnedPpm + destroyedPpm + seizedPpm, 1_000_000, id);
  }
  assert.deepEqual(standard1.label, { zh: "模拟参数", en: "Simulation parameter" });
});
