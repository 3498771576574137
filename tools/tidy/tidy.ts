import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  filesRecorded,
  filesSeen,
  seenPath,
  suppressionsPath,
  suppressionsRecorded,
} from "./ratchets.ts";
import type { Finding } from "./rule.ts";
import { rules } from "./rules.ts";
import { countSuppressions } from "./rules/suppressions.ts";
import { Tree } from "./tree.ts";

/** Every finding of every rule, by file and line. A file that does not parse is one too. */
export function tidy(tree: Tree): (Finding & { rule: string })[] {
  const unreadable = tree
    .sources()
    .flatMap(({ path, syntaxError }) =>
      syntaxError === undefined ? [] : [{ path, line: 1, advice: syntaxError, rule: "syntax" }],
    );
  return rules
    .flatMap((rule) => rule.check(tree).map((finding) => ({ ...finding, rule: rule.name })))
    .concat(unreadable)
    .toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** Writes what the ratchets may take: more files seen, fewer suppressions. */
function accept(root: string, tree: Tree): void {
  const recorded = filesRecorded(tree) ?? {};
  const seen = filesSeen(tree);
  const most = Object.keys({ ...recorded, ...seen })
    .toSorted()
    .map((folder) => [folder, Math.max(recorded[folder] ?? 0, seen[folder] ?? 0)]);
  writeFileSync(join(root, seenPath), `${JSON.stringify(Object.fromEntries(most), null, 2)}\n`);
  const count = Math.min(countSuppressions(tree), suppressionsRecorded(tree));
  writeFileSync(join(root, suppressionsPath), `${JSON.stringify({ count })}\n`);
}

function main(): void {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const started = performance.now();
  if (process.argv.includes("--accept")) accept(root, new Tree([root]));
  const tree = new Tree([root]);
  const findings = tidy(tree);
  for (const { path, line, rule, advice } of findings)
    console.log(`${path}:${line} ${rule}: ${advice}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `tidy: ${findings.length} findings by ${rules.length} rules ` +
      `in ${tree.paths.length} files (${seconds} s)`,
  );
  if (findings.length > 0) process.exitCode = 1;
}

if (import.meta.main) main();
