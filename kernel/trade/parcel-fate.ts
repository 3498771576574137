/**
 * What becomes of parcels: shares in parts per million that the market applies to a day's parcels
 * in this order: rejected at the gate, held at export, lost, held at import, refused at the door;
 * the rest arrives on the days of the transit table.
 */
import { allocateMinor } from "../money/allocate.ts";
import { mulDivRoundHalfUp } from "../number/rational.ts";
import type { Consequence, ConsequenceSet, Disposal, Fault } from "./fault.ts";
import type { Tracking } from "./rate-card.ts";
import { transitWeights } from "./transit.ts";

const million = 1_000_000;

export type ParcelFate = {
  /** Stopped before leaving: the carrier's security check, or export customs. */
  readonly rejectPpm: number;
  readonly afterReject: Disposal;
  /** Random inspection at export; released after `exportHoldDays`. */
  readonly exportHoldPpm: number;
  readonly exportHoldDays: readonly [least: number, most: number];
  readonly lossPpm: number;
  readonly importHoldPpm: number;
  readonly afterHold: Disposal;
  readonly holdDays: readonly [least: number, most: number];
  /** Expected per held parcel, in the money of the country that holds it. */
  readonly reassess: { readonly chargeMinor: number; readonly penaltyMinor: number };
  /** What faults cost every parcel that arrives, held or not. */
  readonly always: { readonly doorMinor: number; readonly sellerMinor: number };
  /** Refused at the door for reasons other than tax due there; see `refusalAtDoorPpm`. */
  readonly refusePpm: number;
  /** Share arriving on each day 0 to 120 after dispatch. */
  readonly transit: Int32Array;
  readonly tracked: Tracking;
  readonly faults: readonly Fault[];
};

export type FateInput = {
  readonly transitDays: readonly [p10: number, p50: number, p90: number];
  readonly lossPpm: number;
  readonly tracked: Tracking;
  /** False for goods sold from a stock that has been imported before: no border, no customs. */
  readonly crossesBorder: boolean;
  readonly faults: readonly Fault[];
  readonly consequences: ConsequenceSet;
  /** Multiplies every detection; 1,000 is once, 0 to 10,000. */
  readonly accidentsMilli: number;
  /** Charges on the truth less charges as declared, not below 0. */
  readonly evadedMinor: number;
  /** VAT taken at the sale, which a missing scheme number makes due again. */
  readonly saleVatMinor: number;
};

export function parcelFate(input: FateInput): ParcelFate {
  const { consequences, faults, crossesBorder } = input;
  const gate = chain(input, "gate");
  const border = chain(input, "import");
  const { inspection } = consequences;
  const has = (id: Fault["id"]) => faults.some((fault) => fault.id === id);
  const chances = faults.map((fault) => consequences.faults[fault.id].refusePpm);
  return {
    rejectPpm: gate.foundPpm,
    afterReject: gate.then,
    exportHoldPpm: crossesBorder ? detection(inspection.exportPpm, input) : 0,
    exportHoldDays: inspection.holdDays,
    lossPpm: input.lossPpm,
    importHoldPpm: border.foundPpm,
    afterHold: border.then,
    holdDays: border.holdDays,
    reassess: border.reassess,
    always: {
      doorMinor: has("ioss-missing") ? input.saleVatMinor : 0,
      sellerMinor: has("ioss-wrong-holder") ? input.saleVatMinor : 0,
    },
    refusePpm: million - survivors(chances),
    transit: transitWeights(...input.transitDays),
    tracked: input.tracked,
    faults,
  };
}

/**
 * Refusal at the door for tax that the page did not show: 2 % and half the share of the tax in the
 * price, at most 25 %; nothing where nothing is due. Joined with the fate's other refusals.
 */
export function refusalAtDoorPpm(
  fate: Pick<ParcelFate, "refusePpm">,
  dueMinor: number,
  goodsMinor: number,
): number {
  if (dueMinor <= 0) return fate.refusePpm;
  const half = Math.floor((dueMinor * 500_000) / Math.max(1, goodsMinor));
  const forTax = Math.min(250_000, 20_000 + half);
  return million - survivors([fate.refusePpm, forTax]);
}

