import { toIso } from "@echelon/kernel/calendar/day.ts";
import type { CompetencyStanding } from "@echelon/contract/assessment/evidence.ts";
import { bandOf, type BandRule } from "@echelon/kernel/assessment/mastery/band.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";
import { calendarDay } from "./calendar-day.ts";
import type { MasteryTable } from "./store/schema.ts";

let made: ReadonlyMap<string, BandRule> | undefined;

/** What the echelon of a competency asks before it counts; undefined of an unknown one. */
export function bandRuleOf(competency: string): BandRule | undefined {
  made ??= rules();
  return made.get(competency);
}

function rules(): ReadonlyMap<string, BandRule> {
  const { framework } = loadFramework();
  const asked = new Map(framework.echelons.map(({ id, certificate }) => [id, certificate]));
  return new Map(
    framework.competencies.map(({ id, echelon }) => {
      const { coreMastery: cut, minEvidence: piecesMin } = asked.get(echelon)!;
      return [id, { cut, piecesMin }];
    }),
  );
}

/** What an estimate says on a day; null of a competency that the framework no longer has. */
export function standingOf(row: MasteryTable, now: Date): CompetencyStanding | null {
  const rule = bandRuleOf(row.competency);
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
