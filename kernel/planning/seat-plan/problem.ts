/**
 * What a seat plan is asked of: how many seats each school offers in each programme and half-year,
 * so that people and need meet at least cost.
 *
 * Everything stands in flat arrays, because a province has hundreds of thousands of figures. The
 * orders are fixed here: schools before programmes before half-years; cities before families before
 * echelons before half-years.
 */

/** A way to train people; the same rules in every school that offers it. */
export interface Programme {
  /** Half-years from admission to the first half-year in which finishers count; 1 or more. */
  readonly lag: number;
  /** Whether people enter in autumn only. */
  readonly isAutumnOnly: boolean;
  /** The echelon whose people it takes out of their work; null where it takes newcomers. */
  readonly takes: number | null;
  /** The share of those who enter that finishes in each echelon; adds up to at most 1. */
  readonly out: readonly number[];
  /** What one seat costs, minor units, whole. */
  readonly costMinor: number;
  /** Teachers that one seat occupies while its cohort is inside. */
  readonly teachersPerSeat: number;
  /** Whether a seat needs a place at a training base while its cohort is inside. */
  readonly needsBase: boolean;
}

export interface Echelon {
  /** The share of a half-year's people who leave the field. */
  readonly attrition: number;
  /** What one person too few costs for one half-year, in weighted person-half-years. */
  readonly shortageWeight: number;
  /** What one person too many costs for one half-year. */
  readonly surplusWeight: number;
}

export interface SeatProblem {
  readonly schools: number;
  readonly cities: number;
  readonly families: number;
  readonly programmes: readonly Programme[];
  readonly echelons: readonly Echelon[];
  /** Half-years in which seats are decided; even, so that they make whole years. */
  readonly decisionHalfYears: number;
  /** Half-years over which people and need are compared; at least as many. */
  readonly stockHalfYears: number;
  readonly startsInAutumn: boolean;
  /** By school. */
  readonly city: Int32Array;
  /** By school and family: how a school's seats fall on families; adds up to 1. */
  readonly mix: Float64Array;
  /** By school and programme: seats at the last admission. */
  readonly before: Float64Array;
  /** By school, programme and half-year: what an announcement or a lock asks; 0 where nothing. */
  readonly seatsMin: Float64Array;
  /** Likewise the most; 0 where a school does not offer a programme, Infinity without a limit. */
  readonly seatsMax: Float64Array;
  /** By city of training and city of work: the share of finishers; a row is at most 1. */
  readonly move: Float64Array;
  /** By city, family and echelon: people at work before the first half-year. */
  readonly stock: Float64Array;
  /** By city, family, echelon and half-year: finishers of cohorts that are inside already. */
  readonly committed: Float64Array;
  /** By school and decision half-year. */
  readonly teachers: Float64Array;
  /** Likewise: teachers whom cohorts that are inside already occupy. */
  readonly teachersUsed: Float64Array;
  /** By city and decision half-year. */
  readonly basePlaces: Float64Array;
  readonly basePlacesUsed: Float64Array;
  /** By year of the plan, minor units; Infinity without a limit. */
  readonly budgetMinor: Float64Array;
  /** By city and year of the plan: the fewest seats, so that no city is given up. */
  readonly floors: Float64Array;
  /** By scenario; adds up to 1. */
  readonly probability: Float64Array;
  /** By scenario, then as `committed`: people needed. */
  readonly demand: Float64Array;
  /** What the objective counts as cost 1, minor units: one secondary seat. */
  readonly costUnitMinor: number;
  /** What one seat more than last time costs; one fewer costs seven tenths of it. */
  readonly changeWeight: number;
  /** What a cost of one unit weighs. */
  readonly costWeight: number;
  /** What a half-year later weighs. */
  readonly discount: number;
  /** The share by which seats may change from one admission to the next … */
  readonly growth: number;
  /** … of the seats before, but of at least so many. */
  readonly growthSeatsMin: number;
}

/** Start values of talent.md, our choice: a region replaces them by its own. */
export const usualWeights = Object.freeze({
  changeWeight: 0.15,
  costWeight: 0.02,
  discount: 0.97,
  growth: 0.3,
  growthSeatsMin: 30,
});

/** A seat fewer costs so much of what a seat more costs. */
export const fewerSeatsWeight = 0.7;

export const halfYearsInYear = 2;

/** Sizes that a plan may have. */
export const seatPlanLimits = Object.freeze({
  schoolsMax: 300,
  programmesMax: 20,
  citiesMax: 30,
  familiesMax: 12,
  echelonsMax: 5,
  decisionHalfYearsMax: 24,
  stockHalfYearsMax: 32,
  scenariosMax: 50,
  columnsMax: 400_000,
});

export function cellsOf({ cities, families, echelons }: SeatProblem): number {
  return cities * families * echelons.length;
}

export function yearsOf({ decisionHalfYears }: SeatProblem): number {
  return decisionHalfYears / halfYearsInYear;
}

/** Whether a programme admits people in a half-year; those before the plan are negative. */
export function admits(problem: SeatProblem, programme: number, halfYear: number): boolean {
  if (!problem.programmes[programme]!.isAutumnOnly) return true;
  const isEven = halfYear % halfYearsInYear === 0;
  return isEven === problem.startsInAutumn;
}

/** Where seats of a school, programme and half-year stand. */
export function seatsAt(
  { programmes, decisionHalfYears }: SeatProblem,
  school: number,
  programme: number,
  halfYear: number,
): number {
  return (school * programmes.length + programme) * decisionHalfYears + halfYear;
}

/** The number of a city's family and echelon. */
export function cellAt(
  { families, echelons }: SeatProblem,
  city: number,
  family: number,
  echelon: number,
): number {
  return (city * families + family) * echelons.length + echelon;
}

/** Whether seats may stand here at all: in season, and offered. */
export function isOpen(
  problem: SeatProblem,
  school: number,
  programme: number,
  halfYear: number,
): boolean {
  if (!admits(problem, programme, halfYear)) return false;
  return problem.seatsMax[seatsAt(problem, school, programme, halfYear)]! > 0;
}

/** How many seats may come or go from one admission to the next. */
export function changeMax(problem: SeatProblem, school: number, programme: number): number {
  const before = problem.before[school * problem.programmes.length + programme]!;
  return problem.growth * Math.max(before, problem.growthSeatsMin);
}

/** Whether seats were announced: they are as they are, so no limit of change holds them. */
export function isAnnounced(problem: SeatProblem, at: number): boolean {
  return problem.seatsMin[at]! > 0 && problem.seatsMin[at] === problem.seatsMax[at];
}

/** By half-year: what it weighs. */
export function discounts(problem: SeatProblem): Float64Array {
  const weights = new Float64Array(problem.stockHalfYears);
  let weight = 1;
  for (let halfYear = 0; halfYear < weights.length; halfYear += 1) {
    weights[halfYear] = weight;
    weight *= problem.discount;
  }
  return weights;
}
