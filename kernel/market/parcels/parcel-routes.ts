/**
 * What becomes of a day's parcels of one listing (market.md E9). Their fates are drawn when they
 * are handed over, by conditional binomials in the order in which a parcel meets them: the gate,
 * export customs, loss, import customs, the door; the rest arrives on the days of the service's
 * table. Every parcel gets exactly one end, so sent = delivered + lost + returned + destroyed +
 * seized.
 */
import { binomial } from "../../random/binomial.ts";
import { multinomial } from "../../random/multinomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { Key } from "../../random/philox.ts";
import { uniform, uniformBelow } from "../../random/uniform.ts";
import type { Disposal } from "../../trade/fault.ts";
import { refusalAtDoorPpm } from "../../trade/parcel-fate.ts";
import { transitQuantile } from "../../trade/transit.ts";
import type { Lane } from "./lanes.ts";
import { parcelEvents } from "../state/tables.ts";

/** Number of an event in the tables. */
export const parcelEvent = Object.freeze(
  Object.fromEntries(parcelEvents.map((name, number) => [name, number])) as Record<
    (typeof parcelEvents)[number],
    number
  >,
);

export type Cohort = {
  readonly lane: Pick<Lane, "fate" | "medianDays" | "lateDays">;
  readonly units: number;
  /** Number of the offer, and market · 65,536 + service · 256: the cohort's address. */
  readonly offer: number;
  readonly place: number;
  readonly engineDay: number;
  readonly promiseDays: number;
  /** Tax the buyer did not see, and the price it is compared with, in the market's currency. */
  readonly dueAtDoorMinor: number;
  readonly goodsMinor: number;
  /** Factor of congestion on days under way, basis points, and days the carrier stands still. */
  readonly transitBp: number;
  readonly strikeDays: number;
  /** Factor on loss. */
  readonly lossFactor: number;
};

/** Receives parcels: `units` of them meet `event` so many days after dispatch. */
export type Emit = (event: number, afterDays: number, units: number) => void;

const million = 1_000_000;
const groups = 3;
const rejectGroup = 7;
/** Days after which a parcel that never came is given up. */
const searchDays = 10;
/** Parcels of larger cohorts are spread over days together, of smaller ones drawn one by one. */
const oneByOneMax = 48;

/**
 * Draws the ends of a cohort's parcels; the units emitted with a last event add up to its units.
 */
export function routeParcels(cohort: Cohort, key: Key, emit: Emit): void {
  const { lane, units } = cohort;
  const draw = (of: number, n: number, ppm: number) =>
    binomial(n, ppm / million, cohort.offer, cohort.place, 4 * cohort.engineDay, address(of), key);
  let left = units;
  const stopped = draw(purpose.cohortReject, left, lane.fate.rejectPpm);
  left -= stopped;
  if (stopped > 0)
    left += dispose(cohort, key, stopped, lane.fate.afterReject, 1, rejectGroup, emit);
  const held = draw(purpose.cohortExportHold, left, lane.fate.exportHoldPpm);
  if (held > 0) emit(parcelEvent["export-held"], 1, held);
  routeGroup(cohort, key, left - held, 0, 0, emit);
  if (held > 0) {
    const days = between(cohort, key, purpose.cohortExportHold, lane.fate.exportHoldDays);
    routeGroup(cohort, key, held, days, 1, emit);
  }
}

/** Loss, import customs, door and arrival of parcels that have left the country. */
function routeGroup(
  cohort: Cohort,
  key: Key,
  units: number,
  extraDays: number,
  group: number,
  emit: Emit,
): void {
  if (units === 0) return;
  const { lane } = cohort;
  const { fate } = lane;
  const draw = (of: number, n: number, ppm: number) => {
    const at = address(of, group * 64);
    const p = Math.min(1, ppm / million);
    return binomial(n, p, cohort.offer, cohort.place, 4 * cohort.engineDay, at, key);
  };
  const lost = draw(purpose.cohortLoss, units, fate.lossPpm * cohort.lossFactor);
  if (lost > 0) {
    const seen = Math.max(cohort.promiseDays, underWay(cohort, lane.lateDays)) + searchDays;
    emit(parcelEvent.lost, seen + extraDays, lost);
  }
  let left = units - lost;
  const held = draw(purpose.cohortHold, left, fate.importHoldPpm);
  left -= held;
  arrive(cohort, key, left, extraDays, group, emit);
  if (held === 0) return;
  const reached = Math.max(1, underWay(cohort, lane.medianDays) - 2) + extraDays;
  emit(parcelEvent["import-held"], reached, held);
  const days = between(cohort, key, purpose.cohortHold, fate.holdDays);
  const released = dispose(cohort, key, held, fate.afterHold, reached + days, group + 1, emit);
  arrive(cohort, key, released, extraDays + days, group + groups, emit);
}

