import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const mark = /<!--\s*measured\b(:?)\s*(.*?)\s*-->/g;

/** Why a command of a mark cannot be run again, or undefined when it can. */
function faultOf(tree: Tree, colon: string, command: string): string | undefined {
  if (colon === "" || command === "")
    return "Name the command that makes the figure: <!-- measured: npm run bench -->.";
  const [program, ...words] = command.split(/\s+/);
  if (program === "npm") {
    const name = words.find((word) => word !== "run" && !word.startsWith("-"));
    const scripts = (tree.json("package.json") as { scripts?: Record<string, string> })?.scripts;
    return scripts?.[name ?? ""] === undefined ? `There is no npm script "${name}".` : undefined;
  }
  if (program === "node") {
    const path = words.find((word) => !word.startsWith("-")) ?? "";
    return tree.has(path) ? undefined : `There is no program ${path}.`;
  }
  return `Measure with npm or node, not ${program}, so that every clone can.`;
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.paths.filter((one) => one.endsWith(".md")))
    tree
      .text(path)
      .split("\n")
      .forEach((text, index) => {
        for (const [, colon, command] of text.matchAll(mark)) {
          const advice = faultOf(tree, colon ?? "", command ?? "");
          if (advice !== undefined) findings.push({ path, line: index + 1, advice });
        }
      });
  return findings;
}

export const measuredDocs: Rule = {
  name: "measured-docs",
  says: "A measured figure in a document names the command that measures it again.",
  check,
};
