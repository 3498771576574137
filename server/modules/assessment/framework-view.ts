import type {
  CompetencyView,
  FrameworkView,
  Mapping,
} from "@echelon/contract/assessment/framework.ts";
import {
  type FrameworkBundle,
  loadFramework,
  type Overlay,
} from "@echelon/courses/competency-framework.ts";

let made: FrameworkView | undefined;

/** The framework that ships, as it is told; made once, as its files do not change. */
export function frameworkView(): FrameworkView {
  made ??= viewOf(loadFramework());
  return made;
}

/** The overlays of a framework, and what lies under them. */
interface Beyond {
  readonly core: FrameworkBundle;
  readonly overlays: readonly Overlay[];
  readonly weights: ReadonlyMap<string, number>;
}

/** Each competency with all that is said of it in the files beside. */
export function viewOf(
  bundle: FrameworkBundle,
  beyond: Beyond = { core: bundle, overlays: [], weights: new Map() },
): FrameworkView {
  const { framework, anchors, mappings } = bundle;
  const mappingsOf = (id: string) => mappingsIn(bundle, id);
  return {
    version: framework.version,
    changedOn: framework.changedOn,
    overlays: beyond.overlays.map(({ name, version, layer, title }) => {
      return { name, version, layer, title };
    }),
    echelons: framework.echelons.map(({ id, name, about }) => ({ id, name, about })),
    roles: framework.roles.map(({ id, name, titles, escoTerm }) => ({
      id,
      name,
      titles: { zh: [...titles.zh], en: [...titles.en] },
      escoTerm,
      mappings: mappingsOf(id),
    })),
    areas: [...framework.areas],
    courses: [...framework.courses],
    marks: [...anchors.general],
    competencies: competenciesOf(bundle, beyond),
    profiles: framework.profiles.map(({ core, ...profile }) => ({ ...profile, core: [...core] })),
    crossRoleE3: [...framework.crossRoleE3],
    certificates: framework.certificates.map(({ note = null, levels, ...certificate }) => ({
      ...certificate,
      note,
      levels: [...levels],
    })),
    majors: [...framework.majors],
    standards: [...mappings.standards],
  };
}

/** What other standards call a competency or a role. */
function mappingsIn({ mappings }: FrameworkBundle, id: string): Mapping[] {
  return mappings.rows
    .filter(({ of }) => of === id)
    .map(({ of: _, title = null, weight = null, ...row }) => ({ ...row, title, weight }));
}

function competenciesOf(bundle: FrameworkBundle, beyond: Beyond): CompetencyView[] {
  const { framework, measures, anchors } = bundle;
  const raised = raisedBy(beyond);
  const measureOf = new Map(measures.map((one) => [`${one.event} ${one.measure}`, one]));
  const eventOf = new Map(framework.events.map(({ event, name }) => [event, name]));
  return framework.competencies.map((one) => {
    const { id, area, name, echelon, evidence, supersedes = [] } = one;
    const { event, measure, op, threshold, minCount } = evidence[0]!;
    const { name: measureName, unit, worst, best, by } = measureOf.get(`${event} ${measure}`)!;
    return {
      id,
      area,
      name,
      courses: [...one.courses],
      roles: [...one.roles],
      echelon,
      rule: {
        event,
        eventName: eventOf.get(event)!,
        measure,
        measureName,
        unit,
        op,
        threshold,
        worst,
        best,
        minCount,
        by,
      },
      anchors: anchors.competencies[id]?.map((anchor) => anchor) ?? null,
      mappings: mappingsIn(bundle, id),
      weight: beyond.weights.get(id) ?? 1,
      raised: raised.get(id) ?? null,
      supersedes: [...supersedes],
    };
  });
}

/** What the core asks of each competency for which an overlay asks more, and whose that is. */
function raisedBy({ core, overlays }: Beyond) {
  const raised = new Map<string, { threshold: number; minCount: number; by: string[] }>();
  const rules = new Map(core.framework.competencies.map(({ id, evidence }) => [id, evidence[0]!]));
  for (const { name, thresholds, counts } of overlays)
    for (const { competency } of [...thresholds, ...counts]) {
      const rule = rules.get(competency);
      if (rule === undefined) continue;
      const by = new Set([...(raised.get(competency)?.by ?? []), name]);
      const { threshold, minCount } = rule;
      raised.set(competency, { threshold, minCount, by: [...by] });
    }
  return raised;
}
