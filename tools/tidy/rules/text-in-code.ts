import type { Node } from "oxc-parser";
import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { stringOf } from "../syntax.ts";
import { isTestCode, type Tree } from "../tree.ts";

const cjk = /\p{Script=Han}/u;
const letters = /\p{Letter}/u;
const sentence = /\p{Letter}.*\s+.*\p{Letter}/u;

/** Attributes that a person reads or hears. */
const spoken = new Set(["title", "label", "placeholder", "aria-label", "alt", "description"]);

function wordsInMarkup(source: SourceFile): Node[] {
  const found: Node[] = source.nodes("JSXText").filter(({ value }) => letters.test(value));
  for (const container of source.nodes("JSXExpressionContainer")) {
    const parent = source.parent(container);
    const text = stringOf(container.expression);
    if (parent?.type === "JSXElement" && text !== undefined && letters.test(text))
      found.push(container);
  }
  return found;
}

function sentencesInAttributes(source: SourceFile): Node[] {
  return source.nodes("JSXAttribute").filter(({ name, value }) => {
    if (name.type !== "JSXIdentifier" || !spoken.has(name.name) || value === null) return false;
    const inner = value.type === "JSXExpressionContainer" ? value.expression : value;
    const text = stringOf(inner);
    return text !== undefined && (sentence.test(text) || cjk.test(text));
  });
}

function chineseInStrings(source: SourceFile): Node[] {
  const strings = source.nodes("Literal").filter(({ value }) => typeof value === "string");
  const pieces = source.nodes("TemplateElement");
  return [...strings, ...pieces].filter(({ start, end }) =>
    cjk.test(source.text.slice(start, end)),
  );
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const source of tree.sources("web")) {
    if (!source.path.endsWith(".tsx") || isTestCode(source.path)) continue;
    const nodes = [
      ...wordsInMarkup(source),
      ...sentencesInAttributes(source),
      ...chineseInStrings(source),
    ];
    const lines = new Set(nodes.map(({ start, end }) => firstWordLine(source, start, end)));
    for (const line of lines)
      findings.push({
        path: source.path,
        line,
        advice: "Words that a person reads live in web/text/{zh,en}; use their key here.",
      });
  }
  return findings;
}

/** JSX text starts with the line break after its tag; the fault is where its first letter is. */
function firstWordLine(source: SourceFile, start: number, end: number): number {
  const offset = source.text.slice(start, end).search(letters);
  return source.lineAt(start + Math.max(offset, 0));
}

export const textInCode: Rule = {
  name: "text-in-code",
  says: "No word that a person reads stands in a .tsx file.",
  check,
};
