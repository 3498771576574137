/** A computed plan with the names of its problem, as a file. */
import type { SeatPlanProblem, SeatPlanResult } from "@echelon/contract/planning/seat-plan.ts";
import type { Broken } from "@echelon/kernel/planning/seat-plan/broken-limits.ts";
import type { Evaluation } from "@echelon/kernel/planning/seat-plan/evaluate-plan.ts";
import { type Limit, seatsNamed } from "@echelon/kernel/planning/seat-plan/limit.ts";
import { type SeatProblem, yearsOf } from "@echelon/kernel/planning/seat-plan/problem.ts";
import type { ComputedPlan, WholePlan } from "./compute-plan.ts";

export function planFile(
  file: SeatPlanProblem,
  problem: SeatProblem,
  plan: ComputedPlan,
  secondsMax: number,
): SeatPlanResult {
  const named = namesOf(file);
  const broken = (list: readonly Broken[]) =>
    list.map(({ limit, by }) => ({ limit: named(limit), by }));
  switch (plan.status) {
    case "infeasible":
      return {
        status: "infeasible",
        conflict: plan.conflict.map(named),
        loosened: broken(plan.loosened),
      };
    case "timed-out":
      return {
        status: "timed-out",
        secondsMax,
        asBefore: summaryOf(plan.asBefore),
        brokenLimits: plan.broken,
        gap: plan.gap,
      };
    case "optimal":
      return {
        status: "optimal",
        optimum: plan.objective,
        roundingGap: plan.roundingGap,
        summary: summaryOf(plan.evaluation),
        intakes: intakesOf(file, problem, plan),
        schools: plan.schools.map(({ teacherGain, bindings }, school) => ({
          school: file.schools[school]!.id,
          teacherGain,
          bindings: bindings.map((one) => ({ ...one, limit: named(one.limit) })),
        })),
        cities: file.cities.map((city, at) => ({
          city,
          basePlaceGain: plan.basePlaceGains[at]!,
          floorCosts: plan.floorCosts.slice(at * yearsOf(problem), (at + 1) * yearsOf(problem)),
        })),
        moneyGains: [...plan.moneyGains],
        broken: broken(plan.broken),
      };
  }
}

type NamedLimit = Extract<SeatPlanResult, { status: "infeasible" }>["conflict"][number];

function namesOf(file: SeatPlanProblem): (limit: Limit) => NamedLimit {
  const school = (at: number) => file.schools[at]!.id;
  const seats = (of: { school: number; programme: number; halfYear: number }) => ({
    school: school(of.school),
    programme: file.programmes[of.programme]!.id,
    halfYear: of.halfYear,
  });
  return (limit) => {
    switch (limit.kind) {
      case "teachers":
        return { ...limit, school: school(limit.school) };
      case "base-places":
      case "floor":
        return { ...limit, city: file.cities[limit.city]! };
      case "money":
        return limit;
      case "change":
        return { kind: limit.kind, direction: limit.direction, ...seats(limit) };
      case "announced":
      case "seats-max":
        return { kind: limit.kind, ...seats(limit) };
      case "people": {
        const { cell, halfYear } = limit;
        const echelon = cell % file.echelons.length;
        const place = (cell - echelon) / file.echelons.length;
        const family = place % file.families.length;
        return {
          kind: "people",
          city: file.cities[(place - family) / file.families.length]!,
          family: file.families[family]!,
          echelon: file.echelons[echelon]!.id,
          halfYear,
        };
      }
    }
  };
}

function summaryOf(of: Evaluation) {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const demand = Math.max(sum(of.demand), Number.MIN_VALUE);
  return {
    objective: of.objective,
    weightedLoss: of.weightedLoss,
    shortageShare: sum(of.shortage) / demand,
    surplusShare: sum(of.surplus) / demand,
    seats: of.seats,
    seatsMoved: of.seatsMoved,
    costMinor: of.costMinor,
  };
}

/** Every admission where seats may stand, those without any too: their account says why. */
function intakesOf(file: SeatPlanProblem, problem: SeatProblem, plan: WholePlan) {
  return plan.accounts.flatMap((account, at) => {
    if (account === null) return [];
    const { school, programme, halfYear } = seatsNamed(problem, at);
    const before = problem.before[school * problem.programmes.length + programme]!;
    const names = { school: file.schools[school]!.id, programme: file.programmes[programme]!.id };
    return [{ ...names, halfYear, seats: plan.seats[at]!, before, account }];
  });
}
