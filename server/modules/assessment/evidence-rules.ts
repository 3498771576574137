import type { EvidenceRule } from "@echelon/kernel/assessment/evidence/gather-pieces.ts";
import { frameworkView } from "./framework-view.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";

/** A competency's rule with what its measure is like. */
export interface CompetencyRule extends EvidenceRule {
  readonly competency: string;
  readonly event: string;
  readonly measure: string;
  readonly guess: number;
  readonly slip: number;
}

let made: ReadonlyMap<string, readonly CompetencyRule[]> | undefined;

/** The rules that look at a measure of an event, of the framework that ships. */
export function rulesOf(event: string, measure: string): readonly CompetencyRule[] {
  made ??= Map.groupBy(allRules(), (rule) => `${rule.event} ${rule.measure}`);
  return made.get(`${event} ${measure}`) ?? [];
}

function allRules(): readonly CompetencyRule[] {
  const { measures } = loadFramework();
  const of = new Map(measures.map((one) => [`${one.event} ${one.measure}`, one]));
  return frameworkView().competencies.map(({ id, rule }) => {
    const { guess, slip } = of.get(`${rule.event} ${rule.measure}`)!;
    const { event, measure, op, threshold, worst, best, minCount } = rule;
    return { competency: id, event, measure, op, threshold, worst, best, minCount, guess, slip };
  });
}
