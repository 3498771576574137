/** Simulates ways of deciding seats in a thread of its own: hundreds of plans are solved. */
import { openSolver } from "../solver.ts";
import {
  type PolicyNews,
  type PolicyWish,
  type SimulatedPolicies,
  simulatePolicies,
} from "../simulate-policies.ts";

export const run = async (
  wish: PolicyWish,
  tell: (news: PolicyNews) => void,
): Promise<SimulatedPolicies> => simulatePolicies(await openSolver(), wish, tell);
