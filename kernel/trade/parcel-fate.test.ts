import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { faultIds, standard1, type Disposal, type FaultId } from "./fault.ts";
import { parcelFate, refusalAtDoorPpm, type FateInput } from "./parcel-fate.ts";

const million = 1_000_000;

const withFaults = (...ids: FaultId[]): FateInput["faults"] =>
  faultIds.filter((id) => ids.includes(id)).map((id) => ({ id, reason: "" }));

function input(fields: Partial<FateInput> = {}): FateInput {
  return {
    transitDays: [7, 11, 18],
    lossPpm: 6_000,
    tracked: "full",
    crossesBorder: true,
    faults: [],
    consequences: standard1,
    accidentsMilli: 1_000,
    evadedMinor: 0,
    saleVatMinor: 0,
    ...fields,
  };
}

const generated = fc
  .record({
    ids: fc.subarray([...faultIds]),
    accidentsMilli: fc.integer({ min: 0, max: 10_000 }),
    evadedMinor: fc.integer({ min: 0, max: 1_000_000 }),
    crossesBorder: fc.boolean(),
    lossPpm: fc.integer({ min: 0, max: million }),
  })
  .map(({ ids, ...fields }) => input({ ...fields, faults: withFaults(...ids) }));

const total = (then: Disposal) =>
  then.releasedPpm + then.returnedPpm + then.destroyedPpm + then.seizedPpm;

describe("the fate of a parcel", () => {
  test("of a faultless declaration is chance inspection and the carrier's loss", () => {
    const fate = parcelFate(input());
    assert.deepEqual(
      [fate.rejectPpm, fate.exportHoldPpm, fate.lossPpm, fate.importHoldPpm, fate.refusePpm],
      [0, 3_000, 6_000, 5_000, 0],
    );
    assert.equal(fate.afterHold.releasedPpm, million);
    assert.deepEqual(fate.holdDays, [1, 2]);
  });

  test("has shares between nothing and all, which sum to all", () => {
    fc.assert(
      fc.property(generated, (one) => {
        const fate = parcelFate(one);
        const shares = [
          fate.rejectPpm,
          fate.exportHoldPpm,
          fate.lossPpm,
          fate.importHoldPpm,
          fate.refusePpm,
        ];
        assert.ok(shares.every((share) => share >= 0 && share <= million));
        assert.equal(total(fate.afterHold), million);
        assert.equal(total(fate.afterReject), million);
        assert.equal(
          fate.transit.reduce((sum, weight) => sum + weight, 0),
          million,
        );
        assert.ok(fate.reassess.chargeMinor <= one.evadedMinor);
        assert.ok(fate.holdDays[0] <= fate.holdDays[1]);
      }),
    );
  });

  test("conserves parcels: sent is delivered, lost, returned, destroyed and seized", () => {
    const sent = 1_000_000_000;
    fc.assert(
      fc.property(generated, (one) => {
        const fate = parcelFate(one);
        const part = (parcels: number, ppm: number) => Math.floor((parcels * ppm) / million);
        const dispose = (parcels: number, then: Disposal) => {
          const returned = part(parcels, then.returnedPpm);
          const destroyed = part(parcels, then.destroyedPpm);
          const seized = part(parcels, then.seizedPpm);
          return { returned, destroyed, seized, left: parcels - returned - destroyed - seized };
        };
        const rejected = part(sent, fate.rejectPpm);
        const gate = dispose(rejected, fate.afterReject);
        const away = sent - rejected + gate.left;
        const lost = part(away, fate.lossPpm);
        const held = part(away - lost, fate.importHoldPpm);
        const border = dispose(held, fate.afterHold);
        const atDoor = away - lost - held + border.left;
        const refused = part(atDoor, fate.refusePpm);
        const ended = gate.returned + gate.destroyed + gate.seized;
        const stopped = border.returned + border.destroyed + border.seized;
        assert.equal(ended + lost + stopped + refused + (atDoor - refused), sent);
        assert.ok(atDoor >= 0 && away >= 0);
      }),
    );
  });

  test("gets no better by one more fault", () => {
    fc.assert(
      fc.property(generated, fc.constantFrom(...faultIds), (one, id) => {
        const ids = one.faults.map((fault) => fault.id);
        const worse = parcelFate({ ...one, faults: withFaults(...ids, id) });
        const fate = parcelFate(one);
        assert.ok(worse.importHoldPpm >= fate.importHoldPpm);
        assert.ok(worse.rejectPpm >= fate.rejectPpm);
        assert.ok(worse.refusePpm >= fate.refusePpm);
      }),
    );
  });

  test("follows the table of consequences", () => {
    const undeclared = parcelFate(input({ faults: withFaults("battery-undeclared") }));
    assert.equal(undeclared.rejectPpm, 250_000);
    assert.equal(undeclared.afterReject.returnedPpm, million);
    const banned = parcelFate(input({ faults: withFaults("prohibited") }));
    assert.deepEqual([banned.rejectPpm, banned.afterReject.seizedPpm], [million, million]);
    const low = parcelFate(input({ faults: withFaults("value-low"), evadedMinor: 10_000 }));
    // 1 - .95 · .995, and of the held 500,000 of 547,500 are found for their value.
    assert.equal(low.importHoldPpm, 54_750);
    assert.deepEqual(low.reassess, { chargeMinor: 9_132, penaltyMinor: 9_132 });
    assert.equal(low.afterHold.seizedPpm, 91_324);
    const noNumber = parcelFate(input({ faults: withFaults("ioss-missing"), saleVatMinor: 380 }));
    assert.deepEqual([noNumber.always.doorMinor, noNumber.refusePpm], [380, 300_000]);
    const wrong = parcelFate(input({ faults: withFaults("ioss-wrong-holder"), saleVatMinor: 380 }));
    assert.equal(wrong.always.sellerMinor, 380);
  });

  test("knows no border for goods sold from a warehouse in the country", () => {
    const fate = parcelFate(
      input({ crossesBorder: false, faults: withFaults("hs6-wrong", "prohibited") }),
    );
    assert.deepEqual([fate.exportHoldPpm, fate.importHoldPpm, fate.rejectPpm], [0, 0, 0]);
  });

  test("is inspected as often as the class's accident frequency says", () => {
    const holds = [0, 1_000, 2_500, 10_000].map(
      (accidentsMilli) => parcelFate(input({ accidentsMilli })).importHoldPpm,
    );
    assert.deepEqual(holds, [0, 5_000, 12_500, 50_000]);
  });
});

describe("refusal at the door", () => {
  test("is 2 % and half the share of the tax, at most a quarter, and nothing without tax", () => {
    const fate = { refusePpm: 0 };
    assert.equal(refusalAtDoorPpm(fate, 0, 2_000), 0);
    assert.equal(refusalAtDoorPpm(fate, 300, 2_000), 95_000);
    assert.equal(refusalAtDoorPpm(fate, 2_000, 2_000), 250_000);
    assert.equal(refusalAtDoorPpm({ refusePpm: 300_000 }, 300, 2_000), 366_500);
    assert.equal(refusalAtDoorPpm(fate, 1, 0), 250_000);
  });
});
