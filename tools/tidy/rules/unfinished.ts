import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import type { Tree } from "../tree.ts";

const marker = /\b(TODO|FIXME|XXX|HACK)\b(?!\s*\(?#\d+)/;
const textFiles = /\.(sql|css|md|html|sh|c|h)$/;
const runners = new Set(["test", "suite", "describe", "it"]);

function markersIn(source: SourceFile): number[] {
  return source.comments.filter(({ value }) => marker.test(value)).map(({ start }) => start);
}

/** Tests that are switched off, or that switch all others off. */
function switchesIn(source: SourceFile): number[] {
  return source
    .nodes("MemberExpression")
    .filter(
      ({ object, property }) =>
        object.type === "Identifier" &&
        runners.has(object.name) &&
        property.type === "Identifier" &&
        ["only", "skip", "todo"].includes(property.name),
    )
    .map(({ start }) => start);
}

/** `throw new Error("not implemented")` and its like. */
function stubsIn(source: SourceFile): number[] {
  return source
    .nodes("ThrowStatement")
    .filter(({ start, end }) =>
      /not (yet )?implemented|unimplemented/i.test(source.text.slice(start, end)),
    )
    .map(({ start }) => start);
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const source of tree.sources()) {
    const { path } = source;
    const add = (starts: number[], advice: string) => {
      for (const start of starts) findings.push({ path, line: source.lineAt(start), advice });
    };
    add(markersIn(source), "Do it now, or name its issue (#12) beside the mark.");
    add(switchesIn(source), "A test runs or is deleted; a missing tool is { skip: reason }.");
    add(stubsIn(source), "Finish it or leave it out; a stub promises what is not there.");
  }
  for (const path of tree.paths.filter((one) => textFiles.test(one)))
    tree
      .text(path)
      .split("\n")
      .forEach((text, index) => {
        if (marker.test(text))
          findings.push({ path, line: index + 1, advice: "Do it now, or name its issue (#12)." });
      });
  return findings;
}

export const unfinished: Rule = {
  name: "unfinished",
  says: "Nothing is left half done: no mark without its issue, no stub, no test switched off.",
  check,
};
