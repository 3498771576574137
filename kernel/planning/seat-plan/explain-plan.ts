/**
 * Why a plan is as it is, from the duals of its programme. A dual is right for small steps only:
 * who is promised what one teacher more brings is shown the plan solved again with that teacher.
 */
import type { Solution } from "./linear-program.ts";
import type { Limit } from "./limit.ts";
import { halfYearsInYear, type SeatProblem, yearsOf } from "./problem.ts";
import type { SeatModel } from "./seat-model.ts";

/** A limit that holds the plan back. */
export interface Binding {
  /** Its first half-year or year that binds. */
  readonly limit: Limit;
  /** In how many of its half-years or years it binds. */
  readonly times: number;
  /** What loosening it by one unit everywhere saves, weighted person-half-years. */
  readonly gain: number;
}

/** A plan together with the programme it solves. */
export interface Solved {
  readonly model: SeatModel;
  readonly solution: Solution;
}

const noticed = 1e-6;

/** What one teacher more of a school saves over the whole plan. */
export function teacherGain({ model, solution }: Solved, school: number): number {
  const { decisionHalfYears } = model.problem;
  return -sumOf(
    solution.rowDuals,
    model.teacherRows + school * decisionHalfYears,
    decisionHalfYears,
  );
}

/** What one base place more of a city saves over the whole plan. */
export function basePlaceGain({ model, solution }: Solved, city: number): number {
  const { decisionHalfYears } = model.problem;
  return -sumOf(solution.rowDuals, model.baseRows + city * decisionHalfYears, decisionHalfYears);
}

/** What the money of one secondary seat more in a year saves. */
export function moneyGain({ model, solution }: Solved, year: number): number {
  return -solution.rowDuals[model.moneyRows + year]!;
}

/** What a city's floor of a year costs a seat. */
export function floorCost({ model, solution }: Solved, city: number, year: number): number {
  return solution.rowDuals[model.floorRows + city * yearsOf(model.problem) + year]!;
}

function sumOf(duals: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += duals[at]!;
  return sum;
}

/** What holds a school's seats, the most binding first. */
export function bindingsOf(solved: Solved, school: number, most = 3): Binding[] {
  const { model, solution } = solved;
  const { problem } = model;
  const city = problem.city[school]!;
  const { decisionHalfYears } = problem;
  const years = yearsOf(problem);
  const bindings: Binding[] = [];
  const add = (count: number, dualOf: (at: number) => number, limitOf: (at: number) => Limit) => {
    let [gain, times, first] = [0, 0, -1];
    for (let at = 0; at < count; at += 1) {
      const saved = Math.abs(dualOf(at));
      if (saved <= noticed) continue;
      if (first < 0) first = at;
      gain += saved;
      times += 1;
    }
    if (times > 0) bindings.push({ limit: limitOf(first), times, gain });
  };
  const rows = (from: number) => (at: number) => solution.rowDuals[from + at]!;
  add(decisionHalfYears, rows(model.teacherRows + school * decisionHalfYears), (halfYear) => {
    return { kind: "teachers", school, halfYear };
  });
  add(decisionHalfYears, rows(model.baseRows + city * decisionHalfYears), (halfYear) => {
    return { kind: "base-places", city, halfYear };
  });
  add(years, rows(model.moneyRows), (year) => ({ kind: "money", year }));
  add(years, rows(model.floorRows + city * years), (year) => ({ kind: "floor", city, year }));
  for (let programme = 0; programme < problem.programmes.length; programme += 1) {
    const row = (school * problem.programmes.length + programme) * decisionHalfYears;
    const seats = { school, programme };
    for (const direction of ["more", "fewer"] as const) {
      const dual = (at: number) => heldBy(solution, model[direction][row + at]!);
      add(decisionHalfYears, dual, (halfYear) => ({
        kind: "change",
        ...seats,
        halfYear,
        direction,
      }));
    }
    const most = (at: number) => heldBy(solution, model.intake[row + at]!);
    add(decisionHalfYears, most, (halfYear) => ({ kind: "seats-max", ...seats, halfYear }));
    const least = (at: number) => asked(solved, row + at);
    add(decisionHalfYears, least, (halfYear) => ({ kind: "announced", ...seats, halfYear }));
  }
  return bindings.toSorted((a, b) => b.gain - a.gain).slice(0, most);
}

