/** The shipped framework as loose JSON, so that tests can plant a fault in it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type FrameworkFolder, readFrameworkFolder } from "./framework-folder.ts";

/** As it was parsed, of no type: a fault is what the types forbid. */
export type Loose = ReturnType<typeof JSON.parse>;

const files = ["framework", "measures", "anchors", "mappings"] as const;
export type LooseBundle = Record<(typeof files)[number], Loose>;

export function looseBundle(): LooseBundle {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), "utf8")) as Loose;
  return {
    framework: read("framework"),
    measures: read("measures"),
    anchors: read("anchors"),
    mappings: read("mappings"),
  };
}

/** Further files of a folder, by path; null leaves one of the four out. */
export type MoreFiles = Readonly<Record<string, Loose>>;

/** Reads what it writes into a folder of its own, which is gone afterward. */
export function readWritten(bundle: LooseBundle, more: MoreFiles = {}): FrameworkFolder {
  const folder = mkdtempSync(join(tmpdir(), "echelon-framework-"));
  try {
    const written: Record<string, Loose> = {};
    for (const name of files) written[`${name}.json`] = bundle[name];
    for (const [path, content] of Object.entries({ ...written, ...more })) {
      if (content === null) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), JSON.stringify(content));
    }
    return readFrameworkFolder(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An overlay that asks for nothing yet. */
export function looseOverlay(name: string, parts: Loose = {}): MoreFiles {
  const overlay: Loose = {
    name,
    version: "1.0.0",
    layer: "region",
    title: { zh: "示例", en: "Example" },
    competencies: [],
    measures: [],
    events: [],
    anchors: {},
    cores: [],
    thresholds: [],
    counts: [],
    weights: [],
    ...parts,
  };
  return { [`overlays/${name}/overlay.json`]: overlay };
}
