import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const lockPath = "package-lock.json";

/** Licenses that would bind who ships Echelon; offered beside a free one they do no harm. */
const binding = /\b(A?GPL|SSPL|OSL|EUPL|CC-BY-NC|BUSL)/;

/** Packages that state no license at all, weighed in docs/decisions 9 and 41. */
const silent = new Set(["buffers", "png-js"]);

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** `(MIT OR GPL-3.0-or-later)` leaves a free choice; `MIT AND GPL-3.0` does not. */
export function isFree(expression: string): boolean {
  return expression.split(/\s+OR\s+/).some((choice) => !binding.test(choice.replace(/LGPL/g, "")));
}

function check(tree: Tree): Finding[] {
  const lock = tree.json(lockPath) as { packages?: Record<string, Locked> } | undefined;
  const lines = lock === undefined ? [] : tree.text(lockPath).split("\n");
  const findings: Finding[] = [];
  for (const [place, { license, dev, link }] of Object.entries(lock?.packages ?? {})) {
    if (!place.includes("node_modules/") || dev === true || link === true) continue;
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const line = Math.max(1, lines.indexOf(`    "${place}": {`) + 1);
    if (license === undefined && !silent.has(name))
      findings.push({
        path: lockPath,
        line,
        advice: `${name} states no license; weigh it in docs/decisions.`,
      });
    if (license !== undefined && !isFree(license)) {
      const advice = `${name} is ${license}, which binds who ships it; take another package.`;
      findings.push({ path: lockPath, line, advice });
    }
  }
  return findings;
}

export const licenses: Rule = {
  name: "licenses",
  says: "No package that runs in production carries a license that would bind Echelon's users.",
  check,
};
