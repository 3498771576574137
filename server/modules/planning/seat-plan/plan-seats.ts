/** Seat plans and simulations for whoever is no thread: each runs in one, and can be ended. */
import type { SeatPlanProblem, SeatPlanResult } from "@echelon/contract/planning/seat-plan.ts";
import { runLong } from "../../../platform/threads/run-long.ts";
import type { ComputedPlan, PlanNews } from "./compute-plan.ts";
import { planFile } from "./plan-file.ts";
import { type ProblemFault, readProblem } from "./read-problem.ts";
import type { PolicyNews, PolicyWish, SimulatedPolicies } from "./simulate-policies.ts";
import type { PlanInput } from "./threads/compute-plan.ts";

const planThread = new URL("./threads/compute-plan.ts", import.meta.url);
const policyThread = new URL("./threads/simulate-policies.ts", import.meta.url);

export interface Watching<News> {
  readonly signal?: AbortSignal;
  readonly hear?: (news: News) => void;
}

export type PlannedSeats =
  | { readonly ok: true; readonly plan: SeatPlanResult }
  | { readonly ok: false; readonly faults: readonly ProblemFault[] };

/** The plan of a problem that has its form. */
export async function planSeats(
  file: SeatPlanProblem,
  secondsMax: number,
  watching: Watching<PlanNews> = {},
): Promise<PlannedSeats> {
  const read = readProblem(file);
  if (!read.ok) return read;
  const input: PlanInput = { problem: read.problem, wish: { ...read.wish, secondsMax } };
  const plan = await runLong<PlanInput, ComputedPlan, PlanNews>(planThread, input, watching);
  return { ok: true, plan: planFile(file, read.problem, plan, secondsMax) };
}

export function comparePolicies(
  wish: PolicyWish,
  watching: Watching<PolicyNews> = {},
): Promise<SimulatedPolicies> {
  return runLong<PolicyWish, SimulatedPolicies, PolicyNews>(policyThread, wish, watching);
}
