/**
 * Whether a person is certified, and if not, everything that is missing.
 *
 * A pure function of what was frozen: the same file gives the same decision for ever. Mastery is a
 * probability already, so "core at 0.80" is a lower bound, and no second bound is put on top.
 */

/** What an echelon asks, from the competency framework. */
export interface CertificateRule {
  /** Mastery from which a competency counts. */
  readonly coreMastery: number;
  /** Share of a core that must count. */
  readonly coreShare: number;
  /** No competency of a core may lie under this mastery. */
  readonly coreFloor: number;
  readonly electiveShare: number;
  /** Pieces of evidence a competency. */
  readonly minEvidence: number;
  /** Markets, seasons and other contexts a competency was shown in. */
  readonly minContexts: number;
  /** Raters of a competency where a person has to judge. */
  readonly raters: number;
  /** Roles whose cores must be held; 1 is the person's own. */
  readonly minRoles: number;
  readonly minSimHours: number;
}

/** What is known of the person in one competency on the day. */
export interface Standing {
  readonly mastery: number;
  readonly pieces: number;
  readonly contexts: number;
  readonly raters: number;
  /** Whether the competency has a rubric that is required. */
  readonly isJudged: boolean;
}

/** The competencies of one role. */
export interface Core {
  readonly role: string;
  readonly competencies: readonly string[];
}

/** Something that is asked beside competencies: an exam, an audit, a report, a panel, a mentee. */
export interface Extra {
  readonly id: string;
  readonly have: number;
  readonly need: number;
}

/** What keeps a decision from being taken, though nothing is missing. */
export const holds = ["agreement-too-low", "raters-not-connected", "anomaly"] as const;
export type Hold = (typeof holds)[number];

