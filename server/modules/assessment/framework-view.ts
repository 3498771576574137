import type { FrameworkView, Mapping } from "@echelon/contract/assessment/framework.ts";
import { type FrameworkBundle, loadFramework } from "@echelon/courses/competency-framework.ts";

let made: FrameworkView | undefined;

/** The framework that ships, as it is told; made once, as its files do not change. */
export function frameworkView(): FrameworkView {
  made ??= viewOf(loadFramework());
  return made;
}

/** Each competency with all that is said of it in the files beside. */
export function viewOf({ framework, measures, anchors, mappings }: FrameworkBundle): FrameworkView {
  const measureOf = new Map(measures.map((one) => [`${one.event} ${one.measure}`, one]));
  const eventOf = new Map(framework.events.map(({ event, name }) => [event, name]));
  const mappingsOf = (id: string) =>
    mappings.rows
      .filter(({ of }) => of === id)
      .map(({ of: _, title = null, weight = null, ...row }): Mapping => ({
        ...row,
        title,
        weight,
      }));
  return {
    version: framework.version,
    changedOn: framework.changedOn,
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
    competencies: framework.competencies.map((one) => {
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
        mappings: mappingsOf(id),
        supersedes: [...supersedes],
      };
    }),
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
