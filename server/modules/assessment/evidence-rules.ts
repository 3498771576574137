import type { EvidenceRule } from "@echelon/kernel/assessment/evidence/gather-pieces.ts";
import type { AppliedFramework } from "./applied-framework.ts";

/** A competency's rule with what its measure is like. */
export interface CompetencyRule extends EvidenceRule {
  readonly competency: string;
  readonly event: string;
  readonly measure: string;
  readonly guess: number;
  readonly slip: number;
}

const made = new WeakMap<AppliedFramework, ReadonlyMap<string, readonly CompetencyRule[]>>();

/** The rules of a framework that look at a measure of an event. */
export function rulesOf(
  framework: AppliedFramework,
  event: string,
  measure: string,
): readonly CompetencyRule[] {
  const known =
    made.get(framework) ??
    Map.groupBy(allRules(framework), (rule) => `${rule.event} ${rule.measure}`);
  made.set(framework, known);
  return known.get(`${event} ${measure}`) ?? [];
}

function allRules({ bundle, view }: AppliedFramework): readonly CompetencyRule[] {
  const of = new Map(bundle.measures.map((one) => [`${one.event} ${one.measure}`, one]));
  return view.competencies.map(({ id, rule }) => {
    const { guess, slip } = of.get(`${rule.event} ${rule.measure}`)!;
    const { event, measure, op, threshold, worst, best, minCount } = rule;
    return { competency: id, event, measure, op, threshold, worst, best, minCount, guess, slip };
  });
}
