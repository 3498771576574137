/** Who may go where, in columns: a million people with ten choices each are a few arrays. */

export interface Market {
  readonly students: number;
  readonly places: number;
  /** Student s ranks `choices[starts[s]]` to `choices[starts[s + 1] - 1]`, the best first. */
  readonly starts: Int32Array;
  /** Places by slot; no place stands twice in one list. */
  readonly choices: Int32Array;
  /**
   * Priority of the slot's student at the slot's place, higher first; below 0 the place does not
   * take the student. It stands beside the choice, so that no table of students × places exists.
   */
  readonly scores: Int32Array;
  /** Seats of each place. */
  readonly capacities: Int32Array;
  /** The numbers from 0, one a student; the lower wins where priorities are equal. */
  readonly lottery: Int32Array;
}

/** Place of each student, or `unplaced`. */
export type Matching = Int32Array;

export const unplaced = -1;

/** At most so many students in these places together. */
export interface Cap {
  readonly places: readonly number[];
  readonly most: number;
}

/** How proposals are chosen under caps. */
export type CapRule = "round-robin" | "by-priority";

/** What binds several places at once. */
export interface Rules {
  /** Sets of places that are nested or disjoint. */
  readonly caps: readonly Cap[];
  readonly rule: CapRule;
  /** All places in the published order of the round-robin. */
  readonly order: Int32Array;
  /** Seats of each place that are filled before any place gets more; they fit all caps. */
  readonly targets: Int32Array;
  /** At most so many students above targets in all places together; null: no such bound. */
  readonly spare: number | null;
}

/** The student of each slot. */
export function studentsOfSlots({ students, starts, choices }: Market): Int32Array {
  const of = new Int32Array(choices.length);
  for (let s = 0; s < students; s++) of.fill(s, starts[s], starts[s + 1]);
  return of;
}

/** Rules that bind nothing. */
export function freeRules(places: number): Rules {
  return {
    caps: [],
    rule: "round-robin",
    order: Int32Array.from({ length: places }, (_, at) => at),
    targets: new Int32Array(places),
    spare: null,
  };
}
