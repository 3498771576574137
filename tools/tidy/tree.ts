import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceFile } from "./source-file.ts";

const foldersSkipped = new Set([".git", "node_modules", "artifacts"]);
/** As .gitignore has them: what a clone does not bring is not the house's. */
const filesSkipped = /\.log$|^\.DS_Store$/;
const pathsSkipped = new Set(["data", "web/dist", "tools/tidy/planted", "tools/bootstrap/.lock"]);
const sourceName = /\.(ts|tsx|mts|mjs|js)$/;
const testName = /\.(test|journey)\.tsx?$/;

/**
 * The files of one working tree, read when asked for and parsed at most once.
 *
 * Several roots may be laid over one another, the last one winning: a planted violation is a few
 * files over a small clean house.
 */
export class Tree {
  /** Paths relative to the root, with `/`, in code point order. */
  readonly paths: readonly string[];
  readonly #places = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  readonly #sources = new Map<string, SourceFile>();

  constructor(roots: readonly string[]) {
    for (const root of roots) this.#enter(root, "");
    this.paths = [...this.#places.keys()].toSorted();
  }

  has(path: string): boolean {
    return this.#places.has(path);
  }

  hasFolder(path: string): boolean {
    return this.paths.some((known) => known.startsWith(`${path}/`));
  }

  /** The text of a file; an absent file is a bug of the caller. */
  text(path: string): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const place = this.#places.get(path);
    if (place === undefined) throw new Error(`tidy was asked for ${path}, which is not there`);
    const text = readFileSync(place, "utf8");
    this.#texts.set(path, text);
    return text;
  }

  /** The JSON of a file, or undefined where there is no such file. */
  json(path: string): unknown {
    return this.has(path) ? JSON.parse(this.text(path)) : undefined;
  }

  source(path: string): SourceFile {
    let source = this.#sources.get(path);
    if (source === undefined) {
      source = new SourceFile(path, this.text(path));
      this.#sources.set(path, source);
    }
    return source;
  }

  /** Every program file (TypeScript and JavaScript), optionally only below a folder. */
  sources(folder = ""): SourceFile[] {
    const below = folder === "" ? "" : `${folder}/`;
    return this.paths
      .filter((path) => path.startsWith(below) && sourceName.test(path))
      .map((path) => this.source(path));
  }

  /** The names of the folders directly below a folder. */
  foldersIn(folder: string): string[] {
    const names = new Set<string>();
    for (const path of this.paths) {
      if (!path.startsWith(`${folder}/`)) continue;
      const rest = path.slice(folder.length + 1);
      const slash = rest.indexOf("/");
      if (slash > 0) names.add(rest.slice(0, slash));
    }
    return [...names];
  }

  #enter(root: string, folder: string): void {
    const place = join(root, folder);
    if (!existsSync(place)) return;
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (foldersSkipped.has(entry.name) || pathsSkipped.has(path)) continue;
        this.#enter(root, path);
      } else if (entry.isFile() && !filesSkipped.test(entry.name))
        this.#places.set(path, join(root, path));
    }
  }
}

/** Tests, journeys and what only they use: they may reach for the root's development packages. */
export function isTestCode(path: string): boolean {
  return testName.test(path) || path.includes("/testing/") || path.startsWith("tests/");
}
