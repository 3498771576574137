import { lineOf, packagesOf } from "../packages.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

/** A table line of a decision that begins with one or more package names in code style. */
const row = /^\|((?:\s*`[^`|]+`[\s,]*)+)\|/;

/** Package name → where a decision has a table line for it. A name may end in `*`. */
function decidedIn(tree: Tree): Map<string, { path: string; line: number }> {
  const decided = new Map<string, { path: string; line: number }>();
  for (const path of tree.paths) {
    if (!/^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/.test(path)) continue;
    tree
      .text(path)
      .split("\n")
      .forEach((text, index) => {
        const cell = row.exec(text)?.[1];
        for (const [, name] of cell?.matchAll(/`([^`]+)`/g) ?? [])
          if (name !== undefined) decided.set(name, { path, line: index + 1 });
      });
  }
  return decided;
}

function check(tree: Tree): Finding[] {
  const decided = decidedIn(tree);
  const used = new Set<string>();
  const findings: Finding[] = [];
  const lineFor = (name: string) =>
    [...decided.keys()].find((known) =>
      known.endsWith("*") ? name.startsWith(known.slice(0, -1)) : known === name,
    );
  for (const { path, dependencies, devDependencies } of packagesOf(tree))
    for (const name of [...dependencies.keys(), ...devDependencies.keys()]) {
      const known = lineFor(name);
      if (known !== undefined) used.add(known);
      else {
        const line = lineOf(tree, path, name);
        const advice = `Give ${name} a line in docs/decisions: what it replaces, license, health.`;
        findings.push({ path, line, advice });
      }
    }
  for (const [name, place] of decided)
    if (!used.has(name))
      findings.push({ ...place, advice: `No package.json lists ${name}; drop its line.` });
  return findings;
}

export const dependencyDecisions: Rule = {
  name: "dependency-decisions",
  says: "Every direct dependency has its line in docs/decisions, and no line is left over.",
  check,
};
