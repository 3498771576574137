import type { OverlayDraft } from "@echelon/contract/assessment/overlays.ts";
import type { Layer } from "@echelon/contract/assessment/overlay-limits.ts";
import {
  type FrameworkBundle,
  type FrameworkFinding,
  Overlay,
  overlay,
  shapeFindings,
  type Step,
  stepBetween,
} from "@echelon/courses/competency-framework.ts";

const firstVersion = "1.0.0";

/** An overlay of the shape that a folder would have, or what is wrong with its shape. */
export function overlayOf(
  name: string,
  layer: Layer,
  draft: OverlayDraft,
): { readonly overlay: Overlay | null; readonly findings: readonly FrameworkFinding[] } {
  const { title, cores, thresholds, counts, weights } = draft;
  const competencies = draft.competencies.map(({ id, rule, anchors, ...one }) => ({
    ...one,
    id: `${name}:${id}`,
    evidence: [rule],
    rubric: { required: anchors !== null },
  }));
  const anchors = Object.fromEntries(
    draft.competencies.flatMap((one) =>
      one.anchors === null ? [] : [[`${name}:${one.id}`, one.anchors]],
    ),
  );
  const parsed = Overlay.safeParse({
    name,
    layer,
    version: firstVersion,
    title,
    competencies,
    anchors,
    cores,
    thresholds,
    counts,
    weights,
    // What happens in practice and how it is measured is not a school's to say.
    measures: [],
    events: [],
  });
  if (parsed.success) return { overlay: parsed.data, findings: [] };
  return { overlay: null, findings: shapeFindings(`overlays/${name}/overlay.json`, parsed.error) };
}

/** The same as it was written. */
export function draftOf({ name, ...one }: Overlay): OverlayDraft {
  const bare = (id: string) => id.slice(name.length + 1);
  return structuredClone({
    title: one.title,
    competencies: one.competencies.map(
      ({ id, area, name: named, courses, roles, echelon, evidence }) => ({
        id: bare(id),
        area,
        name: named,
        courses: [...courses],
        roles: [...roles],
        echelon,
        rule: evidence[0]!,
        anchors: one.anchors[id] === undefined ? null : [...one.anchors[id]],
      }),
    ),
    cores: one.cores.map(({ add, ...core }) => ({ ...core, add: [...add] })),
    thresholds: [...one.thresholds],
    counts: [...one.counts],
    weights: [...one.weights],
  });
}

/** The number after a version: texts are a patch, additions minor, rules and cores major. */
export function versionAfter(
  core: FrameworkBundle,
  kept: Overlay | undefined,
  after: Overlay,
): string {
  if (kept === undefined) return firstVersion;
  // A database keeps what an object says in an order of its own; the shape puts it back.
  const before = Overlay.parse(kept);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const between = stepBetween(overlay(core, [before]).bundle, overlay(core, [after]).bundle);
  const isReweighed = !same(before.weights, after.weights);
  const isRetitled = !same(before.title, after.title);
  // What is asked of a competency of another layer does not show on the core.
  const isRaised = !same([before.thresholds, before.counts], [after.thresholds, after.counts]);
  const isMajor = isReweighed || (between === "none" && isRaised);
  const step = isMajor ? "major" : between === "none" && isRetitled ? "patch" : between;
  return raisedBy(before.version, step);
}

function raisedBy(version: string, step: Step): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (step === "major") return `${major + 1}.0.0`;
  if (step === "minor") return `${major}.${minor + 1}.0`;
  return step === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}