/** The dual of an upper bound that holds: a column that would like to be larger. */
function heldBy(solution: Solution, column: number): number {
  if (column < 0) return 0;
  return Math.min(0, solution.columnDuals[column]!);
}

/** The dual of a least number of seats that holds. */
function asked({ model, solution }: Solved, at: number): number {
  if (model.intake[at]! < 0 || model.problem.seatsMin[at] === 0) return 0;
  return Math.max(0, solution.columnDuals[model.intake[at]!]!);
}

/**
 * What one seat more of a school, programme and half-year would bring and take, each at the plan's
 * prices, weighted person-half-years. `balance` is the sum: 0 where seats are open and undecided,
 * above 0 where a seat would cost more than it brings.
 */
export interface SeatAccount {
  /** What its finishers bring, below 0 for a gain; further training also takes people away. */
  readonly people: number;
  readonly cost: number;
  readonly teachers: number;
  readonly basePlaces: number;
  readonly money: number;
  /** Below 0 where it helps a city's floor. */
  readonly floor: number;
  /** Changes of this admission against the last one, and of the next one against this. */
  readonly change: number;
  readonly balance: number;
}

/** The account of a seat; null where no seats may stand. */
export function seatAccount(solved: Solved, at: number): SeatAccount | null {
  const { model, solution } = solved;
  const { problem } = model;
  const column = model.intake[at]!;
  if (column < 0) return null;
  const { decisionHalfYears, programmes } = problem;
  const halfYear = at % decisionHalfYears;
  const row = (at - halfYear) / decisionHalfYears;
  const programme = row % programmes.length;
  const school = (row - programme) / programmes.length;
  const { lag, teachersPerSeat, needsBase, costMinor } = programmes[programme]!;
  const inside = Math.min(lag, decisionHalfYears - halfYear);
  const { teacherRows, baseRows, moneyRows, floorRows } = model;
  const { rowDuals } = solution;
  const city = problem.city[school]!;
  const unit = costMinor / problem.costUnitMinor;
  const year = Math.floor(halfYear / halfYearsInYear);
  const hold = (from: number) => -sumOf(rowDuals, from + halfYear, inside);
  const parts = {
    people: -entrantsWorth(solved, school, programme, halfYear),
    cost: problem.costWeight * unit,
    teachers: teachersPerSeat * hold(teacherRows + school * decisionHalfYears),
    basePlaces: needsBase ? hold(baseRows + city * decisionHalfYears) : 0,
    money: -unit * rowDuals[moneyRows + year]!,
    floor: -rowDuals[floorRows + city * yearsOf(problem) + year]!,
    change: changeWorth(solved, at, row),
  };
  const balance = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { ...parts, balance };
}

function entrantsWorth(solved: Solved, school: number, programme: number, halfYear: number) {
  const { model, solution } = solved;
  const { families, programmes, decisionHalfYears, city, mix }: SeatProblem = model.problem;
  let worth = 0;
  for (let family = 0; family < families; family += 1) {
    const place = city[school]! * families + family;
    const at = (place * programmes.length + programme) * decisionHalfYears + halfYear;
    worth += mix[school * families + family]! * solution.rowDuals[model.entrantRows[at]!]!;
  }
  return worth;
}

/** The row of this admission's change, less that of the next one, in which it stands before. */
function changeWorth({ model, solution }: Solved, at: number, row: number): number {
  const { decisionHalfYears } = model.problem;
  let worth = -solution.rowDuals[model.changeRows[at]!]!;
  for (let next = at + 1; next < (row + 1) * decisionHalfYears; next += 1) {
    if (model.changeRows[next]! < 0) continue;
    worth += solution.rowDuals[model.changeRows[next]!]!;
    break;
  }
  return worth;
}
