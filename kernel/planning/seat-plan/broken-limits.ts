/** Which limits given seats break: the check of a plan that no solver made. */
import { changeOfSeats, peopleOf } from "./evaluate-plan.ts";
import type { Limit } from "./limit.ts";
import {
  admits,
  changeMax,
  halfYearsInYear,
  isAnnounced,
  type SeatProblem,
  seatsAt,
  yearsOf,
} from "./problem.ts";

/** A limit that seats break, and by how much, in the limit's own unit. */
export interface Broken {
  readonly limit: Limit;
  readonly by: number;
}

/** Which limits seats break by more than rounding of numbers. */
export function brokenLimits(problem: SeatProblem, seats: Float64Array): Broken[] {
  const broken: Broken[] = [];
  const hold = (limit: Limit, by: number) => {
    if (by > 1e-6) broken.push({ limit, by });
  };
  holdSeats(problem, seats, hold);
  holdRoom(problem, seats, hold);
  holdYears(problem, seats, hold);
  for (const [at, count] of peopleOf(problem, seats).entries()) {
    const halfYear = at % problem.stockHalfYears;
    hold({ kind: "people", cell: (at - halfYear) / problem.stockHalfYears, halfYear }, -count);
  }
  return broken;
}

type Hold = (limit: Limit, by: number) => void;

function holdSeats(problem: SeatProblem, seats: Float64Array, hold: Hold): void {
  const { schools, programmes, decisionHalfYears, seatsMin, seatsMax } = problem;
  const changes = changeOfSeats(problem, seats);
  for (let school = 0; school < schools; school += 1) {
    for (let programme = 0; programme < programmes.length; programme += 1) {
      for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1) {
        const at = seatsAt(problem, school, programme, halfYear);
        const where = { school, programme, halfYear };
        const most = admits(problem, programme, halfYear) ? seatsMax[at]! : 0;
        hold({ kind: "announced", ...where }, seatsMin[at]! - seats[at]!);
        hold({ kind: "seats-max", ...where }, seats[at]! - most);
        if (isAnnounced(problem, at)) continue;
        const limit = changeMax(problem, school, programme);
        const direction = changes[at]! > 0 ? "more" : "fewer";
        hold({ kind: "change", ...where, direction }, Math.abs(changes[at]!) - limit);
      }
    }
  }
}

/** Teachers and base places that cohorts of a plan occupy, by school or city and half-year. */
export function roomUsed(problem: SeatProblem, seats: Float64Array) {
  const { schools, programmes, decisionHalfYears, city } = problem;
  const teachers = Float64Array.from(problem.teachersUsed);
  const places = Float64Array.from(problem.basePlacesUsed);
  for (let school = 0; school < schools; school += 1) {
    for (const [programme, { lag, teachersPerSeat, needsBase }] of programmes.entries()) {
      for (let admitted = 0; admitted < decisionHalfYears; admitted += 1) {
        const entered = seats[seatsAt(problem, school, programme, admitted)]!;
        const end = Math.min(decisionHalfYears, admitted + lag);
        for (let halfYear = admitted; halfYear < end; halfYear += 1) {
          teachers[school * decisionHalfYears + halfYear]! += entered * teachersPerSeat;
          if (needsBase) places[city[school]! * decisionHalfYears + halfYear]! += entered;
        }
      }
    }
  }
  return { teachers, places };
}

function holdRoom(problem: SeatProblem, seats: Float64Array, hold: Hold): void {
  const { decisionHalfYears, teachersUsed, basePlacesUsed } = problem;
  const used = roomUsed(problem, seats);
  for (const [at, count] of used.teachers.entries()) {
    const halfYear = at % decisionHalfYears;
    // Cohorts that are inside already may fill a school beyond its teachers; a plan only adds none.
    const room = Math.max(problem.teachers[at]!, teachersUsed[at]!);
    const school = (at - halfYear) / decisionHalfYears;
    hold({ kind: "teachers", school, halfYear }, count - room);
  }
  for (const [at, count] of used.places.entries()) {
    const halfYear = at % decisionHalfYears;
    const room = Math.max(problem.basePlaces[at]!, basePlacesUsed[at]!);
    const city = (at - halfYear) / decisionHalfYears;
    hold({ kind: "base-places", city, halfYear }, count - room);
  }
}

function holdYears(problem: SeatProblem, seats: Float64Array, hold: Hold): void {
  const { schools, programmes, cities, city, costUnitMinor, budgetMinor, floors } = problem;
  const years = yearsOf(problem);
  for (let year = 0; year < years; year += 1) {
    const offered = new Float64Array(cities);
    let cost = 0;
    for (let school = 0; school < schools; school += 1) {
      for (const [programme, { costMinor }] of programmes.entries()) {
        for (let part = 0; part < halfYearsInYear; part += 1) {
          const halfYear = year * halfYearsInYear + part;
          const count = seats[seatsAt(problem, school, programme, halfYear)]!;
          offered[city[school]!]! += count;
          cost += (count * costMinor) / costUnitMinor;
        }
      }
    }
    hold({ kind: "money", year }, cost - budgetMinor[year]! / costUnitMinor);
    for (let at = 0; at < cities; at += 1) {
      hold({ kind: "floor", city: at, year }, floors[at * years + year]! - offered[at]!);
    }
  }
}
