import { toIso } from "@echelon/kernel/calendar/day.ts";
import type { CompetencyStanding } from "@echelon/contract/assessment/evidence.ts";
import { bandOf, type BandRule } from "@echelon/kernel/assessment/mastery/band.ts";
import type { AppliedFramework } from "./applied-framework.ts";
import { calendarDay } from "./calendar-day.ts";
import type { MasteryTable } from "./store/schema.ts";

const made = new WeakMap<AppliedFramework, ReadonlyMap<string, BandRule>>();

/** What the echelon of a competency asks before it counts; undefined of an unknown one. */
export function bandRuleOf(framework: AppliedFramework, competency: string): BandRule | undefined {
  const known = made.get(framework) ?? rules(framework);
  made.set(framework, known);
  return known.get(competency);
}

function rules({ bundle: { framework } }: AppliedFramework): ReadonlyMap<string, BandRule> {
  const asked = new Map(framework.echelons.map(({ id, certificate }) => [id, certificate]));
  return new Map(
    framework.competencies.map(({ id, echelon }) => {
      const { coreMastery: cut, minEvidence: piecesMin } = asked.get(echelon)!;
      return [id, { cut, piecesMin }];
    }),
  );
}

/** What an estimate says on a day; null of a competency that the framework no longer has. */
export function standingOf(
  framework: AppliedFramework,
  row: MasteryTable,
  now: Date,
): CompetencyStanding | null {
  const rule = bandRuleOf(framework, row.competency);
  if (rule === undefined) return null;
  const state = { theta: row.theta, variance: row.variance, day: row.day, pieces: row.pieces };
  return {
    competency: row.competency,
    band: bandOf(state, calendarDay(now), rule),
    pieces: row.pieces,
    piecesMin: rule.piecesMin,
    contexts: row.contexts,
    lastDay: toIso(row.day),
  };
}
