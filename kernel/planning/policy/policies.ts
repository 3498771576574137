/** The ways of deciding seats that are compared. */
import { addEntrants } from "../seat-plan/evaluate-plan.ts";
import { admits, cellsOf, halfYearsInYear, type SeatProblem } from "../seat-plan/problem.ts";
import { admittedAt, ignoredHalfYears, type PolicyState } from "./policy-state.ts";
import { comingNeed, foreseenNeed } from "./policy-world.ts";

/** Scenarios of a planner who sees only the past. */
const scenarios = 8;

/** What was admitted before is admitted for ever. */
export function constantSeats({ world, now }: PolicyState): Float64Array {
  const { region } = world;
  return region.before.map((seats, at) => {
    return admits(region, at % region.programmes.length, now) ? seats : 0;
  });
}

const cobwebChange = 0.3;
const cobwebLeast = 0.3;

/**
 * Reacts to the last gap: as much more or less as what a programme trains for was lacking or too
 * much, by at most three tenths.
 */
export function cobwebSeats({ world, now, last, lack }: PolicyState): Float64Array {
  const { region } = world;
  const { programmes, families, echelons, mix, before } = region;
  return before.map((first, at) => {
    const programme = at % programmes.length;
    if (!admits(region, programme, now)) return 0;
    const school = (at - programme) / programmes.length;
    let [sum, weight] = [0, 0];
    for (let family = 0; family < families; family += 1) {
      for (let echelon = 0; echelon < echelons.length; echelon += 1) {
        const share = mix[school * families + family]! * programmes[programme]!.out[echelon]!;
        sum += share * lack[family * echelons.length + echelon]!;
        weight += share;
      }
    }
    const change = Math.max(-cobwebChange, Math.min(cobwebChange, sum / weight));
    return Math.max(cobwebLeast * first, last[at]! * (1 + change));
  });
}

/** The plan of the first half-year: its usual length, or long enough for the whole time. */
export function staticProblem(state: PolicyState, isFull: boolean): SeatProblem {
  const { world } = state;
  const start = { ...state, now: 0 };
  if (!isFull) return planProblem(start, false);
  const longest = Math.ceil(world.halfYears / halfYearsInYear) * halfYearsInYear;
  const region = stretched(world.region, longest);
  return planProblem({ ...start, world: { ...world, region } }, false);
}

/** The same region over more half-years; limits go on as they are. */
function stretched(region: SeatProblem, halfYears: number): SeatProblem {
  const { decisionHalfYears: old, stockHalfYears: oldStock } = region;
  const grow = (values: Float64Array, from: number, to: number) =>
    Float64Array.from({ length: (values.length / from) * to }, (_, at) => {
      return values[Math.floor(at / to) * from + Math.min(from - 1, at % to)]!;
    });
  const [years, longer] = [old / halfYearsInYear, halfYears / halfYearsInYear];
  return {
    ...region,
    decisionHalfYears: halfYears,
    stockHalfYears: halfYears,
    seatsMin: grow(region.seatsMin, old, halfYears),
    seatsMax: grow(region.seatsMax, old, halfYears),
    committed: grow(region.committed, oldStock, halfYears),
    teachers: grow(region.teachers, old, halfYears),
    teachersUsed: grow(region.teachersUsed, old, halfYears),
    basePlaces: grow(region.basePlaces, old, halfYears),
    basePlacesUsed: grow(region.basePlacesUsed, old, halfYears),
    budgetMinor: grow(region.budgetMinor, years, longer),
    floors: grow(region.floors, years, longer),
  };
}

/** The seat plan that is asked for now: what is there, who is inside, what is expected. */
export function planProblem(state: PolicyState, isForeseen: boolean): SeatProblem {
  const { world, now, people, last } = state;
  const { region } = world;
  const count = isForeseen ? 1 : scenarios;
  const startsInAutumn = region.startsInAutumn === (now % halfYearsInYear === 0);
  return {
    ...region,
    startsInAutumn,
    before: last,
    stock: people,
    ...insideOf(state),
    probability: new Float64Array(count).fill(1 / count),
    demand: isForeseen ? comingNeed(world, now) : foreseenNeed(world, now, count),
  };
}

/** What cohorts that were admitted before still bring, and what they occupy. */
function insideOf(state: PolicyState) {
  const { world, now } = state;
  const { region } = world;
  const { schools, programmes, families, decisionHalfYears, city, mix } = region;
  const committed = new Float64Array(cellsOf(region) * region.stockHalfYears);
  const teachersUsed = new Float64Array(schools * decisionHalfYears);
  const basePlacesUsed = new Float64Array(region.cities * decisionHalfYears);
  for (let row = 0; row < schools * programmes.length; row += 1) {
    const programme = row % programmes.length;
    const school = (row - programme) / programmes.length;
    const { lag, teachersPerSeat, needsBase } = programmes[programme]!;
    for (let before = -Math.min(lag, ignoredHalfYears + now); before < 0; before += 1) {
      const seats = admittedAt(state, now + before)?.[row] ?? 0;
      if (seats === 0) continue;
      for (let family = 0; family < families; family += 1) {
        const cohort = { city: city[school]!, family, programme, halfYear: before };
        addEntrants(region, cohort, seats * mix[school * families + family]!, committed);
      }
      const end = Math.min(decisionHalfYears, before + lag);
      for (let halfYear = 0; halfYear < end; halfYear += 1) {
        teachersUsed[school * decisionHalfYears + halfYear]! += seats * teachersPerSeat;
        const at = city[school]! * decisionHalfYears + halfYear;
        if (needsBase) basePlacesUsed[at]! += seats;
      }
    }
  }
  return { committed, teachersUsed, basePlacesUsed };
}
