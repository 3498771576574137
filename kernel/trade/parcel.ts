/** A parcel: what it weighs for its carrier, and whether the carrier takes it at all. */
import type { BatteryLimit, CardRow } from "./rate-card.ts";
import { ok, refuse, type Outcome } from "./refusal.ts";

/**
 * Lithium batteries by the packing instruction they travel under: PI 965 alone (UN3480), PI 966
 * packed with equipment, PI 967 contained in it (UN3481).
 */
export const batteryClasses = ["none", "PI965", "PI966", "PI967"] as const;
export type BatteryClass = (typeof batteryClasses)[number];

export type SizeMm = readonly [number, number, number];

export type Parcel = {
  readonly weightG: number;
  /** Sum over its boxes. */
  readonly volumeMm3: number;
  /** The largest box, longest side first. */
  readonly sidesMm: SizeMm;
  /** The heaviest box; equal to `weightG` when there is one. */
  readonly boxWeightG: number;
  readonly battery: BatteryClass;
};

type Packable = {
  readonly weightG: number;
  readonly sizeMm: SizeMm;
  readonly battery: BatteryClass;
};

/** One box with all units, stacked along their shortest side. */
export function parcelOf(product: Packable, units: number): Parcel {
  const [long, middle, short] = longestFirst(product.sizeMm);
  const weightG = product.weightG * units;
  return {
    weightG,
    volumeMm3: long * middle * short * units,
    sidesMm: longestFirst([long, middle, short * units]),
    boxWeightG: weightG,
    battery: product.battery,
  };
}

/** A consignment of boxes, none larger than it must be: the limits of a box hold for one unit. */
export function cargoOf(product: Packable, units: number): Parcel {
  const [long, middle, short] = longestFirst(product.sizeMm);
  return {
    weightG: product.weightG * units,
    volumeMm3: long * middle * short * units,
    sidesMm: [long, middle, short],
    boxWeightG: product.weightG,
    battery: product.battery,
  };
}

function longestFirst(sizeMm: SizeMm): SizeMm {
  const [long, middle, short] = [...sizeMm].sort((a, b) => b - a);
  return [long!, middle!, short!];
}

/**
 * Volumetric weight in grams, rounded up: mm³ over the divisor in cm³/kg is grams exactly.
 * 0 when the card knows no volumetric weight.
 */
export function volumetricWeightG(volumeMm3: number, divisor: number): number {
  return divisor === 0 ? 0 : Math.ceil(volumeMm3 / divisor);
}

/** The weight paid for: the card's minimum, the actual, or the volumetric by its trigger. */
export function chargeableWeightG(row: CardRow, parcel: Parcel): number {
  const volumetric = volumetricWeightG(parcel.volumeMm3, row.divisor);
  const isTriggered =
    row.volumeTrigger === "max" ||
    (row.volumeTrigger === "gt-actual-x2" && volumetric > 2 * parcel.weightG);
  const heavier = isTriggered ? Math.max(parcel.weightG, volumetric) : parcel.weightG;
  return Math.max(row.weightMinG, heavier);
}

const accepted: Readonly<Record<BatteryLimit, readonly BatteryClass[]>> = {
  none: ["none"],
  "PI966/967": ["none", "PI966", "PI967"],
  all: batteryClasses,
};

/** The limits of a card's row that do not depend on its weight bands. */
export function checkLimits(row: CardRow, parcel: Parcel): Outcome<true> {
  const no = (limit: string, allowed: number | string, value: number | string) =>
    refuse("trade/service-refuses-parcel", { card: row.card, limit, allowed, value });
  if (!accepted[row.battery].includes(parcel.battery)) {
    return no("battery", row.battery, parcel.battery);
  }
  if (parcel.boxWeightG > row.weightMaxG) {
    return no("weight-g", row.weightMaxG, parcel.boxWeightG);
  }
  const [long, middle, short] = parcel.sidesMm;
  if (row.sideMaxMm > 0 && long > row.sideMaxMm) return no("side-mm", row.sideMaxMm, long);
  if (row.sizeRule === "sum" && long + middle + short > row.sizeMaxMm) {
    return no("sum-mm", row.sizeMaxMm, long + middle + short);
  }
  if (row.sizeRule === "girth" && long + 2 * (middle + short) > row.sizeMaxMm) {
    return no("girth-mm", row.sizeMaxMm, long + 2 * (middle + short));
  }
  return ok(true);
}
