/**
 * What lack and excess of people cost, in two forms of equal worth.
 *
 * Demand stands on right-hand sides only, so the expected cost of a cell in a half-year is a convex
 * function of its people, with straight pieces between the scenarios' demands: the newsvendor's
 * function. The compressed form writes that function, one row a cell and half-year; the extensive
 * form writes a row for each scenario, and can carry what concerns a scenario as a whole.
 */
import type { ProgramWriter } from "./linear-program.ts";
import { cellsOf, discounts, type SeatProblem } from "./problem.ts";

/** Without demand a programme asks only what is possible. */
export type DemandForm = "compressed" | "extensive" | "none";

/** One straight piece: `width` people, each of whom adds `slope` to the cost. */
export interface Piece {
  readonly width: number;
  readonly slope: number;
}

/** The expected cost as a function of people: its value at 0, then pieces from 0 upwards. */
export interface NewsvendorCost {
  readonly atZero: number;
  readonly pieces: readonly Piece[];
}

/** What people who are lacking and too many cost in a half-year, with its discount. */
export interface LackAndExcess {
  readonly shortage: number;
  readonly surplus: number;
}

/**
 * The expected cost of a cell: with demands in order, piece j lies between the j-th and the next
 * one, and slopes by −shortage · (1 − Π) + surplus · Π, where Π is the probability of a demand up
 * to the j-th.
 *
 * @param demand       by scenario, not negative
 * @param probability  by scenario; adds up to 1
 */
export function newsvendorCost(
  demand: Float64Array,
  probability: Float64Array,
  { shortage, surplus }: LackAndExcess,
): NewsvendorCost {
  const order = Array.from(demand.keys()).toSorted((a, b) => demand[a]! - demand[b]! || a - b);
  const pieces: Piece[] = [];
  let [atZero, below, reached] = [0, 0, 0];
  for (const scenario of order) {
    const width = demand[scenario]! - reached;
    if (width > 0) pieces.push({ width, slope: -shortage * (1 - below) + surplus * below });
    reached = demand[scenario]!;
    atZero += shortage * probability[scenario]! * reached;
    below += probability[scenario]!;
  }
  // Beyond the largest demand nobody is lacking, whatever the probabilities' last bits add up to.
  pieces.push({ width: Infinity, slope: surplus });
  return { atZero, pieces };
}

/** Adds the cost of lack and excess to a programme whose people stand from column `people` on. */
export function demandColumns(
  problem: SeatProblem,
  writer: ProgramWriter,
  people: number,
  form: DemandForm,
): void {
  if (form === "none") return;
  const weights = discounts(problem);
  const { echelons, stockHalfYears } = problem;
  const write = form === "compressed" ? compressed : extensive;
  for (let cell = 0; cell < cellsOf(problem); cell += 1) {
    const { shortageWeight, surplusWeight } = echelons[cell % echelons.length]!;
    for (let halfYear = 0; halfYear < stockHalfYears; halfYear += 1) {
      const at = cell * stockHalfYears + halfYear;
      const weight = weights[halfYear]!;
      const costs = { shortage: shortageWeight * weight, surplus: surplusWeight * weight };
      write(writer, people + at, demandAt(problem, at), problem.probability, costs);
    }
  }
}

/** The scenarios' demands of a cell and half-year. */
export function demandAt(problem: SeatProblem, at: number): Float64Array {
  const size = cellsOf(problem) * problem.stockHalfYears;
  return Float64Array.from(problem.probability, (_, scenario) => {
    return problem.demand[scenario * size + at]!;
  });
}

function compressed(
  writer: ProgramWriter,
  people: number,
  demand: Float64Array,
  probability: Float64Array,
  costs: LackAndExcess,
): void {
  const { atZero, pieces } = newsvendorCost(demand, probability, costs);
  writer.offset(atZero);
  writer.put(people, -1);
  for (const { width, slope } of pieces) writer.put(writer.column(slope, 0, width), 1);
  writer.row(0, 0);
}

function extensive(
  writer: ProgramWriter,
  people: number,
  demand: Float64Array,
  probability: Float64Array,
  { shortage, surplus }: LackAndExcess,
): void {
  // The excess is people − demand + lack, so the lack alone needs a column.
  writer.charge(people, surplus);
  for (const [scenario, needed] of demand.entries()) {
    const share = probability[scenario]!;
    writer.offset(-surplus * share * needed);
    writer.put(people, 1);
    writer.put(writer.column((shortage + surplus) * share), 1);
    writer.row(needed, Infinity);
  }
}
