import {
  type Application,
  type Core,
  type Extra,
  type Hold,
  type Standing,
} from "@echelon/kernel/assessment/certificate/decide-certificate.ts";
import { masteryOn } from "@echelon/kernel/assessment/mastery/mastery.ts";
import type { FrameworkBundle } from "@echelon/courses/competency-framework.ts";
import { type AppliedFramework, coreFramework } from "./applied-framework.ts";
import { calendarDay } from "./calendar-day.ts";
import type { MasteryTable } from "./store/schema.ts";

/** The echelon whose certificate asks for several roles, and the role that leads it. */
const widest = "E3";
const leading = "R8";
const breadthEchelon = "E2";
const firstEchelon = "E1";

/**
 * What each echelon asks beside competencies, and how much of it (talent.md 4.5). What cannot be
 * had here yet is told as missing, and nobody is certified without it.
 */
const extras: Readonly<Record<string, readonly Omit<Extra, "have">[]>> = {
  E1: [{ id: "practical-exam", need: 60 }],
  E2: [
    { id: "audited-season", need: 1 },
    { id: "internship-report", need: 1 },
  ],
  E3: [
    { id: "panel-defence", need: 1 },
    { id: "mentee", need: 1 },
  ],
};

interface Known {
  readonly mastery: readonly MasteryTable[];
  readonly practiceMinutes: number;
  readonly holds: readonly Hold[];
  /** What there is of the extras that can be had, by their ids. */
  readonly extras: Readonly<Record<string, number>>;
  readonly now: Date;
}

/**
 * What a person's application for a role's certificate is; null of a role that it is not for.
 *
 * @param weights what competencies weigh in a core, where a school says so
 */
export function applicationFor(
  role: string,
  echelon: string,
  known: Known,
  { framework }: Pick<FrameworkBundle, "framework"> = coreFramework().bundle,
  weights: AppliedFramework["weights"] = new Map(),
): Application | null {
  const asked = framework.echelons.find(({ id }) => id === echelon);
  const coreOf = (of: string, at: string): Core | null => {
    const profile = framework.profiles.find((one) => one.role === of && one.echelon === at);
    return profile === undefined ? null : { role: of, competencies: profile.core };
  };
  const own = coreOf(role, echelon);
  if (asked === undefined || own === null) return null;
  const isWidest = echelon === widest;
  const lead = isWidest && role !== leading ? coreOf(leading, echelon) : null;
  const inCore = new Set(own.competencies);
  const electives = isWidest
    ? framework.crossRoleE3
    : framework.competencies.flatMap((one) =>
        one.echelon === firstEchelon && !inCore.has(one.id) ? [one.id] : [],
      );
  return {
    rule: asked.certificate,
    cores: lead === null ? [own] : [own, lead],
    breadth: isWidest ? framework.roles.flatMap(({ id }) => coreOf(id, breadthEchelon) ?? []) : [],
    electives,
    ...(weights.size === 0 ? {} : { weights }),
    standings: standingsOf(framework, known),
    practiceMinutes: known.practiceMinutes,
    extras: (extras[echelon] ?? []).map((extra) => ({
      ...extra,
      have: known.extras[extra.id] ?? 0,
    })),
    holds: known.holds,
  };
}

function standingsOf(
  framework: FrameworkBundle["framework"],
  { mastery, now }: Known,
): ReadonlyMap<string, Standing> {
  const judged = new Set(
    framework.competencies.flatMap(({ id, rubric }) => (rubric.required ? [id] : [])),
  );
  const day = calendarDay(now);
  return new Map(
    mastery.map((row) => {
      const { theta, variance, pieces } = row;
      return [
        row.competency,
        {
          mastery: masteryOn({ theta, variance, day: row.day, pieces }, day),
          pieces,
          contexts: row.contexts,
          raters: row.raters,
          isJudged: judged.has(row.competency),
        },
      ];
    }),
  );
}
