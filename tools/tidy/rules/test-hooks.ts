import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import type { Tree } from "../tree.ts";

const hooks = new Set(["before", "after", "beforeEach", "afterEach"]);

/** Calls of a hook that stand in no function: they belong to the whole process. */
function hooksAtTop(source: SourceFile): { name: string; start: number }[] {
  const found: { name: string; start: number }[] = [];
  for (const { callee, start } of source.nodes("CallExpression"))
    if (callee.type === "Identifier" && hooks.has(callee.name) && !isInFunction(source, callee))
      found.push({ name: callee.name, start });
  return found;
}

function isInFunction(source: SourceFile, node: Parameters<SourceFile["parent"]>[0]): boolean {
  for (let at = source.parent(node); at !== undefined; at = source.parent(at))
    if (/Function/.test(at.type)) return true;
  return false;
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const source of tree.sources()) {
    if (!/\.(test|journey)\.ts$/.test(source.path)) continue;
    for (const { name, start } of hooksAtTop(source))
      findings.push({
        path: source.path,
        line: source.lineAt(start),
        advice: `All files share one process, so this ${name} is everybody's; put it in a suite.`,
      });
  }
  return findings;
}

export const testHooks: Rule = {
  name: "test-hooks",
  says: "A test file's hooks stand inside a suite, because all files run in one process.",
  check,
};
