/**
 * What one file of the framework says about another: every reference leads somewhere, every rule
 * can be reached, every mark that a person gives has words of its own.
 */
import { type Facts, type Finding, finding, type FindingCode } from "./finding.ts";
import type { Competency, Framework, FrameworkBundle, Measure } from "./framework-shape.ts";

/** Competencies of a framework with all of its overlays. */
const competenciesMax = 2000;
/** A profile of fewer competencies says too little about a person. */
const coreMin = 5;

/** @returns nothing where the framework may be released */
export function checkFramework(bundle: FrameworkBundle): readonly Finding[] {
  return [
    ...duplicates(bundle),
    ...danglers(bundle),
    ...unused(bundle),
    ...measureFaults(bundle),
    ...ruleFaults(bundle),
    ...profileFaults(bundle),
    ...anchorFaults(bundle),
    ...sourceFaults(bundle),
    ...sizeFaults(bundle),
  ];
}

function duplicates({ framework, measures, mappings }: FrameworkBundle): Finding[] {
  const { echelons, roles, areas, courses, competencies, events, certificates } = framework;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["framework.json/echelons", ids(echelons)],
    ["framework.json/roles", ids(roles)],
    ["framework.json/areas", ids(areas)],
    ["framework.json/courses", ids(courses)],
    ["framework.json/competencies", ids(competencies)],
    ["framework.json/certificates", ids(certificates)],
    ["framework.json/majors", framework.majors.map(({ code }) => code)],
    ["framework.json/events", events.map(({ event }) => event)],
    ["framework.json/profiles", framework.profiles.map((one) => `${one.role} ${one.echelon}`)],
    ["framework.json/crossRoleE3", framework.crossRoleE3],
    ["measures.json", measures.map(nameOf)],
    ["mappings.json/standards", ids(mappings.standards)],
    ["mappings.json/rows", mappings.rows.map((row) => `${row.of} ${row.standard} ${row.code}`)],
  ];
  const within = framework.profiles.map(
    ({ role, echelon, core }) => [`framework.json/profiles/${role} ${echelon}/core`, core] as const,
  );
  return [...lists, ...within].flatMap(([path, names]) =>
    twice(names).map((id) => finding("duplicate-id", `${path}/${id}`, { id })),
  );
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function danglers(bundle: FrameworkBundle): Finding[] {
  const { framework, anchors, mappings } = bundle;
  const known = knownIds(bundle);
  const found: Finding[] = [];
  const ask = (set: ReadonlySet<string>, id: string, path: string) => {
    if (!set.has(id)) found.push(finding("dangling-reference", path, { id }));
  };
  for (const { id, area, courses, roles, echelon, evidence } of framework.competencies) {
    const path = `framework.json/competencies/${id}`;
    ask(known.areas, area, `${path}/area`);
    ask(known.echelons, echelon, `${path}/echelon`);
    courses.forEach((course, at) => ask(known.courses, course, `${path}/courses/${at}`));
    roles.forEach((role, at) => ask(known.roles, role, `${path}/roles/${at}`));
    evidence.forEach(({ event, measure }, at) =>
      ask(known.measures, nameOf({ event, measure }), `${path}/evidence/${at}`),
    );
  }
  for (const { role, echelon, core } of framework.profiles) {
    const path = `framework.json/profiles/${role} ${echelon}`;
    ask(known.roles, role, `${path}/role`);
    ask(known.echelons, echelon, `${path}/echelon`);
    core.forEach((id, at) => ask(known.competencies, id, `${path}/core/${at}`));
  }
  framework.crossRoleE3.forEach((id, at) =>
    ask(known.competencies, id, `framework.json/crossRoleE3/${at}`),
  );
  for (const { id, levels } of framework.certificates)
    levels.forEach(({ echelon }, at) =>
      ask(known.echelons, echelon, `framework.json/certificates/${id}/levels/${at}`),
    );
  for (const id of Object.keys(anchors.competencies))
    ask(known.competencies, id, `anchors.json/competencies/${id}`);
  mappings.rows.forEach(({ of, standard }, at) => {
    ask(known.mapped, of, `mappings.json/rows/${at}/of`);
    ask(known.standards, standard, `mappings.json/rows/${at}/standard`);
  });
  return found;
}

function knownIds({ framework, mappings }: FrameworkBundle) {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const competencies = ids(framework.competencies);
  const roles = ids(framework.roles);
  return {
    echelons: ids(framework.echelons),
    roles,
    areas: ids(framework.areas),
    courses: ids(framework.courses),
    competencies,
    mapped: new Set([...competencies, ...roles]),
    standards: ids(mappings.standards),
    measures: emittedOf(framework),
  };
}

/** Names of all that events measure. */
function emittedOf({ events }: Framework): ReadonlySet<string> {
  return new Set(
    events.flatMap(({ event, measures }) => measures.map((measure) => nameOf({ event, measure }))),
  );
}

