import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

/** A code block whose info string names a file after the language: ```ts kernel/money/money.ts */
const fence = /^```[a-z]+ ([\w./-]+\.\w+)$/;
const elision = /^\s*…\s*$/;

/** The runs of lines between elisions; each must stand in the file as it is. */
function runsOf(lines: readonly string[]): string[] {
  const runs: string[][] = [[]];
  for (const line of lines)
    if (elision.test(line)) runs.push([]);
    else runs.at(-1)?.push(line);
  return runs.map((run) => run.join("\n").trim()).filter((run) => run !== "");
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.paths.filter((one) => one.endsWith(".md"))) {
    const lines = tree.text(path).split("\n");
    lines.forEach((text, index) => {
      const quoted = fence.exec(text)?.[1];
      if (quoted === undefined) return;
      const line = index + 1;
      if (!tree.has(quoted)) {
        findings.push({ path, line, advice: `There is no file ${quoted} to quote.` });
        return;
      }
      const end = lines.indexOf("```", line);
      const whole = tree.text(quoted);
      if (runsOf(lines.slice(line, end)).some((run) => !whole.includes(run)))
        findings.push({ path, line, advice: `This is not what ${quoted} says; quote it again.` });
    });
  }
  return findings;
}

export const quotedCode: Rule = {
  name: "quoted-code",
  says: "Code that a document quotes with its file's name stands in that file, word for word.",
  check,
};
