/** A round as it is written down, with names; and the columns that it stands for. */

import type { LowerMode } from "./lower-quotas.ts";
import type { CapRule, Market, Rules } from "./market.ts";
import type { CapForest } from "./nested-caps.ts";

/** Most places that one student may rank. */
export const choicesMax = 30;

export interface InstanceStudent {
  readonly id: string;
  /** Places, most preferred first. */
  readonly prefs: readonly string[];
}

/** A place ranks students by `prefs` or by `scores`; one with neither takes all alike. */
export interface InstancePlace {
  readonly id: string;
  readonly capacity: number;
  /** Students it takes, most preferred first. */
  readonly prefs?: readonly string[] | undefined;
  /** Priority of each student it takes, higher first; below 0 is not taken. */
  readonly scores?: Readonly<Record<string, number>> | undefined;
  /** Seats filled before any place gets more; 0 when not said. */
  readonly target?: number | undefined;
}

export interface InstanceRegion {
  readonly id: string;
  readonly cap: number;
  readonly places: readonly string[];
}

export interface Instance {
  readonly students: readonly InstanceStudent[];
  readonly places: readonly InstancePlace[];
  readonly regions?: readonly InstanceRegion[] | undefined;
  /** Round-robin when not said. */
  readonly capRule?: CapRule | undefined;
  /** Places in the order of the round-robin; as listed when not said. */
  readonly order?: readonly string[] | undefined;
  readonly lowerQuotas?: Readonly<Record<string, number>> | undefined;
  readonly lowerMode?: LowerMode | undefined;
  /** Seed of the lottery; the empty text when not said. */
  readonly lottery?: string | undefined;
}

/** What is wrong with an instance: a code, and the names that it concerns. */
export interface InstanceProblem {
  readonly code:
    | "student-twice"
    | "place-twice"
    | "region-twice"
    | "unknown-place"
    | "unknown-student"
    | "choice-twice"
    | "ranked-twice"
    | "list-too-long"
    | "two-rankings"
    | "region-place-unknown"
    | "region-place-twice"
    | "regions-not-nested"
    | "order-not-all"
    | "quota-place-unknown"
    | "quota-over-capacity"
    | "target-over-capacity"
    | "targets-over-cap"
    | "reserve-by-priority";
  readonly facts: Readonly<Record<string, string | number>>;
}

/** An instance in columns; students and places are numbered by their ids' order. */
export interface Columns {
  readonly market: Market;
  readonly rules: Rules;
  readonly forest: CapForest;
  readonly lower: Int32Array;
  readonly mode: LowerMode;
  readonly studentIds: readonly string[];
  readonly placeIds: readonly string[];
  readonly regionIds: readonly string[];
}

export type ReadInstance =
  | { readonly isSound: true; readonly columns: Columns }
  | { readonly isSound: false; readonly problems: readonly InstanceProblem[] };

/** What people and places are looked up by, and where problems go. */
export interface Reading {
  readonly instance: Instance;
  readonly students: readonly InstanceStudent[];
  readonly places: readonly InstancePlace[];
  readonly studentAt: ReadonlyMap<string, number>;
  readonly placeAt: ReadonlyMap<string, number>;
  problem(code: InstanceProblem["code"], facts: InstanceProblem["facts"]): void;
}
