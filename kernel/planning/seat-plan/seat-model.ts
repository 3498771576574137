/**
 * The seat plan as a linear programme (talent.md, section 8): seats in, entrants, people at work,
 * what their lack and excess cost, and what may not be exceeded.
 */
import { demandColumns, type DemandForm } from "./demand-columns.ts";
import { type LinearProgram, ProgramWriter } from "./linear-program.ts";
import {
  cellAt,
  cellsOf,
  changeMax,
  fewerSeatsWeight,
  halfYearsInYear,
  isAnnounced,
  isOpen,
  type SeatProblem,
  seatsAt,
  yearsOf,
} from "./problem.ts";
import type { Limit } from "./limit.ts";

/** A column that stands for breaking a limit by one unit, at a penalty. */
export interface Slack {
  readonly column: number;
  readonly limit: Limit;
}

/** Where the parts of a plan stand in its programme; -1 where a part does not exist. */
export interface SeatModel {
  readonly problem: SeatProblem;
  readonly program: LinearProgram;
  /** Columns by school, programme and half-year. */
  readonly intake: Int32Array;
  /** Columns of seats more and fewer than at the last admission, likewise. */
  readonly more: Int32Array;
  readonly fewer: Int32Array;
  /** The column of the first cell's people in the first half-year; the others follow. */
  readonly people: number;
  /** Rows by city, family, programme and half-year that add up who enters. */
  readonly entrantRows: Int32Array;
  /** Rows by school, programme and half-year that tell changes. */
  readonly changeRows: Int32Array;
  /** First rows of the limits; the others follow in the order of the problem's arrays. */
  readonly teacherRows: number;
  readonly baseRows: number;
  readonly moneyRows: number;
  readonly floorRows: number;
  /** Where limits may be broken at a penalty. */
  readonly slacks: readonly Slack[];
}

/** What breaking a limit by one unit costs, where limits may be broken. */
export interface Penalties {
  /** Floors, money and changes: what somebody can decide anew. */
  readonly soft: number;
  /** Teachers, base places and announcements: what is as it is. */
  readonly hard: number;
}

export interface ModelOptions {
  readonly form?: DemandForm;
  /** Absent: no limit may be broken. */
  readonly penalties?: Penalties;
}

export function seatModel(problem: SeatProblem, options: ModelOptions = {}): SeatModel {
  const writer = new ProgramWriter();
  const slacks: Slack[] = [];
  const part: Part = { problem, writer, slacks, penalties: options.penalties ?? null };
  const intake = intakeColumns(part);
  const people = peopleColumns(part);
  const [entrants, entrantRows] = entrantColumns(part, intake);
  peopleRows(part, people, entrants);
  const changes = changeColumns(part, intake);
  const teacherRows = writer.rows;
  writeTeachers(part, intake);
  const baseRows = writer.rows;
  writeBases(part, intake);
  const moneyRows = writer.rows;
  writeMoney(part, intake);
  const floorRows = writer.rows;
  writeFloors(part, intake);
  demandColumns(problem, writer, people, options.form ?? "compressed");
  const rows = { entrantRows, teacherRows, baseRows, moneyRows, floorRows };
  return { problem, program: writer.done(), intake, people, slacks, ...changes, ...rows };
}

interface Part {
  readonly problem: SeatProblem;
  readonly writer: ProgramWriter;
  readonly slacks: Slack[];
  readonly penalties: Penalties | null;
}

/** An entry that lets the row being written break its limit, where that is allowed. */
function putSlack(part: Part, value: 1 | -1, how: keyof Penalties, limit: Limit): void {
  const { writer, slacks, penalties } = part;
  if (penalties === null) return;
  const column = writer.column(penalties[how]);
  writer.put(column, value);
  slacks.push({ column, limit });
}

type EachIntake = (school: number, programme: number, halfYear: number, at: number) => void;

/** Visits every place of the seats' array, in its order. */
function eachIntake(problem: SeatProblem, visit: EachIntake): void {
  const { schools, programmes, decisionHalfYears } = problem;
  let at = 0;
  for (let school = 0; school < schools; school += 1) {
    for (let programme = 0; programme < programmes.length; programme += 1) {
      for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1, at += 1) {
        visit(school, programme, halfYear, at);
      }
    }
  }
}

function intakeColumns(part: Part): Int32Array {
  const { problem, writer, penalties } = part;
  const { programmes, costUnitMinor, costWeight, seatsMin, seatsMax } = problem;
  const columns = new Int32Array(seatsMin.length).fill(-1);
  eachIntake(problem, (school, programme, halfYear, at) => {
    if (!isOpen(problem, school, programme, halfYear)) return;
    const cost = (costWeight * programmes[programme]!.costMinor) / costUnitMinor;
    const lower = penalties === null ? seatsMin[at]! : 0;
    const column = writer.column(cost, lower, seatsMax[at]);
    columns[at] = column;
    if (penalties === null || seatsMin[at] === 0) return;
    writer.put(column, 1);
    putSlack(part, 1, "hard", { kind: "announced", school, programme, halfYear });
    writer.row(seatsMin[at]!, Infinity);
  });
  return columns;
}

