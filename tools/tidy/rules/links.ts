import { posix } from "node:path";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const link = /\]\(([^)\s]+)\)/g;
const outside = /^([a-z]+:|#)/;

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.paths.filter((one) => one.endsWith(".md")))
    tree
      .text(path)
      .split("\n")
      .forEach((text, index) => {
        for (const [, target = ""] of text.replace(/`[^`]*`/g, "").matchAll(link)) {
          if (outside.test(target)) continue;
          const file = posix.join(posix.dirname(path), target.replace(/#.*$/, ""));
          const place = file.replace(/\/$/, "");
          if (tree.has(place) || tree.hasFolder(place)) continue;
          findings.push({ path, line: index + 1, advice: `${target} leads nowhere; mend it.` });
        }
      });
  return findings;
}

export const links: Rule = {
  name: "links",
  says: "Every link inside the project leads to a file that is there.",
  check,
};