/** What happens to parcels that were stopped; returns how many go on. */
function dispose(
  cohort: Cohort,
  key: Key,
  units: number,
  then: Disposal,
  afterDays: number,
  group: number,
  emit: Emit,
): number {
  const { releasedPpm, returnedPpm, destroyedPpm, seizedPpm } = then;
  const weights = Int32Array.of(releasedPpm, returnedPpm, destroyedPpm, seizedPpm);
  const into = new Int32Array(4);
  const at = address(purpose.cohortAfterHold, group * 512);
  multinomial(units, weights, into, cohort.offer, cohort.place, 4 * cohort.engineDay, at, key);
  if (into[1]! > 0) emit(parcelEvent.returned, afterDays, into[1]!);
  if (into[2]! > 0) emit(parcelEvent.destroyed, afterDays, into[2]!);
  if (into[3]! > 0) emit(parcelEvent.seized, afterDays, into[3]!);
  return into[0]!;
}

const spread = new Int32Array(512);
const perDay = new Int32Array(121);

/** Spreads parcels over arrival days; some buyers refuse what is due at the door. */
function arrive(
  cohort: Cohort,
  key: Key,
  units: number,
  extraDays: number,
  group: number,
  emit: Emit,
): void {
  if (units === 0) return;
  const { offer, place, engineDay, lane } = cohort;
  const ppm = refusalAtDoorPpm(lane.fate, cohort.dueAtDoorMinor, cohort.goodsMinor);
  const door = address(purpose.cohortRefuse, group * 64);
  const refused = binomial(units, ppm / million, offer, place, 4 * engineDay, door, key);
  if (refused > 0) {
    emit(parcelEvent.refused, underWay(cohort, lane.medianDays) + extraDays, refused);
  }
  const delivered = units - refused;
  if (delivered === 0) return;
  if (delivered > oneByOneMax) {
    const at = address(purpose.transit, group * 8192);
    multinomial(delivered, lane.fate.transit, perDay, offer, place, 4 * engineDay, at, key);
    for (let day = 0; day < perDay.length; day++) {
      const count = perDay[day]!;
      if (count > 0) emit(parcelEvent.delivered, underWay(cohort, day) + extraDays, count);
    }
    return;
  }
  let last = 0;
  for (let unit = 0; unit < delivered; unit++) {
    const at = address(purpose.transit, 49_152 + group * 64 + unit);
    const u = uniform(offer, place, 4 * engineDay, at, key);
    const day = transitQuantile(lane.fate.transit, Math.floor(u * million) + 1);
    const after = Math.min(spread.length - 1, underWay(cohort, day) + extraDays);
    spread[after]!++;
    if (after > last) last = after;
  }
  for (let after = 0; after <= last; after++) {
    if (spread[after]! > 0) emit(parcelEvent.delivered, after, spread[after]!);
    spread[after] = 0;
  }
}

/** Days under way with congestion and strike; at least one. */
function underWay({ transitBp, strikeDays }: Cohort, days: number): number {
  return Math.max(1, Math.floor((days * transitBp + 5000) / 10_000)) + strikeDays;
}

function between(
  { offer, place, engineDay }: Cohort,
  key: Key,
  of: number,
  [least, most]: readonly [number, number],
): number {
  if (most <= least) return least;
  const at = address(of, 60_000);
  return least + uniformBelow(most - least + 1, offer, place, 4 * engineDay, at, key);
}
