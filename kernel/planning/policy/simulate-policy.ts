/**
 * What ways of deciding seats lead to, in a made-up region over years: the planner sees stock, who
 * is inside, and the past; then what is really needed comes.
 */
import { addEntrants } from "../seat-plan/evaluate-plan.ts";
import { admits, cellsOf, type SeatProblem } from "../seat-plan/problem.ts";
import { cobwebSeats, constantSeats, planProblem, staticProblem } from "./policies.ts";
import { admittedAt, ignoredHalfYears, type PolicyState } from "./policy-state.ts";
import type { PolicyWorld } from "./policy-world.ts";

/** The ways that are compared; `foresight` knows the future and is a bound. */
export const policies = [
  "constant",
  "cobweb",
  "static",
  "static-full",
  "rolling",
  "foresight",
] as const;

export type Policy = (typeof policies)[number];

/** Gives the seats of a problem's optimum, by school, programme and half-year. */
export type Solve = (problem: SeatProblem) => Float64Array;

export interface PolicyOutcome {
  /** Of the people needed. */
  readonly shortageShare: number;
  readonly surplusShare: number;
  /** Weighted person-half-years. */
  readonly weightedLoss: number;
  /** In costs of one secondary seat. */
  readonly cost: number;
  readonly seatsMoved: number;
}

/** Plays one policy through a world. */
export function simulatePolicy(world: PolicyWorld, policy: Policy, solve: Solve): PolicyOutcome {
  const play = new Play(world, policy, solve);
  for (let now = 0; now < world.halfYears; now += 1) play.step(now);
  return play.outcome();
}

interface Planned {
  readonly problem: SeatProblem;
  readonly seats: Float64Array;
}

class Play {
  readonly world: PolicyWorld;
  readonly policy: Policy;
  readonly solve: Solve;
  readonly people: Float64Array;
  readonly admitted: Float64Array[] = [];
  readonly last: Float64Array;
  lack: Float64Array;
  #fixed: Planned | null = null;
  readonly #sums = { shortage: 0, surplus: 0, loss: 0, need: 0, cost: 0, moved: 0 };

  constructor(world: PolicyWorld, policy: Policy, solve: Solve) {
    const { region } = world;
    this.world = world;
    this.policy = policy;
    this.solve = solve;
    this.people = Float64Array.from(region.stock);
    this.last = Float64Array.from(region.before);
    this.lack = new Float64Array(region.families * region.echelons.length);
    for (let before = -ignoredHalfYears; before < 0; before += 1) {
      this.admitted.push(
        region.before.map((seats, at) => {
          return admits(region, at % region.programmes.length, before) ? seats : 0;
        }),
      );
    }
  }

  step(now: number): void {
    const { region } = this.world;
    const seats = this.seats(now);
    holdToTeachers(this.state(now), seats);
    this.admitted.push(seats);
    for (const [at, count] of seats.entries()) {
      const programme = at % region.programmes.length;
      if (!admits(region, programme, now)) continue;
      this.#sums.moved += Math.abs(count - this.last[at]!);
      this.#sums.cost += (count * region.programmes[programme]!.costMinor) / region.costUnitMinor;
      this.last[at] = count;
    }
    this.pass(now);
  }

  state(now: number): PolicyState {
    const { world, people, admitted, last, lack } = this;
    return { world, now, people, admitted, last, lack };
  }

  seats(now: number): Float64Array {
    const state = this.state(now);
    switch (this.policy) {
      case "constant":
        return constantSeats(state);
      case "cobweb":
        return cobwebSeats(state);
      case "static":
      case "static-full": {
        this.#fixed ??= this.plan(staticProblem(state, this.policy === "static-full"));
        const { problem, seats } = this.#fixed;
        return slice(problem, seats, Math.min(now, lastLike(problem, now)));
      }
      case "rolling":
      case "foresight": {
        const problem = planProblem(state, this.policy === "foresight");
        return slice(problem, this.solve(problem), 0);
      }
    }
  }

  plan(problem: SeatProblem): Planned {
    return { problem, seats: this.solve(problem) };
  }

