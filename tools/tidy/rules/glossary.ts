import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const path = "GLOSSARY.md";
const row = /^\|\s*([^|]+?)\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|$/;

function check(tree: Tree): Finding[] {
  if (!tree.has(path)) return [];
  const findings: Finding[] = [];
  let previous = "";
  tree
    .text(path)
    .split("\n")
    .forEach((text, index) => {
      const [, term = "", chinese = "", meaning = ""] = row.exec(text) ?? [];
      if (term === "" || term === "Term" || term.startsWith("---")) return;
      const add = (advice: string) => findings.push({ path, line: index + 1, advice });
      const key = term.toLowerCase();
      if (key === previous) add(`${term} stands here twice; one word for one thing.`);
      if (key < previous) add(`${term} comes before ${previous}; keep the terms sorted.`);
      if (!/\p{Script=Han}/u.test(chinese)) add(`${term} needs its Chinese word.`);
      if (meaning === "") add(`${term} needs its meaning.`);
      previous = key;
    });
  return findings;
}

export const glossary: Rule = {
  name: "glossary",
  says: "The glossary is sorted, and every term has its Chinese word and its meaning.",
  check,
};
