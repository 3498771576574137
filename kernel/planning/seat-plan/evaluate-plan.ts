/** What given seats come to, without any solver: people follow from seats by adding up. */
import {
  admits,
  cellAt,
  cellsOf,
  discounts,
  fewerSeatsWeight,
  type SeatProblem,
  seatsAt,
} from "./problem.ts";

export interface Evaluation {
  /** What the programme minimizes: weighted lack and excess, cost and changes. */
  readonly objective: number;
  /** Weighted and discounted lack and excess alone. */
  readonly weightedLoss: number;
  /** Expected person-half-years, by echelon. */
  readonly shortage: Float64Array;
  readonly surplus: Float64Array;
  readonly demand: Float64Array;
  readonly seats: number;
  /** Seats more and fewer than at the admission before, added up. */
  readonly seatsMoved: number;
  readonly costMinor: number;
  /** By cell and half-year: people at work. */
  readonly people: Float64Array;
}

/** People at work by cell and half-year; below 0 where training would take people who are not. */
export function peopleOf(problem: SeatProblem, seats: Float64Array): Float64Array {
  const { echelons, stockHalfYears, stock, committed } = problem;
  const people = Float64Array.from(committed);
  addTraining(problem, seats, people);
  for (let cell = 0; cell < cellsOf(problem); cell += 1) {
    const stay = 1 - echelons[cell % echelons.length]!.attrition;
    let before = stock[cell]!;
    for (let halfYear = 0; halfYear < stockHalfYears; halfYear += 1) {
      const at = cell * stockHalfYears + halfYear;
      people[at]! += stay * before;
      before = people[at]!;
    }
  }
  return people;
}

/** Adds who finishes and takes away who is taken into training, by cell and half-year. */
function addTraining(problem: SeatProblem, seats: Float64Array, change: Float64Array): void {
  const { schools, programmes, decisionHalfYears, families, mix, city } = problem;
  for (let school = 0; school < schools; school += 1) {
    for (let programme = 0; programme < programmes.length; programme += 1) {
      for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1) {
        const entered = seats[seatsAt(problem, school, programme, halfYear)]!;
        if (entered === 0) continue;
        for (let family = 0; family < families; family += 1) {
          const entrants = entered * mix[school * families + family]!;
          addEntrants(
            problem,
            { city: city[school]!, family, programme, halfYear },
            entrants,
            change,
          );
        }
      }
    }
  }
}

interface Cohort {
  readonly city: number;
  readonly family: number;
  readonly programme: number;
  /** Of admission. */
  readonly halfYear: number;
}

/** Adds one cohort's way to `change`, by cell and half-year; what lies outside is left out. */
export function addEntrants(
  problem: SeatProblem,
  { city, family, programme, halfYear }: Cohort,
  entrants: number,
  change: Float64Array,
): void {
  const { programmes, stockHalfYears, cities, move } = problem;
  const { lag, takes, out } = programmes[programme]!;
  if (takes !== null && halfYear >= 0) {
    change[cellAt(problem, city, family, takes) * stockHalfYears + halfYear]! -= entrants;
  }
  const finished = halfYear + lag;
  if (finished < 0 || finished >= stockHalfYears) return;
  for (const [echelon, share] of out.entries()) {
    if (share === 0) continue;
    for (let home = 0; home < cities; home += 1) {
      const moved = takes === null ? move[city * cities + home]! : home === city ? 1 : 0;
      const at = cellAt(problem, home, family, echelon) * stockHalfYears + finished;
      change[at]! += entrants * share * moved;
    }
  }
}

/** What seats come to, exactly: the programme's objective of the same seats. */
export function evaluatePlan(problem: SeatProblem, seats: Float64Array): Evaluation {
  const people = peopleOf(problem, seats);
  const loss = lossOf(problem, people);
  const changes = changesOf(problem, seats);
  let [total, costMinor] = [0, 0];
  for (const [at, count] of seats.entries()) {
    const row = (at - (at % problem.decisionHalfYears)) / problem.decisionHalfYears;
    total += count;
    costMinor += count * problem.programmes[row % problem.programmes.length]!.costMinor;
  }
  const cost = (problem.costWeight * costMinor) / problem.costUnitMinor;
  const objective = loss.weightedLoss + cost + changes.cost;
  return { ...loss, objective, people, seats: total, seatsMoved: changes.moved, costMinor };
}

function lossOf(problem: SeatProblem, people: Float64Array) {
  const { echelons, stockHalfYears, probability } = problem;
  const weights = discounts(problem);
  const shortage = new Float64Array(echelons.length);
  const surplus = new Float64Array(echelons.length);
  const demand = new Float64Array(echelons.length);
  let weightedLoss = 0;
  for (let at = 0; at < people.length; at += 1) {
    const halfYear = at % stockHalfYears;
    const echelon = ((at - halfYear) / stockHalfYears) % echelons.length;
    const { shortageWeight, surplusWeight } = echelons[echelon]!;
    let [lack, excess] = [0, 0];
    for (let scenario = 0; scenario < probability.length; scenario += 1) {
      const needed = problem.demand[scenario * people.length + at]!;
      const beyond = people[at]! - needed;
      const share = probability[scenario]!;
      if (beyond < 0) lack -= share * beyond;
      else excess += share * beyond;
      demand[echelon]! += share * needed;
    }
    shortage[echelon]! += lack;
    surplus[echelon]! += excess;
    weightedLoss += weights[halfYear]! * (shortageWeight * lack + surplusWeight * excess);
  }
  return { weightedLoss, shortage, surplus, demand };
}

/** By place of the seats' array: seats more than at the admission before, below 0 for fewer. */
export function changeOfSeats(problem: SeatProblem, seats: Float64Array): Float64Array {
  const { schools, programmes, decisionHalfYears, before } = problem;
  const changes = new Float64Array(seats.length);
  for (let row = 0; row < schools * programmes.length; row += 1) {
    let last = before[row]!;
    for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1) {
      if (!admits(problem, row % programmes.length, halfYear)) continue;
      const at = row * decisionHalfYears + halfYear;
      // Where a school offers nothing there is nothing to change.
      if (problem.seatsMax[at] === 0) continue;
      changes[at] = seats[at]! - last;
      last = seats[at]!;
    }
  }
  return changes;
}

function changesOf(problem: SeatProblem, seats: Float64Array): { cost: number; moved: number } {
  let [cost, moved] = [0, 0];
  for (const change of changeOfSeats(problem, seats)) {
    moved += Math.abs(change);
    cost += problem.changeWeight * (change > 0 ? change : -fewerSeatsWeight * change);
  }
  return { cost, moved };
}
