import type { FrameworkView } from "@echelon/contract/assessment/framework.ts";
import {
  type FrameworkBundle,
  loadFramework,
  loadVersions,
  overlay,
  type Overlay,
} from "@echelon/courses/competency-framework.ts";
import { viewOf } from "./framework-view.ts";

/** A framework as somebody is under it: the core with what a region and a school ask beyond it. */
export interface AppliedFramework {
  /** The core's number, and those of overlays as SemVer's build: `0.3.0+nb.1.2.0`. */
  readonly version: string;
  /** What the overlays lie upon. */
  readonly core: FrameworkBundle;
  readonly bundle: FrameworkBundle;
  readonly view: FrameworkView;
  /** What competencies weigh in a core; those that are not here weigh 1. */
  readonly weights: ReadonlyMap<string, number>;
}

const keptMax = 60;
const kept = new Map<string, AppliedFramework>();

/** The framework that ships, without overlays. */
export const coreFramework = (): AppliedFramework => applyOverlays([]);

/**
 * Lays overlays upon the framework that ships, or upon an earlier version of it. One that no longer
 * fits, after a new release or beside what another one asks by now, is left out whole.
 *
 * @param overlays regions first, then schools
 */
export function applyOverlays(
  overlays: readonly Overlay[],
  core: FrameworkBundle = loadFramework(),
): AppliedFramework {
  const key = `${core.framework.version} ${JSON.stringify(overlays)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const fitting = fittingOf(core, overlays);
  const { bundle, weights } = overlay(core, fitting);
  const version = versionOf(core, fitting);
  const view = { ...viewOf(bundle, { core, overlays: fitting, weights }), version };
  const made: AppliedFramework = { version, core, bundle, view, weights };
  // Made again when it is asked for: a school goes through few versions.
  if (kept.size >= keptMax) kept.delete(kept.keys().next().value!);
  kept.set(key, made);
  return made;
}

/** Those that can be laid one upon the other without a finding. */
export function fittingOf(core: FrameworkBundle, overlays: readonly Overlay[]): readonly Overlay[] {
  const fitting: Overlay[] = [];
  for (const one of overlays)
    if (overlay(core, [...fitting, one]).findings.length === 0) fitting.push(one);
  return fitting;
}

function versionOf({ framework }: FrameworkBundle, overlays: readonly Overlay[]): string {
  const build = overlays.map(({ name, version }) => `${name}.${version}`).join(".");
  return build === "" ? framework.version : `${framework.version}+${build}`;
}

/** A version's core, and the overlays that it names. */
export interface VersionParts {
  readonly core: string;
  readonly overlays: readonly { readonly name: string; readonly version: string }[];
}

/** Reads a version back; undefined where it is none of ours. */
export function partsOf(version: string): VersionParts | undefined {
  const [core = "", build] = version.split("+");
  if (build === undefined) return { core, overlays: [] };
  const words = build.split(".");
  if (words.length % 4 !== 0) return undefined;
  const overlays = [];
  for (let at = 0; at < words.length; at += 4)
    overlays.push({ name: words[at]!, version: words.slice(at + 1, at + 4).join(".") });
  return { core, overlays };
}

/** A version of the core that ships; the current one where that is no longer among them. */
export const coreOfVersion = (version: string): FrameworkBundle =>
  loadVersions().find(({ framework }) => framework.version === version) ?? loadFramework();