export interface Application {
  readonly rule: CertificateRule;
  /** Each of these must be held. */
  readonly cores: readonly Core[];
  /** Of these as many as `rule.minRoles` must be held, where that is more than 1. */
  readonly breadth: readonly Core[];
  readonly electives: readonly string[];
  /** What competencies weigh in a core beside 1, which every other one does. */
  readonly weights?: ReadonlyMap<string, number>;
  /** A competency without one was never seen. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly practiceMinutes: number;
  readonly extras: readonly Extra[];
  readonly holds: readonly Hold[];
}

/** Why one competency does not count. */
export const shortages = ["mastery", "pieces", "contexts", "raters"] as const;
export type Shortage = (typeof shortages)[number];

export interface ShortCompetency {
  readonly competency: string;
  readonly short: readonly Shortage[];
}

/** One thing that is missing, with how much there is of how much. */
export type Missing =
  | {
      readonly kind: "core";
      readonly role: string;
      readonly have: number;
      readonly need: number;
      readonly short: readonly ShortCompetency[];
    }
  /** Enough of a core counts, but too little of what weighs more in it; whole percent. */
  | {
      readonly kind: "weight";
      readonly role: string;
      readonly have: number;
      readonly need: number;
      readonly short: readonly ShortCompetency[];
    }
  | { readonly kind: "floor"; readonly role: string; readonly under: readonly string[] }
  | { readonly kind: "roles"; readonly have: number; readonly need: number }
  | {
      readonly kind: "electives";
      readonly have: number;
      readonly need: number;
      readonly short: readonly ShortCompetency[];
    }
  | { readonly kind: "practice-hours"; readonly have: number; readonly need: number }
  | { readonly kind: "extra"; readonly id: string; readonly have: number; readonly need: number };

export interface Decision {
  readonly verdict: "pass" | "not-yet" | "held";
  readonly missing: readonly Missing[];
  readonly holds: readonly Hold[];
}

const minutesAnHour = 60;
const never: Standing = { mastery: 0, pieces: 0, contexts: 0, raters: 0, isJudged: false };

/** Decides an application. What is missing is told before what only holds the decision up. */
export function decideCertificate(application: Application): Decision {
  const { rule, cores, extras } = application;
  const missing: Missing[] = cores.flatMap((core) => missingOfCore(application, core));
  if (rule.minRoles > 1) {
    const have = application.breadth.filter(
      (core) => missingOfCore(application, core).length === 0,
    ).length;
    if (have < rule.minRoles) missing.push({ kind: "roles", have, need: rule.minRoles });
  }
  const electives = counted(application, application.electives, rule.electiveShare);
  if (electives.have < electives.need) missing.push({ kind: "electives", ...electives });
  const hours = Math.floor(application.practiceMinutes / minutesAnHour);
  if (hours < rule.minSimHours) {
    missing.push({ kind: "practice-hours", have: hours, need: rule.minSimHours });
  }
  for (const extra of extras) {
    if (extra.have < extra.need) missing.push({ kind: "extra", ...extra });
  }
  if (missing.length > 0) return { verdict: "not-yet", missing, holds: application.holds };
  const verdict = application.holds.length > 0 ? "held" : "pass";
  return { verdict, missing, holds: application.holds };
}

/**
 * Decides what a school or region asks beside the core: who passes must pass the core's own
 * application, too, so that nothing that is added or weighed can make a certificate easier.
 */
export function decideBeyond(core: Application, beyond: Application): Decision {
  const [least, more] = [decideCertificate(core), decideCertificate(beyond)];
  const nameOf = (one: Missing) =>
    [one.kind, "role" in one ? one.role : "", "id" in one ? one.id : ""].join(" ");
  const told = new Set(more.missing.map(nameOf));
  const missing = [...more.missing, ...least.missing.filter((one) => !told.has(nameOf(one)))];
  return missing.length > 0 ? { verdict: "not-yet", missing, holds: more.holds } : more;
}

/** Competencies of the cores and electives that count, in the order in which these name them. */
export function shownCompetencies({ rule, cores, electives, standings }: Application): string[] {
  const asked = new Set([...cores.flatMap(({ competencies }) => competencies), ...electives]);
  return [...asked].filter(
    (competency) => shortagesOf(rule, standings.get(competency) ?? never).length === 0,
  );
}

function missingOfCore(application: Application, { role, competencies }: Core): Missing[] {
  const { rule, standings, weights } = application;
  const missing: Missing[] = [];
  const core = counted(application, competencies, rule.coreShare);
  if (core.have < core.need) missing.push({ kind: "core", role, ...core });
  else if (weights !== undefined) {
    const weightOf = (ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + (weights.get(id) ?? 1), 0);
    const all = weightOf(competencies);
    const share = (all - weightOf(core.short.map(({ competency }) => competency))) / all;
    if (share < rule.coreShare - 1e-9) {
      const [have, need] = [Math.floor(share * 100), Math.ceil(rule.coreShare * 100 - 1e-9)];
      missing.push({ kind: "weight", role, have, need, short: core.short });
    }
  }
  const under = competencies.filter(
    (competency) => (standings.get(competency) ?? never).mastery < rule.coreFloor,
  );
  if (under.length > 0) missing.push({ kind: "floor", role, under });
  return missing;
}

/** How many of some competencies count, how many must, and what the others are short of. */
function counted(
  { rule, standings }: Application,
  competencies: readonly string[],
  share: number,
): { have: number; need: number; short: ShortCompetency[] } {
  const short = competencies.flatMap((competency) => {
    const of = shortagesOf(rule, standings.get(competency) ?? never);
    return of.length === 0 ? [] : [{ competency, short: of }];
  });
  // A share of a whole number that comes out whole must not be raised by its last bit.
  const need = Math.ceil(share * competencies.length - 1e-9);
  return { have: competencies.length - short.length, need, short };
}

function shortagesOf(rule: CertificateRule, standing: Standing): Shortage[] {
  const isShort: Record<Shortage, boolean> = {
    mastery: standing.mastery < rule.coreMastery,
    pieces: standing.pieces < rule.minEvidence,
    contexts: standing.contexts < rule.minContexts,
    raters: standing.isJudged && standing.raters < rule.raters,
  };
  return shortages.filter((name) => isShort[name]);
}
