/** Whole seats from a plan with parts of seats. */
import { type Broken, brokenLimits, roomUsed } from "./broken-limits.ts";
import { admits, type SeatProblem, seatsAt } from "./problem.ts";

/** By how much whole seats may pass a limit: parts of seats had met it exactly. */
export const roundingTolerance = Object.freeze({ share: 0.02, absolute: 0.1 });

const allowed = (room: number): number =>
  room * (1 + roundingTolerance.share) + roundingTolerance.absolute;

/**
 * Whole seats by school, programme and half-year. What rounding takes from one admission it gives
 * to the next, so a programme's seats over time stay within one of what was planned. A seat is not
 * rounded up where a school's teachers or a city's base places would be passed by more than the
 * tolerance.
 */
export function roundSeats(problem: SeatProblem, seats: Float64Array): Float64Array {
  const { schools, programmes, decisionHalfYears } = problem;
  const rounded = new Float64Array(seats.length);
  const carried = new Float64Array(schools * programmes.length);
  const used = roomUsed(problem, seats);
  for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1) {
    for (let school = 0; school < schools; school += 1) {
      for (let programme = 0; programme < programmes.length; programme += 1) {
        if (!admits(problem, programme, halfYear)) continue;
        const row = school * programmes.length + programme;
        const at = seatsAt(problem, school, programme, halfYear);
        const wanted = seats[at]! + carried[row]!;
        let whole = within(problem, at, Math.floor(wanted + 0.5));
        const place = { school, programme, halfYear };
        if (whole > seats[at]! && !hasRoom(problem, used, place, whole - seats[at]!)) {
          whole = within(problem, at, Math.floor(seats[at]!));
        }
        occupy(problem, used, place, whole - seats[at]!);
        carried[row] = wanted - whole;
        rounded[at] = whole;
      }
    }
  }
  return rounded;
}

/** The nearest whole number that an announcement and the most seats allow. */
export function within({ seatsMin, seatsMax }: SeatProblem, at: number, seats: number): number {
  return Math.max(0, Math.ceil(seatsMin[at]!), Math.min(Math.floor(seatsMax[at]!), seats));
}

export type Room = ReturnType<typeof roomUsed>;

interface Place {
  readonly school: number;
  readonly programme: number;
  readonly halfYear: number;
}

function hasRoom(problem: SeatProblem, used: Room, place: Place, by: number): boolean {
  const { programmes, decisionHalfYears, city, teachers, basePlaces } = problem;
  const { teachersPerSeat, needsBase } = programmes[place.programme]!;
  const ofSchool = place.school * decisionHalfYears + place.halfYear;
  const ofCity = city[place.school]! * decisionHalfYears + place.halfYear;
  if (used.teachers[ofSchool]! + by * teachersPerSeat > allowed(teachers[ofSchool]!)) return false;
  return !needsBase || used.places[ofCity]! + by <= allowed(basePlaces[ofCity]!);
}

/** Adds seats to what is occupied while their cohort is inside. */
export function occupy(problem: SeatProblem, used: Room, place: Place, by: number): void {
  const { programmes, decisionHalfYears, city } = problem;
  const { teachersPerSeat, needsBase, lag } = programmes[place.programme]!;
  const end = Math.min(decisionHalfYears, place.halfYear + lag);
  for (let halfYear = place.halfYear; halfYear < end; halfYear += 1) {
    used.teachers[place.school * decisionHalfYears + halfYear]! += by * teachersPerSeat;
    if (needsBase) used.places[city[place.school]! * decisionHalfYears + halfYear]! += by;
  }
}

/**
 * The limits that whole seats pass by more than the tolerance. Limits of change are left out: they
 * hold the plan, not what rounding adds to it. So is less than one person of a cell.
 */
export function brokenByRounding(problem: SeatProblem, seats: Float64Array): Broken[] {
  return brokenLimits(problem, seats).filter(({ limit, by }) => {
    if (limit.kind === "change") return false;
    if (limit.kind === "people") return by > 1;
    return by > toleranceOf(problem, { limit, by });
  });
}

function toleranceOf(problem: SeatProblem, { limit }: Broken): number {
  const { decisionHalfYears, teachers, basePlaces, budgetMinor, floors, costUnitMinor } = problem;
  const { share, absolute } = roundingTolerance;
  switch (limit.kind) {
    case "teachers":
      return share * teachers[limit.school * decisionHalfYears + limit.halfYear]! + absolute;
    case "base-places":
      return share * basePlaces[limit.city * decisionHalfYears + limit.halfYear]! + absolute;
    case "money":
      return (share * budgetMinor[limit.year]!) / costUnitMinor + absolute;
    case "floor": {
      const years = floors.length / problem.cities;
      return share * floors[limit.city * years + limit.year]! + absolute;
    }
    default:
      return 0;
  }
}
