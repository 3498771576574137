import type { Node } from "oxc-parser";
import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import type { Tree } from "../tree.ts";

const fileLinesMax = 400;
const functionLinesMax = 70;
const lineCharsMax = 100;

const measured = /\.(ts|tsx|mts|mjs|js|css|sql|html|c|h|sh)$/;
const isProgram = /\.(ts|tsx|mts|mjs|js)$/;
/** An import from one module of one name has no place to break. */
const unbreakableImport = /^(import|export)\b[^,]*\bfrom "[^"]+";$/;
/** A sentence of the interface is one string, as its translator gets it. */
const sentence = /^\s*("[\w./-]+"|\w+)?:? ?("[^"]*"|`[^`]*`),?$/;

function isUnbreakable(path: string, text: string): boolean {
  return unbreakableImport.test(text) || (path.startsWith("web/text/") && sentence.test(text));
}

function longFunctions(source: SourceFile): Finding[] {
  const functions = [
    ...source.nodes("FunctionDeclaration"),
    ...source.nodes("FunctionExpression"),
    ...source.nodes("ArrowFunctionExpression"),
  ];
  const findings: Finding[] = [];
  for (const node of functions) {
    if (isSuite(source, node)) continue;
    const { start, end } = node;
    const first = source.lineAt(start);
    const lines = source.lineAt(end - 1) - first + 1;
    if (lines > functionLinesMax)
      findings.push({
        path: source.path,
        line: first,
        advice: `This function has ${lines} lines (${functionLinesMax} at most); name its parts.`,
      });
  }
  return findings;
}

/** The body of a suite is a list of tests, each a function of its own. */
function isSuite(source: SourceFile, node: Node): boolean {
  const call = source.parent(node);
  if (call?.type !== "CallExpression" || call.callee.type !== "Identifier") return false;
  return call.callee.name === "suite" || call.callee.name === "describe";
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.paths.filter((one) => measured.test(one))) {
    const lines = tree.text(path).split("\n");
    const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
    if (count > fileLinesMax)
      findings.push({
        path,
        line: fileLinesMax + 1,
        advice: `This file has ${count} lines (${fileLinesMax} at most); split it by idea.`,
      });
    lines.forEach((text, index) => {
      if (text.length > lineCharsMax && !isUnbreakable(path, text))
        findings.push({
          path,
          line: index + 1,
          advice: `This line has ${text.length} characters (${lineCharsMax} at most); break it.`,
        });
    });
    if (isProgram.test(path) && count > functionLinesMax)
      findings.push(...longFunctions(tree.source(path)));
  }
  return findings;
}

export const lengths: Rule = {
  name: "lengths",
  says: "Files have at most 400 lines, functions 70, lines 100 characters.",
  check,
};