/** An event nobody asks about, or a course that teaches nothing, is a line somebody forgot. */
function unused({ framework }: FrameworkBundle): Finding[] {
  const { competencies, courses, areas, roles } = framework;
  const of = (pick: (one: Competency) => readonly string[]) => new Set(competencies.flatMap(pick));
  const found = (list: readonly string[], used: ReadonlySet<string>, path: string) =>
    list
      .filter((id) => !used.has(id))
      .map((id) => finding("unused", `framework.json/${path}/${id}`, { id }));
  const rules = of(({ evidence }) => evidence.map(nameOf));
  return [
    ...found([...emittedOf(framework)], rules, "events"),
    ...found(
      courses.map(({ id }) => id),
      of((one) => one.courses),
      "courses",
    ),
    ...found(
      areas.map(({ id }) => id),
      of(({ area }) => [area]),
      "areas",
    ),
    ...found(
      roles.map(({ id }) => id),
      of((one) => one.roles),
      "roles",
    ),
  ];
}

function measureFaults({ framework, measures }: FrameworkBundle): Finding[] {
  const described = new Set(measures.map(nameOf));
  const emitted = emittedOf(framework);
  return [
    ...[...emitted]
      .filter((name) => !described.has(name))
      .map((name) => finding("measure-undescribed", `framework.json/events/${name}`, { name })),
    ...[...described]
      .filter((name) => !emitted.has(name))
      .map((name) => finding("dangling-reference", `measures.json/${name}`, { id: name })),
    ...measures
      .filter(({ better, worst, best }) => (better === "high" ? worst >= best : worst <= best))
      .map((one) =>
        finding("bounds-against-measure", `measures.json/${nameOf(one)}`, {
          worst: one.worst,
          best: one.best,
        }),
      ),
  ];
}

function ruleFaults({ framework, measures }: FrameworkBundle): Finding[] {
  const byName = new Map(measures.map((one) => [nameOf(one), one]));
  return framework.competencies.flatMap(({ id, evidence }) =>
    evidence.flatMap((rule, at) => {
      const measure = byName.get(nameOf(rule));
      const path = `framework.json/competencies/${id}/evidence/${at}`;
      return measure === undefined ? [] : againstMeasure(rule, measure, path);
    }),
  );
}

/** Whether a rule can be failed and reached, and asks for what is better. */
export function againstMeasure(
  { op, threshold }: Pick<Competency["evidence"][number], "op" | "threshold">,
  { better, worst, best }: Measure,
  path: string,
): Finding[] {
  const facts: Facts = { threshold, worst, best };
  const found = (code: FindingCode) => [finding(code, path, facts)];
  if ((op === ">=") !== (better === "high")) return found("op-against-measure");
  const isInside = better === "high" ? threshold > worst && threshold <= best : threshold < worst;
  return isInside && (better === "high" || threshold >= best) ? [] : found("threshold-outside");
}

function profileFaults({ framework }: FrameworkBundle): Finding[] {
  const orders = new Map(framework.echelons.map(({ id, order }) => [id, order]));
  const orderOf = (id: string) => orders.get(id) ?? 0;
  return framework.profiles.flatMap(({ role, echelon, core }) => {
    const path = `framework.json/profiles/${role} ${echelon}`;
    const missing = framework.competencies.filter(
      (one) =>
        one.roles.includes(role) &&
        orderOf(one.echelon) <= orderOf(echelon) &&
        !core.includes(one.id),
    );
    return [
      ...(core.length < coreMin ? [finding("profile-thin", path, { count: core.length })] : []),
      ...missing.map(({ id }) => finding("core-incomplete", `${path}/core`, { id })),
    ];
  });
}

function anchorFaults({ framework, anchors }: FrameworkBundle): Finding[] {
  return framework.competencies.flatMap(({ id, rubric }) => {
    const own = anchors.competencies[id];
    const path = `anchors.json/competencies/${id}`;
    if (own === undefined) return rubric.required ? [finding("anchors-missing", path)] : [];
    return (["zh", "en"] as const).flatMap((language) => {
      const words = own.map((anchor) => anchor[language].trim().toLowerCase());
      const general = anchors.general.map((anchor) => anchor[language].toLowerCase());
      return [
        ...words.flatMap((word, mark) =>
          general.includes(word) ? [finding("anchors-general", `${path}/${mark}/${language}`)] : [],
        ),
        ...(twice(words).length > 0 ? [finding("anchors-alike", `${path}/${language}`)] : []),
      ];
    });
  });
}

/** What is called verified was read somewhere, on some day. */
function sourceFaults({ framework, mappings }: FrameworkBundle): Finding[] {
  const lists = [
    ["framework.json/certificates", framework.certificates],
    ["framework.json/majors", framework.majors],
    ["mappings.json/standards", mappings.standards],
    ["mappings.json/rows", mappings.rows],
  ] as const;
  return lists.flatMap(([path, rows]) =>
    rows.flatMap(({ verified, source, seen }, at) =>
      verified && (source === null || seen === null)
        ? [finding("verified-without-source", `${path}/${at}`)]
        : [],
    ),
  );
}

function sizeFaults({ framework: { competencies } }: FrameworkBundle): Finding[] {
  const count = competencies.length;
  return count > competenciesMax
    ? [finding("too-many", "framework.json/competencies", { count, max: competenciesMax })]
    : [];
}

/** A measure's name: an event says several. */
export function nameOf(one: { readonly event: string; readonly measure: string }): string {
  return `${one.event} ${one.measure}`;
}
