import type { Tree } from "./tree.ts";

export const seenPath = "tools/tidy/seen.json";
export const suppressionsPath = "tools/tidy/suppressions.json";

/** How many suppressions are allowed; none where nothing is recorded. */
export function suppressionsRecorded(tree: Tree): number {
  const record = tree.json(suppressionsPath) as { count?: number } | undefined;
  return record?.count ?? 0;
}

/** How many files tidy saw in each top folder when that was last accepted. */
export function filesRecorded(tree: Tree): Record<string, number> | undefined {
  return tree.json(seenPath) as Record<string, number> | undefined;
}

/** How many files there are now in each top folder; files of the root itself count under `.`. */
export function filesSeen(tree: Tree): Record<string, number> {
  const seen: Record<string, number> = {};
  for (const path of tree.paths) {
    const slash = path.indexOf("/");
    const top = slash < 0 ? "." : path.slice(0, slash);
    seen[top] = (seen[top] ?? 0) + 1;
  }
  return seen;
}
