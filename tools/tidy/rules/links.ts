import { posix } from "node:path";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const link = /\]\(([^)\s]+)\)/g;
const outside = /^([a-z]+:|#)/;

const ofCourse = /^(courses\/[^/]+)\/(?:lessons|guide)\//;

/** Where a link leads; a lesson names its picture, which is drawn once for each language. */
function placeOf(path: string, target: string): string {
  const [, course] = ofCourse.exec(path) ?? [];
  if (course !== undefined)
    return `${course}/pictures/${target}.${posix.basename(path, ".md")}.svg`;
  const file = posix.join(posix.dirname(path), target.replace(/#.*$/, ""));
  return file.replace(/\/$/, "");
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.paths.filter((one) => one.endsWith(".md")))
    tree
      .text(path)
      .split("\n")
      .forEach((text, index) => {
        for (const [, target = ""] of text.replace(/`[^`]*`/g, "").matchAll(link)) {
          if (outside.test(target)) continue;
          const place = placeOf(path, target);
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
