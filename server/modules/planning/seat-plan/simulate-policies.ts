/** Ways of deciding seats, compared in made-up worlds. */
import { policyWorld } from "@echelon/kernel/planning/policy/policy-world.ts";
import {
  policies,
  type Policy,
  type PolicyOutcome,
  simulatePolicy,
} from "@echelon/kernel/planning/policy/simulate-policy.ts";
import type { SeatProblem } from "@echelon/kernel/planning/seat-plan/problem.ts";
import { seatModel, seatsOf } from "@echelon/kernel/planning/seat-plan/seat-model.ts";
import type { Solver } from "./solver.ts";

export interface PolicyWish {
  readonly seeds: readonly number[];
  readonly schools: number;
  readonly cities: number;
  /** How far a plan looks ahead; even. */
  readonly planHalfYears: number;
  /** How long the worlds run; the first eight half-years are not counted. */
  readonly halfYears: number;
}

/** The size on which the promise is held. */
export const usualPolicyWish: PolicyWish = Object.freeze({
  seeds: [100, 101, 102, 103, 104, 105, 106, 107],
  schools: 11,
  cities: 11,
  planHalfYears: 14,
  halfYears: 24,
});

export interface SimulatedPolicy extends PolicyOutcome {
  readonly policy: Policy;
  /** By seed, in their order; the policy's own figures are their means. */
  readonly worlds: readonly PolicyOutcome[];
  /** In how many worlds rolling plans lose less than this policy. */
  readonly rollingBetter: number;
}

export interface SimulatedPolicies extends PolicyWish {
  readonly policies: readonly SimulatedPolicy[];
  /**
   * Of what constant seats lose beyond one who knows the future, the share that rolling plans save;
   * null where nothing can be saved.
   */
  readonly avoidableRemoved: number | null;
}

/** What is simulated just now. */
export interface PolicyNews {
  readonly seed: number;
  readonly policy: Policy;
}

export function simulatePolicies(
  solver: Solver,
  wish: PolicyWish,
  tell: (news: PolicyNews) => void = () => undefined,
): SimulatedPolicies {
  const { seeds, schools, cities, planHalfYears, halfYears } = wish;
  const length = { decisionHalfYears: planHalfYears, stockHalfYears: planHalfYears };
  const solve = (problem: SeatProblem) => bestSeats(solver, problem);
  const outcomes = new Map<Policy, PolicyOutcome[]>(policies.map((policy) => [policy, []]));
  for (const seed of seeds) {
    const world = policyWorld({ seed, schools, cities, scenarios: 1, ...length }, halfYears);
    for (const policy of policies) {
      tell({ seed, policy });
      outcomes.get(policy)!.push(simulatePolicy(world, policy, solve));
    }
  }
  const rolling = outcomes.get("rolling")!;
  const simulated = policies.map((policy) => {
    const worlds = outcomes.get(policy)!;
    const rollingBetter = worlds.filter(
      ({ weightedLoss }, world) => rolling[world]!.weightedLoss < weightedLoss,
    ).length;
    return { policy, ...meansOf(worlds), rollingBetter, worlds };
  });
  const lossOf = (name: Policy) => simulated.find(({ policy }) => policy === name)!.weightedLoss;
  const avoidable = lossOf("constant") - lossOf("foresight");
  const avoidableRemoved =
    avoidable > 0 ? (lossOf("constant") - lossOf("rolling")) / avoidable : null;
  return { ...wish, policies: simulated, avoidableRemoved };
}

function bestSeats(solver: Solver, problem: SeatProblem): Float64Array {
  const model = seatModel(problem);
  const outcome = solver.solve(model.program, { isPriced: false });
  // Made-up regions have room for a plan, and seconds suffice for them.
  if (outcome.status !== "optimal") throw new Error(`a made-up region's plan: ${outcome.status}`);
  return seatsOf(model, outcome.solution.values);
}

function meansOf(worlds: readonly PolicyOutcome[]): PolicyOutcome {
  const mean = (of: (world: PolicyOutcome) => number) =>
    worlds.reduce((sum, world) => sum + of(world), 0) / worlds.length;
  return {
    shortageShare: mean(({ shortageShare }) => shortageShare),
    surplusShare: mean(({ surplusShare }) => surplusShare),
    weightedLoss: mean(({ weightedLoss }) => weightedLoss),
    cost: mean(({ cost }) => cost),
    seatsMoved: mean(({ seatsMoved }) => seatsMoved),
  };
}
