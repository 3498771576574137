import type { Tree } from "./tree.ts";

/** One package.json of the tree. */
export interface Package {
  readonly path: string;
  /** Empty for the root. */
  readonly folder: string;
  /** Needed at run time, optional ones included: name and version as written. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly devDependencies: ReadonlyMap<string, string>;
}

/** Every package.json of the tree, the root's first. */
export function packagesOf(tree: Tree): Package[] {
  return tree.paths
    .filter((path) => path === "package.json" || path.endsWith("/package.json"))
    .map((path) => readPackage(tree, path))
    .toSorted((a, b) => a.folder.length - b.folder.length || (a.folder < b.folder ? -1 : 1));
}

/** The line on which a package.json names a dependency. */
export function lineOf(tree: Tree, path: string, name: string): number {
  const lines = tree.text(path).split("\n");
  return Math.max(1, lines.findIndex((line) => line.includes(`"${name}"`)) + 1);
}

function readPackage(tree: Tree, path: string): Package {
  const json = tree.json(path) as Record<string, Record<string, string> | undefined>;
  return {
    path,
    folder: path.replace(/\/?package\.json$/, ""),
    dependencies: new Map([
      ...Object.entries(json["dependencies"] ?? {}),
      ...Object.entries(json["optionalDependencies"] ?? {}),
    ]),
    devDependencies: new Map(Object.entries(json["devDependencies"] ?? {})),
  };
}
