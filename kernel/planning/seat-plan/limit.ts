/** The limits of a plan by the words in which a planner knows them. */
import { halfYearsInYear, type SeatProblem } from "./problem.ts";

interface OfSeats {
  readonly school: number;
  readonly programme: number;
  readonly halfYear: number;
}

export type Limit =
  /** A school has no more teachers in a half-year. */
  | { readonly kind: "teachers"; readonly school: number; readonly halfYear: number }
  /** The training bases of a city have no more places in a half-year. */
  | { readonly kind: "base-places"; readonly city: number; readonly halfYear: number }
  /** The money of a year. */
  | { readonly kind: "money"; readonly year: number }
  /** The fewest seats of a city in a year. */
  | { readonly kind: "floor"; readonly city: number; readonly year: number }
  /** How far seats may change from one admission to the next. */
  | (OfSeats & { readonly kind: "change"; readonly direction: "more" | "fewer" })
  /** Seats that were announced or locked. */
  | (OfSeats & { readonly kind: "announced" })
  /** The most seats of a programme. */
  | (OfSeats & { readonly kind: "seats-max" })
  /** Nobody can be trained who is not there: people of a cell, at the end of a half-year. */
  | { readonly kind: "people"; readonly cell: number; readonly halfYear: number };

/** Which school, programme and half-year stand at a place of the seats' array. */
export function seatsNamed(problem: SeatProblem, at: number): OfSeats {
  const { programmes, decisionHalfYears } = problem;
  const halfYear = at % decisionHalfYears;
  const rest = (at - halfYear) / decisionHalfYears;
  const programme = rest % programmes.length;
  return { school: (rest - programme) / programmes.length, programme, halfYear };
}

/** The year of the plan that a half-year belongs to. */
export function yearOf(halfYear: number): number {
  return Math.floor(halfYear / halfYearsInYear);
}
