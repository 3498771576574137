import { suppressionsRecorded } from "../ratchets.ts";
import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import type { Tree } from "../tree.ts";

const recordPath = "tools/tidy/suppressions.json";
const never = /^\s*@ts-(ignore|nocheck)\b/;
const lint = /^\s*(?:oxlint|eslint)-disable(?:-next-line|-line)?\b/;
const type = /^\s*@ts-expect-error\b/;
const format = /^\s*(?:oxfmt|prettier)-ignore\b/;
const reasonCharsMin = 12;

/** One place where a check is told to look away. */
interface Suppression {
  readonly start: number;
  readonly isAllowed: boolean;
  /** The words after ` -- `, or after the directive of TypeScript. */
  readonly reason: string;
}

function suppressionsIn(source: SourceFile): Suppression[] {
  const found: Suppression[] = [];
  for (const { value, start } of source.comments) {
    if (never.test(value)) found.push({ start, isAllowed: false, reason: "" });
    else if (type.test(value))
      found.push({ start, isAllowed: true, reason: value.replace(type, "").replace(/^\W+/, "") });
    else if (lint.test(value) || format.test(value))
      found.push({ start, isAllowed: true, reason: value.split(" -- ")[1] ?? "" });
  }
  return found;
}

export function countSuppressions(tree: Tree): number {
  return tree.sources().reduce((sum, source) => sum + suppressionsIn(source).length, 0);
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const source of tree.sources())
    for (const { start, isAllowed, reason } of suppressionsIn(source)) {
      const place = { path: source.path, line: source.lineAt(start) };
      if (!isAllowed)
        findings.push({ ...place, advice: "Write @ts-expect-error with its reason, or mend it." });
      else if (reason.trim().length < reasonCharsMin)
        findings.push({ ...place, advice: "Say after the directive why the check is wrong here." });
    }
  const count = countSuppressions(tree);
  const recorded = suppressionsRecorded(tree);
  if (count > recorded) {
    const advice = `There are ${count} suppressions, ${recorded} are allowed: mend one instead.`;
    findings.push({ path: recordPath, line: 1, advice });
  }
  if (count < recorded) {
    const advice = `Only ${count} suppressions are left of ${recorded}: run tidy with --accept.`;
    findings.push({ path: recordPath, line: 1, advice });
  }
  return findings;
}

export const suppressions: Rule = {
  name: "suppressions",
  says: "A suppressed check says why, and the number of suppressions only falls.",
  check,
};
