/**
 * Overlays: what regions and schools ask beyond the core. They may add competencies, add to a core,
 * raise a threshold or the events of a piece, and re-weight; they never remove, lower or rename.
 */
import { checkFramework, againstMeasure, nameOf } from "./check-framework.ts";
import { type Finding, finding } from "./finding.ts";
import type { Competency, FrameworkBundle, Overlay } from "./framework-shape.ts";

/** Overlays that one framework bears. */
export const overlaysMax = 200;

/** A framework with its overlays, and what each competency weighs beside the others. */
export interface Overlaid {
  readonly bundle: FrameworkBundle;
  /** Only those that weigh something else than 1. */
  readonly weights: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

type Said = { readonly value: number; readonly path: string; readonly layer: Overlay["layer"] };

/**
 * Lays overlays upon a framework: regions first, then schools, each in the order handed in. What is
 * wrong with the framework itself is not told again.
 */
export function overlay(core: FrameworkBundle, overlays: readonly Overlay[]): Overlaid {
  const ordered = [
    ...overlays.filter(({ layer }) => layer === "region"),
    ...overlays.filter(({ layer }) => layer === "school"),
  ];
  const findings: Finding[] = [...tooMany(overlays), ...sameName(overlays)];
  const coreIds = new Set(core.framework.competencies.map(({ id }) => id));
  let bundle = core;
  for (const one of ordered) {
    findings.push(...ownNames(one, coreIds), ...unknownIds(one, bundle));
    bundle = added(bundle, one);
  }
  const raised = raise(bundle, ordered, findings);
  const weights = told(ordered, "weight");
  const weighed = new Map<string, number>();
  for (const [id, said] of weights) {
    findings.push(...weightConflicts(said));
    weighed.set(id, said.at(-1)!.value);
  }
  const ofCore = new Set(checkFramework(core).map(placeOf));
  findings.push(
    ...checkFramework(raised)
      .filter((one) => one.code !== "core-incomplete" && !ofCore.has(placeOf(one)))
      .map((one) => whereItStands(one, overlays)),
  );
  return { bundle: raised, weights: weighed, findings };
}

const placeOf = ({ code, path }: Finding) => `${code} ${path}`;

/** A fault of what an overlay added stands in that overlay's file. */
function whereItStands(one: Finding, overlays: readonly Overlay[]): Finding {
  const owner = overlays.find(({ name }) => one.path.includes(`/${name}:`));
  if (owner === undefined) return one;
  return { ...one, path: one.path.replace(/^[a-z]+\.json/, pathOf(owner.name)) };
}

function tooMany(overlays: readonly Overlay[]): Finding[] {
  const count = overlays.length;
  return count > overlaysMax ? [finding("too-many", "overlays", { count, max: overlaysMax })] : [];
}

function sameName(overlays: readonly Overlay[]): Finding[] {
  const names = overlays.map(({ name }) => name);
  return overlays
    .filter(({ name }, at) => names.indexOf(name) !== at)
    .map(({ name }) => finding("duplicate-id", pathOf(name), { id: name }));
}

/** What an overlay adds bears its name, so that it renames nothing and two never meet. */
function ownNames(one: Overlay, coreIds: ReadonlySet<string>): Finding[] {
  const path = pathOf(one.name);
  const isOwn = (id: string) => id.startsWith(`${one.name}:`);
  return [
    ...one.competencies
      .filter(({ id }) => !isOwn(id))
      .map(({ id }) => finding("overlay-id", `${path}/competencies/${id}`, { id })),
    ...Object.keys(one.anchors)
      .filter((id) => coreIds.has(id) || !isOwn(id))
      .map((id) => finding("overlay-may-not", `${path}/anchors/${id}`, { id })),
  ];
}

function unknownIds(one: Overlay, bundle: FrameworkBundle): Finding[] {
  const own = one.competencies.map(({ id }) => id);
  const known = new Set([...bundle.framework.competencies.map(({ id }) => id), ...own]);
  const path = pathOf(one.name);
  const ids = [
    ...one.thresholds.map(({ competency }) => ({ id: competency, part: "thresholds" })),
    ...one.counts.map(({ competency }) => ({ id: competency, part: "counts" })),
    ...one.weights.map(({ competency }) => ({ id: competency, part: "weights" })),
    ...one.cores.flatMap(({ add }) => add.map((id) => ({ id, part: "cores" }))),
  ];
  const profiles = new Set(bundle.framework.profiles.map((p) => `${p.role} ${p.echelon}`));
  return [
    ...ids
      .filter(({ id }) => !known.has(id))
      .map(({ id, part }) => finding("dangling-reference", `${path}/${part}/${id}`, { id })),
    ...one.cores
      .map(({ role, echelon }) => `${role} ${echelon}`)
      .filter((id) => !profiles.has(id))
      .map((id) => finding("dangling-reference", `${path}/cores/${id}`, { id })),
  ];
}

/** The framework with what an overlay adds to it. */
function added({ framework, measures, anchors, mappings }: FrameworkBundle, one: Overlay) {
  const profiles = framework.profiles.map((profile) => {
    const more = one.cores.filter(
      ({ role, echelon }) => role === profile.role && echelon === profile.echelon,
    );
    const core = new Set([...profile.core, ...more.flatMap(({ add }) => add)]);
    return { ...profile, core: [...core] };
  });
  const own = Object.fromEntries(
    Object.entries(one.anchors).filter(([id]) => anchors.competencies[id] === undefined),
  );
  return {
    framework: {
      ...framework,
      events: [...framework.events, ...one.events],
      competencies: [...framework.competencies, ...one.competencies],
      profiles,
    },
    measures: [...measures, ...one.measures],
    anchors: { ...anchors, competencies: { ...anchors.competencies, ...own } },
    mappings,
  };
}

/** Who says what of each competency, regions first. */
function told(
  ordered: readonly Overlay[],
  what: "threshold" | "count" | "weight",
): Map<string, Said[]> {
  const byId = new Map<string, Said[]>();
  for (const { name, layer, thresholds, counts, weights } of ordered) {
    const rows = {
      threshold: thresholds.map(({ competency, threshold }) => [competency, threshold] as const),
      count: counts.map(({ competency, minCount }) => [competency, minCount] as const),
      weight: weights.map(({ competency, weight }) => [competency, weight] as const),
    }[what];
    for (const [id, value] of rows) {
      const said = { value, path: `${pathOf(name)}/${what}s/${id}`, layer };
      byId.set(id, [...(byId.get(id) ?? []), said]);
    }
  }
  return byId;
}

/** Raises rules; what lowers the core's, or what a region raised, is refused. */
function raise(
  bundle: FrameworkBundle,
  ordered: readonly Overlay[],
  findings: Finding[],
): FrameworkBundle {
  const measures = new Map(bundle.measures.map((one) => [nameOf(one), one]));
  const thresholds = told(ordered, "threshold");
  const counts = told(ordered, "count");
  const competencies = bundle.framework.competencies.map((competency): Competency => {
    const rule = competency.evidence[0]!;
    const measure = measures.get(nameOf(rule));
    const threshold = settle(thresholds.get(competency.id) ?? [], rule.threshold, findings, {
      isLower: (value, before) => (rule.op === ">=" ? value < before : value > before),
      faultsOf: (value, path) =>
        measure === undefined ? [] : againstMeasure({ ...rule, threshold: value }, measure, path),
    });
    const minCount = settle(counts.get(competency.id) ?? [], rule.minCount, findings, {
      isLower: (value, before) => value < before,
      faultsOf: () => [],
    });
    return { ...competency, evidence: [{ ...rule, threshold, minCount }] };
  });
  return { ...bundle, framework: { ...bundle.framework, competencies } };
}

/** What holds in the end of what several say one after the other: each may only ask for more. */
function settle(
  said: readonly Said[],
  start: number,
  findings: Finding[],
  rules: {
    readonly isLower: (value: number, before: number) => boolean;
    readonly faultsOf: (value: number, path: string) => readonly Finding[];
  },
): number {
  let held = start;
  let before: Said | undefined;
  for (const one of said) {
    const facts = { from: held, to: one.value };
    const isLower = rules.isLower(one.value, held);
    const isSameLayer = before?.layer === one.layer;
    if (before !== undefined && one.value !== held && (isLower || isSameLayer)) {
      const both = { ...facts, other: before.path };
      findings.push(finding("overlay-conflict", one.path, both));
    } else if (isLower) findings.push(finding("overlay-lowers", one.path, facts));
    else {
      const faults = rules.faultsOf(one.value, one.path);
      findings.push(...faults);
      if (faults.length === 0) held = one.value;
      before = one;
    }
  }
  return held;
}

/** Two of one layer that weigh a competency differently: neither is the later one. */
function weightConflicts(said: readonly Said[]): Finding[] {
  return said.flatMap((one, at) => {
    const other = said.slice(0, at).find((before) => before.layer === one.layer);
    return other === undefined || other.value === one.value
      ? []
      : [finding("overlay-conflict", one.path, { other: other.path })];
  });
}

const pathOf = (name: string) => `overlays/${name}/overlay.json`;
