/**
 * The competency framework as files: what a person can do, what shows it, what each mark of a
 * rubric looks like, and what other standards call it.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { checkFramework } from "./check-framework.ts";
import { overlay } from "./check-overlays.ts";
import { checkVersions } from "./check-versions.ts";
import { type Finding, finding, shapeFindings } from "./finding.ts";
import {
  Anchors,
  Framework,
  FrameworkBundle,
  Mappings,
  Measures,
  Overlay,
} from "./framework-shape.ts";

/** What was read of a folder, as far as it could be. */
export interface FrameworkFolder {
  /** Null where a file could not be read; then `findings` says which and why. */
  readonly bundle: FrameworkBundle | null;
  readonly overlays: readonly Overlay[];
  /** Earlier versions, oldest first. */
  readonly earlier: readonly FrameworkBundle[];
  readonly findings: readonly Finding[];
}

/** Reads a folder and says all that is wrong with it. */
export function readFrameworkFolder(folder: string): FrameworkFolder {
  const findings: Finding[] = [];
  const read = <Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> | null => {
    const raw = readJson(join(folder, file));
    if (raw === undefined) {
      findings.push(finding("unreadable", file));
      return null;
    }
    const parsed = shape.safeParse(raw);
    if (parsed.success) return parsed.data;
    findings.push(...shapeFindings(file, parsed.error));
    return null;
  };
  const framework = read("framework.json", Framework);
  const measures = read("measures.json", Measures);
  const anchors = read("anchors.json", Anchors);
  const mappings = read("mappings.json", Mappings);
  const namesIn = (name: string) => {
    const names = readNames(join(folder, name));
    if (names === undefined) findings.push(finding("unreadable", name));
    return names ?? [];
  };
  // A finding names a file by what stands in it, so both must be the same.
  const askName = (path: string, name: string, place: string) => {
    if (name !== place) findings.push(finding("misnamed", path, { name, place }));
  };
  const overlays = namesIn("overlays").flatMap((name) => {
    const file = `overlays/${name}/overlay.json`;
    const one = read(file, Overlay);
    if (one === null) return [];
    askName(`${file}/name`, one.name, name);
    return one;
  });
  const earlier = namesIn("versions")
    .flatMap((name) => {
      const one = read(`versions/${name}`, FrameworkBundle);
      if (one === null) return [];
      askName(`versions/${name}/framework/version`, `${one.framework.version}.json`, name);
      return one;
    })
    .toSorted((a, b) => byVersion(a.framework.version, b.framework.version));
  if (framework === null || measures === null || anchors === null || mappings === null)
    return { bundle: null, overlays, earlier, findings };
  const bundle = { framework, measures, anchors, mappings };
  findings.push(...checkFramework(bundle), ...checkVersions(earlier, bundle));
  if (overlays.length > 0) findings.push(...overlay(bundle, overlays).findings);
  return { bundle, overlays, earlier, findings };
}

/** What lies in a folder; undefined where it is a file. */
function readNames(path: string): readonly string[] | undefined {
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory() ? readdirSync(path).toSorted() : undefined;
}

/** A path that leads nowhere, through a file, or to a folder. */
const noFile: readonly unknown[] = ["ENOENT", "ENOTDIR", "EISDIR"];

/** Undefined where there is no such file, or no JSON in it. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return;
    if (noFile.includes((error as NodeJS.ErrnoException).code)) return;
    throw error;
  }
}

function byVersion(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  return a![0]! - b![0]! || a![1]! - b![1]! || a![2]! - b![2]!;
}

type Versions = readonly [FrameworkBundle, ...FrameworkBundle[]];

let loaded: Versions | undefined;

/**
 * All versions that ship, the current one first; read once, as their files do not change under a
 * running process.
 *
 * @throws where the framework may not be released: no answer may rest on it
 */
export function loadVersions(): Versions {
  if (loaded !== undefined) return loaded;
  const { bundle, earlier, findings } = readFrameworkFolder(import.meta.dirname);
  if (bundle === null || findings.length > 0)
    throw new Error(`The framework is faulty: ${JSON.stringify(findings.slice(0, 5))}`);
  loaded = [bundle, ...earlier.toReversed()];
  return loaded;
}

/** The framework that holds now. */
export function loadFramework(): FrameworkBundle {
  return loadVersions()[0];
}
