/** Which row or bound of a plan's programme is which limit. */
import { type Limit, seatsNamed } from "./limit.ts";
import { yearsOf } from "./problem.ts";
import type { SeatModel } from "./seat-model.ts";

/** What a row holds; null where it only adds up or tells changes. */
export function limitOfRow(model: SeatModel, row: number): Limit | null {
  const { problem, teacherRows, baseRows, moneyRows, floorRows } = model;
  const { decisionHalfYears } = problem;
  const years = yearsOf(problem);
  if (row < teacherRows) return null;
  if (row < baseRows) {
    const at = row - teacherRows;
    const halfYear = at % decisionHalfYears;
    return { kind: "teachers", school: (at - halfYear) / decisionHalfYears, halfYear };
  }
  if (row < moneyRows) {
    const at = row - baseRows;
    const halfYear = at % decisionHalfYears;
    return { kind: "base-places", city: (at - halfYear) / decisionHalfYears, halfYear };
  }
  if (row < floorRows) return { kind: "money", year: row - moneyRows };
  if (row >= floorRows + problem.cities * years) return null;
  const at = row - floorRows;
  const year = at % years;
  return { kind: "floor", city: (at - year) / years, year };
}

/**
 * What the lower and upper bounds of columns hold, by column: nobody below zero, what was asked
 * for, and the most of what has a most.
 */
export function limitsOfColumns(model: SeatModel): {
  readonly lower: ReadonlyMap<number, Limit>;
  readonly upper: ReadonlyMap<number, Limit>;
} {
  const { problem, intake, more, fewer, people } = model;
  const lower = new Map<number, Limit>();
  const upper = new Map<number, Limit>();
  for (const [at, column] of intake.entries()) {
    if (column < 0) continue;
    const seats = seatsNamed(problem, at);
    if (problem.seatsMin[at]! > 0) lower.set(column, { kind: "announced", ...seats });
    upper.set(column, { kind: "seats-max", ...seats });
    upper.set(more[at]!, { kind: "change", ...seats, direction: "more" });
    upper.set(fewer[at]!, { kind: "change", ...seats, direction: "fewer" });
  }
  const { stockHalfYears } = problem;
  for (let at = 0; at < problem.committed.length; at += 1) {
    const halfYear = at % stockHalfYears;
    lower.set(people + at, { kind: "people", cell: (at - halfYear) / stockHalfYears, halfYear });
  }
  return { lower, upper };
}