  /** A half-year goes by: people leave, finish, go into training; need comes. */
  pass(now: number): void {
    const { region } = this.world;
    const { echelons, families } = region;
    const change = movesAt(this.state(now));
    const skills = families * echelons.length;
    const [gap, need] = [new Float64Array(skills), new Float64Array(skills)];
    const sums = this.#sums;
    for (let cell = 0; cell < this.people.length; cell += 1) {
      const { attrition, shortageWeight, surplusWeight } = echelons[cell % echelons.length]!;
      const stayed = this.people[cell]! * (1 - attrition);
      this.people[cell] = Math.max(0, stayed + change[cell]!);
      const needed = this.world.need[cell * this.world.needHalfYears + now]!;
      const beyond = this.people[cell]! - needed;
      gap[cell % skills]! -= beyond;
      need[cell % skills]! += needed;
      if (now < ignoredHalfYears) continue;
      sums.need += needed;
      if (beyond < 0) sums.shortage -= beyond;
      else sums.surplus += beyond;
      sums.loss += beyond < 0 ? -shortageWeight * beyond : surplusWeight * beyond;
    }
    this.lack = gap.map((missing, skill) => missing / need[skill]!);
  }

  outcome(): PolicyOutcome {
    const { shortage, surplus, need, loss, cost, moved } = this.#sums;
    return {
      shortageShare: shortage / need,
      surplusShare: surplus / need,
      weightedLoss: loss,
      cost,
      seatsMoved: moved,
    };
  }
}

/** A static plan that has run out goes on with its last half-year of the same season. */
function lastLike({ decisionHalfYears }: SeatProblem, now: number): number {
  return decisionHalfYears - 2 + (now % 2);
}

function slice(problem: SeatProblem, seats: Float64Array, halfYear: number): Float64Array {
  const { schools, programmes, decisionHalfYears } = problem;
  return Float64Array.from({ length: schools * programmes.length }, (_, row) => {
    return seats[row * decisionHalfYears + halfYear]!;
  });
}

/** No policy can teach more than there are teachers: what is too much is cut evenly. */
function holdToTeachers(state: PolicyState, seats: Float64Array): void {
  const { world, now } = state;
  const { schools, programmes, teachers, decisionHalfYears } = world.region;
  for (let school = 0; school < schools; school += 1) {
    let [used, asked] = [0, 0];
    for (const [programme, { lag, teachersPerSeat }] of programmes.entries()) {
      const row = school * programmes.length + programme;
      for (let halfYear = now - lag + 1; halfYear < now; halfYear += 1) {
        used += (admittedAt(state, halfYear)?.[row] ?? 0) * teachersPerSeat;
      }
      asked += seats[row]! * teachersPerSeat;
    }
    const room = Math.max(0, teachers[school * decisionHalfYears]! - used);
    if (asked <= room) continue;
    for (let programme = 0; programme < programmes.length; programme += 1) {
      seats[school * programmes.length + programme]! *= room / asked;
    }
  }
}

/** By cell: who finishes now, less who is taken into training now. */
function movesAt(state: PolicyState): Float64Array {
  const { world, now } = state;
  const { region } = world;
  const { schools, programmes, families, city, mix } = region;
  const one: SeatProblem = { ...region, stockHalfYears: 1 };
  const change = new Float64Array(cellsOf(region));
  for (let row = 0; row < schools * programmes.length; row += 1) {
    const programme = row % programmes.length;
    const school = (row - programme) / programmes.length;
    const { lag, takes } = programmes[programme]!;
    const finishing = admittedAt(state, now - lag)?.[row] ?? 0;
    const entering = takes === null ? 0 : admittedAt(state, now)![row]!;
    for (let family = 0; family < families; family += 1) {
      const share = mix[school * families + family]!;
      const cohort = { city: city[school]!, family, programme };
      addEntrants(one, { ...cohort, halfYear: -lag }, finishing * share, change);
      // Lags are 1 or more, so nobody finishes in the half-year of admission.
      addEntrants(one, { ...cohort, halfYear: 0 }, entering * share, change);
    }
  }
  return change;
}