function peopleColumns({ problem, writer }: Part): number {
  const first = writer.columns;
  const count = cellsOf(problem) * problem.stockHalfYears;
  for (let at = 0; at < count; at += 1) writer.column(0);
  return first;
}

/**
 * Who enters, by city, family, programme and half-year. Added up once, so that the rows of people
 * stay short: a family of a city has many schools.
 */
function entrantColumns({ problem, writer }: Part, intake: Int32Array): [Int32Array, Int32Array] {
  const { cities, families, schools, programmes, decisionHalfYears, city, mix } = problem;
  const size = cities * families * programmes.length * decisionHalfYears;
  const columns = new Int32Array(size).fill(-1);
  const rows = new Int32Array(size).fill(-1);
  let at = 0;
  for (let place = 0; place < cities * families; place += 1) {
    const family = place % families;
    for (let programme = 0; programme < programmes.length; programme += 1) {
      for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1, at += 1) {
        let column = -1;
        for (let school = 0; school < schools; school += 1) {
          if (city[school] !== (place - family) / families) continue;
          const seats = intake[seatsAt(problem, school, programme, halfYear)]!;
          if (seats < 0) continue;
          if (column < 0) column = writer.column(0);
          writer.put(seats, mix[school * families + family]!);
        }
        if (column < 0) continue;
        writer.put(column, -1);
        columns[at] = column;
        rows[at] = writer.row(0, 0);
      }
    }
  }
  return [columns, rows];
}

/** People at work: those who stayed, finishers, less those whom further training takes out. */
function peopleRows(part: Part, people: number, entrants: Int32Array): void {
  const { problem, writer } = part;
  const { echelons, stockHalfYears, committed, stock } = problem;
  for (let cell = 0; cell < cellsOf(problem); cell += 1) {
    const { attrition } = echelons[cell % echelons.length]!;
    for (let halfYear = 0; halfYear < stockHalfYears; halfYear += 1) {
      const at = cell * stockHalfYears + halfYear;
      let known = committed[at]!;
      writer.put(people + at, -1);
      if (halfYear > 0) writer.put(people + at - 1, 1 - attrition);
      else known += (1 - attrition) * stock[cell]!;
      putMoves(part, entrants, cell, halfYear);
      writer.row(-known, -known);
    }
  }
}

function putMoves({ problem, writer }: Part, entrants: Int32Array, cell: number, now: number) {
  const { programmes, cities, families, echelons, decisionHalfYears, move } = problem;
  const echelon = cell % echelons.length;
  const place = (cell - echelon) / echelons.length;
  const family = place % families;
  const home = (place - family) / families;
  const entrantsOf = (city: number, programme: number, halfYear: number): number => {
    const row = (city * families + family) * programmes.length + programme;
    return entrants[row * decisionHalfYears + halfYear]!;
  };
  for (const [programme, { lag, out, takes }] of programmes.entries()) {
    const admitted = now - lag;
    const share = out[echelon]!;
    if (share > 0 && admitted >= 0 && admitted < decisionHalfYears) {
      for (let city = 0; city < cities; city += 1) {
        // Who is trained beside their work stays where it is; newcomers go where work is.
        const moved = takes === null ? move[city * cities + home]! : city === home ? 1 : 0;
        const column = moved === 0 ? -1 : entrantsOf(city, programme, admitted);
        if (column >= 0) writer.put(column, share * moved);
      }
    }
    if (takes !== echelon || now >= decisionHalfYears) continue;
    const column = entrantsOf(home, programme, now);
    if (column >= 0) writer.put(column, -1);
  }
}

function changeColumns(part: Part, intake: Int32Array) {
  const { problem, writer, penalties } = part;
  const { before, programmes, changeWeight } = problem;
  const more = new Int32Array(intake.length).fill(-1);
  const fewer = new Int32Array(intake.length).fill(-1);
  const changeRows = new Int32Array(intake.length).fill(-1);
  let last = -1;
  eachIntake(problem, (school, programme, halfYear, at) => {
    if (halfYear === 0) last = -1;
    const column = intake[at]!;
    if (column < 0) return;
    const most = isAnnounced(problem, at) ? Infinity : changeMax(problem, school, programme);
    const less = changeWeight * fewerSeatsWeight;
    more[at] = writer.column(changeWeight, 0, most);
    fewer[at] = writer.column(less, 0, most);
    writer.put(column, 1);
    writer.put(more[at], -1);
    writer.put(fewer[at], 1);
    if (last >= 0) writer.put(last, -1);
    if (penalties !== null) {
      const limit = { kind: "change", school, programme, halfYear } as const;
      putSlack(part, -1, "soft", { ...limit, direction: "more" });
      putSlack(part, 1, "soft", { ...limit, direction: "fewer" });
    }
    const known = last >= 0 ? 0 : before[school * programmes.length + programme]!;
    changeRows[at] = writer.row(known, known);
    last = column;
  });
  return { more, fewer, changeRows };
}

