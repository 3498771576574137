/** One seat plan from its problem: solved, made whole, and explained; or why there is none. */
import { boundOfAnyPlan, seatsAsBefore } from "@echelon/kernel/planning/seat-plan/bounds.ts";
import { type Broken, brokenLimits } from "@echelon/kernel/planning/seat-plan/broken-limits.ts";
import { type Evaluation, evaluatePlan } from "@echelon/kernel/planning/seat-plan/evaluate-plan.ts";
import {
  basePlaceGain,
  type Binding,
  bindingsOf,
  floorCost,
  moneyGain,
  type SeatAccount,
  seatAccount,
  type Solved,
  teacherGain,
} from "@echelon/kernel/planning/seat-plan/explain-plan.ts";
import type { Limit } from "@echelon/kernel/planning/seat-plan/limit.ts";
import { limitOfRow, limitsOfColumns } from "@echelon/kernel/planning/seat-plan/limits-of-model.ts";
import { type ClassSizes, makeClasses } from "@echelon/kernel/planning/seat-plan/make-classes.ts";
import { type SeatProblem, yearsOf } from "@echelon/kernel/planning/seat-plan/problem.ts";
import { brokenByRounding, roundSeats } from "@echelon/kernel/planning/seat-plan/round-seats.ts";
import { seatModel, seatsOf } from "@echelon/kernel/planning/seat-plan/seat-model.ts";
import type { Solver } from "./solver.ts";

export interface PlanWish {
  readonly secondsMax: number;
  /** Half-years whose seats become classes: 0, 1 or 2. */
  readonly committedHalfYears: number;
  readonly classes: ClassSizes;
}

/** What is done just now. */
export type PlanNews =
  | { readonly part: "solving"; readonly steps: number }
  | { readonly part: "rounding" | "explaining" | "finding-conflict" | "loosening" };

export interface WholePlan {
  readonly status: "optimal";
  /** Whole seats by school, programme and half-year: the plan. */
  readonly seats: Float64Array;
  /** The optimum with parts of seats, below which no plan of whole seats can come. */
  readonly objective: number;
  readonly evaluation: Evaluation;
  /** By how much whole seats cost more than the optimum, as a share of it. */
  readonly roundingGap: number;
  /** Limits that whole seats pass by more than the tolerance. */
  readonly broken: readonly Broken[];
  readonly schools: readonly {
    readonly teacherGain: number;
    readonly bindings: readonly Binding[];
  }[];
  /** By city. */
  readonly basePlaceGains: readonly number[];
  /** By year, of the cost of one secondary seat. */
  readonly moneyGains: readonly number[];
  /** By city and year. */
  readonly floorCosts: readonly number[];
  /** By place of the seats' array; null where no seats may stand. */
  readonly accounts: readonly (SeatAccount | null)[];
}

export type ComputedPlan =
  | WholePlan
  | {
      readonly status: "infeasible";
      /** Limits of which none can be left out; empty where none were found in time. */
      readonly conflict: readonly Limit[];
      /** The least loosening that makes a plan possible; empty where there is none at all. */
      readonly loosened: readonly Broken[];
    }
  | {
      readonly status: "timed-out";
      readonly steps: number;
      /** Seats as at the last admissions, which is what happens without a plan. */
      readonly asBefore: Evaluation;
      /** How many limits they break. */
      readonly broken: number;
      /** How far they may lie above the best plan, as a share of them. */
      readonly gap: number;
    };

/** What breaking a limit by one unit costs against a person too few of the dearest echelon. */
const penaltyTimes = { soft: 100, hard: 10_000 } as const;

export function computePlan(
  solver: Solver,
  problem: SeatProblem,
  wish: PlanWish,
  tell: (news: PlanNews) => void = () => undefined,
): ComputedPlan {
  const model = seatModel(problem);
  const { secondsMax } = wish;
  const hear = (steps: number) => tell({ part: "solving", steps });
  const outcome = solver.solve(model.program, { secondsMax, hear });
  if (outcome.status === "timed-out") return timedOut(problem, outcome.steps);
  if (outcome.status === "infeasible") return explainNone(solver, problem, secondsMax, tell);
  const solved: Solved = { model, solution: outcome.solution };
  tell({ part: "rounding" });
  const whole = roundSeats(problem, seatsOf(model, outcome.solution.values));
  const seats = makeClasses(problem, whole, wish.classes, wish.committedHalfYears);
  const evaluation = evaluatePlan(problem, seats);
  const { objective } = outcome.solution;
  tell({ part: "explaining" });
  const roundingGap = objective === 0 ? 0 : (evaluation.objective - objective) / objective;
  return {
    status: "optimal",
    seats,
    objective,
    evaluation,
    roundingGap,
    broken: brokenByRounding(problem, seats),
    ...explain(solved),
  };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

function explain(solved: Solved) {
  const { problem, intake } = solved.model;
  const years = yearsOf(problem);
  return {
    schools: upTo(problem.schools).map((school) => ({
      teacherGain: teacherGain(solved, school),
      bindings: bindingsOf(solved, school),
    })),
    basePlaceGains: upTo(problem.cities).map((city) => basePlaceGain(solved, city)),
    moneyGains: upTo(years).map((year) => moneyGain(solved, year)),
    floorCosts: upTo(problem.cities * years).map((at) =>
      floorCost(solved, Math.floor(at / years), at % years),
    ),
    accounts: upTo(intake.length).map((at) => seatAccount(solved, at)),
  };
}

function timedOut(problem: SeatProblem, steps: number): ComputedPlan {
  const seats = seatsAsBefore(problem);
  const asBefore = evaluatePlan(problem, seats);
  const gap = (asBefore.objective - boundOfAnyPlan(problem)) / asBefore.objective;
  return {
    status: "timed-out",
    steps,
    asBefore,
    gap,
    broken: brokenLimits(problem, seats).length,
  };
}

/** Which limits exclude each other, and what is the least that has to give way. */
function explainNone(
  solver: Solver,
  problem: SeatProblem,
  secondsMax: number,
  tell: (news: PlanNews) => void,
): ComputedPlan {
  tell({ part: "finding-conflict" });
  const bare = seatModel(problem, { form: "none" });
  const found = solver.conflict(bare.program, secondsMax);
  const bounds = limitsOfColumns(bare);
  const named = [
    ...(found?.rows ?? []).map((row) => limitOfRow(bare, row)),
    ...(found?.lower ?? []).map((column) => bounds.lower.get(column)),
    ...(found?.upper ?? []).map((column) => bounds.upper.get(column)),
  ];
  tell({ part: "loosening" });
  return {
    status: "infeasible",
    conflict: named.filter((limit) => limit !== null && limit !== undefined),
    loosened: leastLoosening(solver, problem, secondsMax),
  };
}

function leastLoosening(solver: Solver, problem: SeatProblem, secondsMax: number): Broken[] {
  const dearest = Math.max(...problem.echelons.map(({ shortageWeight }) => shortageWeight), 1);
  const penalties = { soft: penaltyTimes.soft * dearest, hard: penaltyTimes.hard * dearest };
  const model = seatModel(problem, { penalties });
  const outcome = solver.solve(model.program, { secondsMax, isPriced: false });
  if (outcome.status !== "optimal") return [];
  const { values } = outcome.solution;
  return model.slacks
    .map(({ column, limit }) => ({ limit, by: values[column]! }))
    .filter(({ by }) => by > leastNamed);
}

/** An interior point leaves traces everywhere; a hundredth of a unit is nothing to decide. */
const leastNamed = 0.01;
