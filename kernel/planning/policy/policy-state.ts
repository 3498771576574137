/** Where a way of deciding seats stands in a made-up region. */
import type { PolicyWorld } from "./policy-world.ts";

/** Half-years at the start that are not counted: what was decided before them still comes in. */
export const ignoredHalfYears = 8;

/** What is known and has happened up to now. */
export interface PolicyState {
  readonly world: PolicyWorld;
  readonly now: number;
  /** By cell. */
  readonly people: Float64Array;
  /** Seats by admission from `ignoredHalfYears` before the first half-year on. */
  readonly admitted: readonly Float64Array[];
  /** Seats at the last admission of each programme's season. */
  readonly last: Float64Array;
  /** By family and echelon: the last half-year's lack as a share of need. */
  readonly lack: Float64Array;
}

/** Seats admitted in a half-year, which may lie before the first one; null further back. */
export function admittedAt({ admitted }: PolicyState, halfYear: number): Float64Array | null {
  return admitted[halfYear + ignoredHalfYears] ?? null;
}