/** Puts what cohorts that are inside in a half-year ask for, one entry an admission. */
function putInside(
  { problem, writer }: Part,
  intake: Int32Array,
  school: number,
  halfYear: number,
  each: (programme: number) => number,
): void {
  for (const [programme, { lag }] of problem.programmes.entries()) {
    const asked = each(programme);
    if (asked === 0) continue;
    for (let at = Math.max(0, halfYear - lag + 1); at <= halfYear; at += 1) {
      const column = intake[seatsAt(problem, school, programme, at)]!;
      if (column >= 0) writer.put(column, asked);
    }
  }
}

function writeTeachers(part: Part, intake: Int32Array): void {
  const { problem, writer } = part;
  const { schools, decisionHalfYears, programmes, teachers, teachersUsed } = problem;
  for (let school = 0; school < schools; school += 1) {
    for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1) {
      putInside(part, intake, school, halfYear, (of) => programmes[of]!.teachersPerSeat);
      putSlack(part, -1, "hard", { kind: "teachers", school, halfYear });
      const at = school * decisionHalfYears + halfYear;
      writer.row(-Infinity, Math.max(0, teachers[at]! - teachersUsed[at]!));
    }
  }
}

function writeBases(part: Part, intake: Int32Array): void {
  const { problem, writer } = part;
  const { cities, schools, decisionHalfYears, programmes } = problem;
  const { city: cityOf, basePlaces, basePlacesUsed } = problem;
  for (let city = 0; city < cities; city += 1) {
    for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1) {
      for (let school = 0; school < schools; school += 1) {
        if (cityOf[school] !== city) continue;
        putInside(part, intake, school, halfYear, (of) => (programmes[of]!.needsBase ? 1 : 0));
      }
      putSlack(part, -1, "hard", { kind: "base-places", city, halfYear });
      const at = city * decisionHalfYears + halfYear;
      writer.row(-Infinity, Math.max(0, basePlaces[at]! - basePlacesUsed[at]!));
    }
  }
}

/** Puts the seats of a year, of all cities or of one. */
function putYear(
  { problem, writer }: Part,
  intake: Int32Array,
  year: number,
  city: number | null,
  each: (programme: number) => number,
): void {
  const { schools, programmes, city: cityOf } = problem;
  for (let school = 0; school < schools; school += 1) {
    if (city !== null && cityOf[school] !== city) continue;
    for (let programme = 0; programme < programmes.length; programme += 1) {
      for (let part = 0; part < halfYearsInYear; part += 1) {
        const halfYear = year * halfYearsInYear + part;
        const column = intake[seatsAt(problem, school, programme, halfYear)]!;
        if (column >= 0) writer.put(column, each(programme));
      }
    }
  }
}

function writeMoney(part: Part, intake: Int32Array): void {
  const { problem, writer } = part;
  const { programmes, costUnitMinor, budgetMinor } = problem;
  for (let year = 0; year < yearsOf(problem); year += 1) {
    putYear(part, intake, year, null, (of) => programmes[of]!.costMinor / costUnitMinor);
    putSlack(part, -1, "soft", { kind: "money", year });
    writer.row(-Infinity, budgetMinor[year]! / costUnitMinor);
  }
}

function writeFloors(part: Part, intake: Int32Array): void {
  const { problem, writer } = part;
  for (let city = 0; city < problem.cities; city += 1) {
    for (let year = 0; year < yearsOf(problem); year += 1) {
      putYear(part, intake, year, city, () => 1);
      putSlack(part, 1, "soft", { kind: "floor", city, year });
      writer.row(problem.floors[city * yearsOf(problem) + year]!, Infinity);
    }
  }
}

/** The seats of a solution, by school, programme and half-year; never below 0. */
export function seatsOf({ intake }: SeatModel, values: Float64Array): Float64Array {
  return Float64Array.from(intake, (column) => (column < 0 ? 0 : Math.max(0, values[column]!)));
}

/** The column of a cell's people in a half-year. */
export function peopleColumn(
  { problem, people }: SeatModel,
  city: number,
  family: number,
  echelon: number,
  halfYear: number,
): number {
  return people + cellAt(problem, city, family, echelon) * problem.stockHalfYears + halfYear;
}
