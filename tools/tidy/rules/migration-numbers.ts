import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const migration = /^(.*\/migrations\/)(\d{4})_[^/]+\.sql$/;

/** Two that were written at once under one number leave no database that can be made. */
function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  const next = new Map<string, number>();
  for (const path of tree.paths) {
    const [, folder, digits] = migration.exec(path) ?? [];
    if (folder === undefined) continue;
    const due = next.get(folder) ?? 1;
    const number = Number(digits);
    next.set(folder, number + 1);
    if (number === due) continue;
    const free = String(due).padStart(4, "0");
    findings.push({
      path,
      line: 1,
      advice: `Give it the number ${free}: the next one of its folder.`,
    });
  }
  return findings;
}

export const migrationNumbers: Rule = {
  name: "migration-numbers",
  says: "Migrations of a module are numbered from one on, each number once.",
  check,
};
