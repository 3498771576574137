/**
 * Classes for what is committed now. Seats of later half-years are an outlook and stay whole seats;
 * those of the first half-years become classes, because nobody opens a class for seven.
 */
import { occupy, type Room, within } from "./round-seats.ts";
import { roomUsed } from "./broken-limits.ts";
import { changeOfSeats, evaluatePlan } from "./evaluate-plan.ts";
import { seatsNamed } from "./limit.ts";
import { changeMax, isAnnounced, isOpen, type SeatProblem, seatsAt } from "./problem.ts";

export interface ClassSizes {
  /** Seats of a class, by programme. */
  readonly seats: readonly number[];
  /** The fewest with which a class opens. */
  readonly viable: number;
}

/** More doubtful classes than this are rounded to the nearest and not looked at again. */
export const classChoicesMax = 200;

const passesMax = 4;
/** What a unit beyond a limit costs in the search: more than any seat is worth. */
const excessPenalty = 300;

interface Choice {
  readonly at: number;
  readonly place: {
    readonly school: number;
    readonly programme: number;
    readonly halfYear: number;
  };
  readonly few: number;
  readonly many: number;
  /** How near the two lie to what was planned: 0 where one is exact, ½ where they are equal. */
  readonly doubt: number;
}

/**
 * Makes classes of the first half-years' seats: as many whole classes as are nearest, and below one
 * class either none or the smallest that opens. Then the doubtful ones are taken in order of doubt,
 * each turned to what costs less with all others as they are, until a whole pass changes nothing.
 *
 * @param seats      whole seats
 * @param halfYears  how many are committed: 1, or 2
 */
export function makeClasses(
  problem: SeatProblem,
  seats: Float64Array,
  sizes: ClassSizes,
  halfYears: number,
): Float64Array {
  const made = Float64Array.from(seats);
  const choices: Choice[] = [];
  for (let halfYear = 0; halfYear < halfYears; halfYear += 1) {
    for (let school = 0; school < problem.schools; school += 1) {
      for (let programme = 0; programme < problem.programmes.length; programme += 1) {
        const choice = choiceAt(problem, made, sizes, { school, programme, halfYear });
        if (choice !== null) choices.push(choice);
      }
    }
  }
  const doubtful = choices.toSorted((a, b) => b.doubt - a.doubt || a.at - b.at);
  search(problem, made, doubtful.slice(0, classChoicesMax));
  return made;
}

/** Sets the nearest number of classes, and gives the choice where there is one. */
function choiceAt(
  problem: SeatProblem,
  seats: Float64Array,
  { seats: sizes, viable }: ClassSizes,
  place: Choice["place"],
): Choice | null {
  const at = seatsAt(problem, place.school, place.programme, place.halfYear);
  if (!isOpen(problem, place.school, place.programme, place.halfYear)) return null;
  if (isAnnounced(problem, at) || seats[at] === 0) return null;
  const size = sizes[place.programme]!;
  const planned = seats[at]!;
  if (planned < size && planned >= viable) return null;
  const [low, high] =
    planned < viable
      ? [0, viable]
      : [planned - (planned % size), planned - (planned % size) + size];
  const [few, many] = [within(problem, at, low), within(problem, at, high)];
  const isMany = many - planned < planned - few;
  seats[at] = isMany ? many : few;
  if (few === many || planned === few) return null;
  const doubt = Math.min(planned - few, many - planned) / (many - few);
  return { at, place, few, many, doubt };
}

function search(problem: SeatProblem, seats: Float64Array, choices: readonly Choice[]): void {
  const used = roomUsed(problem, seats);
  let best = evaluatePlan(problem, seats).objective + excess(problem, seats, used);
  for (let pass = 0; pass < passesMax; pass += 1) {
    let isChanged = false;
    for (const { at, place, few, many } of choices) {
      const now = seats[at]!;
      const other = now === many ? few : many;
      seats[at] = other;
      occupy(problem, used, place, other - now);
      const tried = evaluatePlan(problem, seats).objective + excess(problem, seats, used);
      if (tried < best) {
        best = tried;
        isChanged = true;
        continue;
      }
      seats[at] = now;
      occupy(problem, used, place, now - other);
    }
    if (!isChanged) return;
  }
}

/** What is beyond teachers, base places and limits of change, at its price in the search. */
function excess(problem: SeatProblem, seats: Float64Array, used: Room): number {
  let beyond = 0;
  for (const [at, count] of used.teachers.entries()) {
    beyond += Math.max(0, count - Math.max(problem.teachers[at]!, problem.teachersUsed[at]!));
  }
  for (const [at, count] of used.places.entries()) {
    beyond += Math.max(0, count - Math.max(problem.basePlaces[at]!, problem.basePlacesUsed[at]!));
  }
  for (const [at, change] of changeOfSeats(problem, seats).entries()) {
    if (change === 0 || isAnnounced(problem, at)) continue;
    const { school, programme } = seatsNamed(problem, at);
    // Whole seats may pass a limit of change by less than one.
    beyond += Math.max(0, Math.abs(change) - changeMax(problem, school, programme) - 1);
  }
  return excessPenalty * beyond;
}
