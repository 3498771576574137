/** What holds without solving anything. */
import { demandAt, newsvendorCost } from "./demand-columns.ts";
import { discounts, type SeatProblem } from "./problem.ts";

/**
 * A bound below every plan's objective: lack and excess where each cell had just the people that
 * are best for it, at no cost. It is weak, and it is at hand when a solver had no time.
 */
export function boundOfAnyPlan(problem: SeatProblem): number {
  const weights = discounts(problem);
  const { echelons, stockHalfYears, committed } = problem;
  let bound = 0;
  for (let at = 0; at < committed.length; at += 1) {
    const halfYear = at % stockHalfYears;
    const echelon = ((at - halfYear) / stockHalfYears) % echelons.length;
    const { shortageWeight, surplusWeight } = echelons[echelon]!;
    const weight = weights[halfYear]!;
    const costs = { shortage: shortageWeight * weight, surplus: surplusWeight * weight };
    const { atZero, pieces } = newsvendorCost(demandAt(problem, at), problem.probability, costs);
    bound += atZero;
    for (const { width, slope } of pieces) if (slope < 0) bound += width * slope;
  }
  return bound;
}

/** The seats of the last admissions, offered again and again: the plan that is in force anyway. */
export function seatsAsBefore(problem: SeatProblem): Float64Array {
  const { programmes, decisionHalfYears, before, seatsMin, seatsMax, startsInAutumn } = problem;
  return Float64Array.from(seatsMin, (least, at) => {
    const halfYear = at % decisionHalfYears;
    const row = (at - halfYear) / decisionHalfYears;
    const isAutumn = (halfYear % 2 === 0) === startsInAutumn;
    if (programmes[row % programmes.length]!.isAutumnOnly && !isAutumn) return 0;
    return Math.max(least, Math.min(seatsMax[at]!, before[row]!));
  });
}
