/**
 * What a browser fetches of the built web app, read from the build's own manifest: nothing is
 * estimated, and a chunk counts wherever the import graph reaches it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** One entry of Vite's manifest, as far as it is needed here. */
export type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  /** Manifest names of what is fetched together with the chunk. */
  readonly imports?: readonly string[];
  /** Manifest names of what may be fetched later. */
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
};

export type Manifest = Readonly<Record<string, Chunk>>;

/** A built web app: its manifest, and the packed size of each of its files. */
export type Built = {
  readonly manifest: Manifest;
  /** Bytes of a file after gzip at its best. */
  readonly packed: (file: string) => number;
};

export function readBuilt(folder: string): Built {
  const text = readFileSync(join(folder, ".vite", "manifest.json"), "utf8");
  const sizes = new Map<string, number>();
  const packed = (file: string): number => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const size = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
    sizes.set(file, size);
    return size;
  };
  return { manifest: JSON.parse(text) as Manifest, packed };
}

/** Files that are fetched before chunks run: their own, those they import, and their styles. */
export function filesOf(manifest: Manifest, names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the manifest has no ${name}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

/** The manifest's name of what the page itself asks for. */
export function entryOf(manifest: Manifest): string {
  const [entry, ...others] = Object.keys(manifest).filter((name) => manifest[name]!.isEntry);
  if (entry === undefined || others.length > 0) throw new Error("the app has not one entry");
  return entry;
}

/** Packed bytes of what `names` fetch and `before` has not fetched yet. */
export function weigh(
  { manifest, packed }: Built,
  names: readonly string[],
  before: readonly string[] = [],
): number {
  const known = filesOf(manifest, before);
  let bytes = 0;
  for (const file of filesOf(manifest, names)) if (!known.has(file)) bytes += packed(file);
  return bytes;
}
