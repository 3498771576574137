/** Computes a seat plan in a thread of its own: the solver lets nobody else in for seconds. */
import type { SeatProblem } from "@echelon/kernel/planning/seat-plan/problem.ts";
import { type ComputedPlan, computePlan, type PlanNews, type PlanWish } from "../compute-plan.ts";
import { openSolver } from "../solver.ts";

export interface PlanInput {
  readonly problem: SeatProblem;
  readonly wish: PlanWish;
}

export const run = async (
  { problem, wish }: PlanInput,
  tell: (news: PlanNews) => void,
): Promise<ComputedPlan> => computePlan(await openSolver(), problem, wish, tell);