/** Parts per million that pass all chances, the product rounded down at each step. */
function survivors(chancesPpm: readonly number[]): number {
  return chancesPpm.reduce(
    (left, chance) => Math.floor((left * (million - chance)) / million),
    million,
  );
}

function detection(foundPpm: number, input: FateInput): number {
  return Math.min(million, Math.floor((foundPpm * input.accidentsMilli) / 1000));
}

type Found = {
  readonly foundPpm: number;
  readonly then: Disposal;
  readonly holdDays: readonly [number, number];
  readonly reassess: ParcelFate["reassess"];
};

type Chance = Pick<Consequence, "then" | "holdDays" | "penaltyBp"> & { readonly ppm: number };

/**
 * Faults are independent. They are asked in the order of their ids, and who finds a parcel first
 * decides what happens to it; so one more fault never lowers the share that is found.
 */
function chain(input: FateInput, stage: "gate" | "import"): Found {
  const chances = chancesOf(input, stage);
  let left = million;
  const shares = chances.map((chance) => {
    const before = left;
    left = Math.floor((left * (million - chance.ppm)) / million);
    return before - left;
  });
  const foundPpm = million - left;
  const found = chances
    .map((chance, index) => ({ ...chance, share: shares[index]! }))
    .filter((chance) => chance.share > 0);
  return {
    foundPpm,
    then: mixed(found),
    holdDays: [
      found.reduce((least, one) => Math.min(least, one.holdDays[0]), found[0]?.holdDays[0] ?? 0),
      found.reduce((most, one) => Math.max(most, one.holdDays[1]), 0),
    ],
    reassess: reassessed(found, foundPpm, input.evadedMinor),
  };
}

function chancesOf(input: FateInput, stage: "gate" | "import"): readonly Chance[] {
  const { consequences, faults, crossesBorder } = input;
  // Without a border only the carrier's own gate is left, and it looks for batteries.
  const asked = faults.filter((fault) => crossesBorder || fault.id === "battery-undeclared");
  const chances: Chance[] = asked
    .map((fault) => consequences.faults[fault.id])
    .filter((consequence) => consequence.stage === stage)
    .map((consequence) => ({ ...consequence, ppm: detection(consequence.foundPpm, input) }));
  if (stage === "import" && crossesBorder) {
    const { importPpm, holdDays } = consequences.inspection;
    chances.push({
      ppm: detection(importPpm, input),
      holdDays,
      then: allReleased,
      penaltyBp: null,
    });
  }
  return chances;
}

const allReleased: Disposal = {
  releasedPpm: million,
  returnedPpm: 0,
  destroyedPpm: 0,
  seizedPpm: 0,
};

function mixed(found: readonly (Chance & { readonly share: number })[]): Disposal {
  if (found.length === 0) return allReleased;
  const weigh = (part: keyof Disposal) =>
    found.reduce((sum, one) => sum + one.share * one.then[part], 0);
  const [releasedPpm, returnedPpm, destroyedPpm, seizedPpm] = allocateMinor(million, [
    weigh("releasedPpm"),
    weigh("returnedPpm"),
    weigh("destroyedPpm"),
    weigh("seizedPpm"),
  ]);
  return {
    releasedPpm: releasedPpm!,
    returnedPpm: returnedPpm!,
    destroyedPpm: destroyedPpm!,
    seizedPpm: seizedPpm!,
  };
}

/** The mean over held parcels: those found for a money fault pay what was evaded and a penalty. */
function reassessed(
  found: readonly (Chance & { readonly share: number })[],
  foundPpm: number,
  evadedMinor: number,
): ParcelFate["reassess"] {
  const money = found.filter((one) => one.penaltyBp !== null);
  if (money.length === 0 || evadedMinor === 0) return { chargeMinor: 0, penaltyMinor: 0 };
  const share = money.reduce((sum, one) => sum + one.share, 0);
  const penal = money.reduce((sum, one) => sum + one.share * one.penaltyBp!, 0);
  return {
    chargeMinor: mulDivRoundHalfUp(evadedMinor, share, foundPpm),
    penaltyMinor: mulDivRoundHalfUp(evadedMinor, penal, foundPpm * 10_000),
  };
}
