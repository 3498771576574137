/**
 * Versions: evidence, decisions and credentials name a competency and a version, so what a version
 * meant must stay what it meant. Patch is texts, minor additions, major a changed rule or core.
 */
import { type Finding, finding } from "./finding.ts";
import type { Framework, FrameworkBundle } from "./framework-shape.ts";

/** How far two versions are apart, from none to the most. */
export const steps = ["none", "patch", "minor", "major"] as const;
export type Step = (typeof steps)[number];

/**
 * The versions there were, oldest first, and the one that is to be released.
 *
 * @returns nothing where each version says by its number how far it is from the one before
 */
export function checkVersions(
  earlier: readonly FrameworkBundle[],
  current: FrameworkBundle,
): readonly Finding[] {
  const line = [...earlier, current];
  const byVersion = new Map(earlier.map((one) => [one.framework.version, one.framework]));
  return [
    ...line.slice(1).flatMap((later, at) => stepFaults(line[at]!, later)),
    ...supersedesFaults(current.framework, byVersion),
  ];
}

/** What the number of a later version must at least say. */
export function stepBetween(before: FrameworkBundle, after: FrameworkBundle): Step {
  if (same(rulesOf(before), rulesOf(after)) && coresKept(before.framework, after.framework)) {
    if (!same(idsOf(before), idsOf(after))) return "minor";
    const [{ framework: one, ...was }, { framework: other, ...is }] = [before, after];
    return same([{ ...one, version: "" }, was], [{ ...other, version: "" }, is]) ? "none" : "patch";
  }
  return isAddition(before, after) ? "minor" : "major";
}

function stepFaults(before: FrameworkBundle, after: FrameworkBundle): Finding[] {
  const from = before.framework.version;
  const to = after.framework.version;
  const needed = stepBetween(before, after);
  const said = stepOf(from, to);
  const isEnough = said !== null && steps.indexOf(said) >= steps.indexOf(needed);
  const lost = lostCompetencies(before.framework, after.framework);
  return [
    ...(isEnough ? [] : [finding("version-step", "framework.json/version", { from, to, needed })]),
    ...(isEnough && said === "none"
      ? [finding("version-repeated", `versions/${from}.json`, { id: from })]
      : []),
    ...lost.map((id) => finding("competency-lost", `framework.json/competencies/${id}`, { id })),
  ];
}

/** Which of the three numbers went up; null where the later version is not later. */
export function stepOf(from: string, to: string): Step | null {
  if (from === to) return "none";
  const [a, b] = [from, to].map((version) => version.split(".").map(Number));
  const at = [0, 1, 2].find((place) => a![place] !== b![place])!;
  return b![at]! < a![at]! ? null : (["major", "minor", "patch"] as const)[at]!;
}

/** A competency that is gone lives on in the one that supersedes it. */
function lostCompetencies(before: Framework, after: Framework): readonly string[] {
  const here = new Set(after.competencies.map(({ id }) => id));
  const carried = new Set(
    after.competencies.flatMap(({ supersedes = [] }) => supersedes.map((one) => idOf(one))),
  );
  return before.competencies.map(({ id }) => id).filter((id) => !here.has(id) && !carried.has(id));
}

function supersedesFaults(
  current: Framework,
  byVersion: ReadonlyMap<string, Framework>,
): readonly Finding[] {
  const here = new Set(current.competencies.map(({ id }) => id));
  return current.competencies.flatMap(({ id, supersedes = [] }) =>
    supersedes.flatMap((one, at) => {
      const path = `framework.json/competencies/${id}/supersedes/${at}`;
      const [old = "", version = ""] = one.split("@");
      const isKnown = byVersion.get(version)?.competencies.some((was) => was.id === old) === true;
      if (!isKnown) return [finding("supersedes-unknown", path, { id: one })];
      return here.has(old) ? [finding("supersedes-present", path, { id: old })] : [];
    }),
  );
}

/** Whether all that was there still means the same, and only new things came. */
function isAddition(before: FrameworkBundle, after: FrameworkBundle): boolean {
  const now = new Map(rulesOf(after));
  const isKept = rulesOf(before).every(([name, rule]) => now.get(name) === rule);
  return isKept && coresKept(before.framework, after.framework);
}

/** A core may grow by competencies that are new themselves; nothing known enters or leaves one. */
function coresKept(before: Framework, after: Framework): boolean {
  const known = new Set(before.competencies.map(({ id }) => id));
  const coreOf = ({ profiles }: Framework, role: string, echelon: string) =>
    profiles.find((one) => one.role === role && one.echelon === echelon)?.core ?? [];
  const isSameCore = before.profiles.every(({ role, echelon, core }) => {
    const old = coreOf(after, role, echelon).filter((id) => known.has(id));
    return same(core.toSorted(), old.toSorted());
  });
  const electives = after.crossRoleE3.filter((id) => known.has(id));
  return isSameCore && same(before.crossRoleE3.toSorted(), electives.toSorted());
}

/** All that decides whether somebody can do something, by the name of what it decides. */
function rulesOf({ framework, measures }: FrameworkBundle): readonly (readonly [string, string])[] {
  const { competencies, echelons } = framework;
  return [
    ...competencies.map((one) => {
      const { id, area, roles, echelon, evidence, rubric } = one;
      return [id, JSON.stringify([area, roles, echelon, evidence, rubric])] as const;
    }),
    ...echelons.map(
      ({ id, order, certificate }) => [id, JSON.stringify([order, certificate])] as const,
    ),
    ...measures.map((one) => {
      const { event, measure, name: _, ...rule } = one;
      return [`${event} ${measure}`, JSON.stringify(rule)] as const;
    }),
  ];
}

/** All that can be referred to. */
function idsOf({ framework, mappings }: FrameworkBundle): readonly string[] {
  const { competencies, roles, areas, courses, events, certificates } = framework;
  const lists = [competencies, roles, areas, courses, certificates, mappings.standards];
  return [
    ...lists.flatMap((list) => list.map(({ id }) => id)),
    ...events.map(({ event }) => event),
    ...framework.profiles.map(({ role, echelon }) => `${role} ${echelon}`),
    ...mappings.rows.map(({ of, standard, code }) => `${of} ${standard} ${code}`),
  ].toSorted();
}

const idOf = (versioned: string) => versioned.split("@")[0]!;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
