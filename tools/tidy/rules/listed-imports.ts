import { targetOf } from "../house.ts";
import { packagesOf } from "../packages.ts";
import type { Finding, Rule } from "../rule.ts";
import { isTestCode, type Tree } from "../tree.ts";

const configuration = /^web\/[a-z-]+\.config\.ts$/;
/** The hook that installs the packages runs before there are any. */
const beforeInstall = "tools/bootstrap/";

function check(tree: Tree): Finding[] {
  const packages = packagesOf(tree);
  const root = packages.find(({ folder }) => folder === "");
  const findings: Finding[] = [];
  for (const { path, imports } of tree.sources()) {
    const own = packages.find(({ folder }) => folder !== "" && path.startsWith(`${folder}/`));
    const isTest = isTestCode(path) || configuration.test(path);
    const listed = new Set([
      ...(own?.dependencies.keys() ?? []),
      ...(own === undefined || isTest ? (own?.devDependencies.keys() ?? []) : []),
      ...(own === undefined || isTest ? (root?.devDependencies.keys() ?? []) : []),
    ]);
    for (const { request, line, isType } of imports) {
      const target = targetOf(path, request);
      if (target.kind !== "package") continue;
      const isListed =
        (listed.has(target.name) && !path.startsWith(beforeInstall)) ||
        (isType && own?.devDependencies.has(target.name));
      if (isListed) continue;
      const owner = own === undefined ? "package.json" : `${own.folder}/package.json`;
      const advice = `${target.name} is not listed in ${owner}; list it, or do without.`;
      findings.push({ path, line, advice });
    }
  }
  return findings;
}

export const listedImports: Rule = {
  name: "listed-imports",
  says: "A workspace imports only the packages that its own package.json lists.",
  check,
};
