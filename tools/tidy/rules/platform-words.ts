import type { Finding, Rule } from "../rule.ts";
import { isTestCode, type Tree } from "../tree.ts";
import { wordsOf } from "../words.ts";

/** Words of trade and teaching; the platform would serve a hospital as well. */
const domain = new Set(
  ["season", "student", "teacher", "mentor", "listing", "parcel", "sku", "scenario", "vacancy"]
    .flatMap((word) => [word, `${word}s`])
    .concat("shelf", "shelves", "vacancies"),
);

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const { path, lines } of tree.sources("server/platform")) {
    if (isTestCode(path)) continue;
    lines.forEach((text, index) => {
      const word = wordsOf(text).find((one) => domain.has(one));
      if (word === undefined) return;
      const advice = `"${word}" belongs to a module; the platform knows no word of the domain.`;
      findings.push({ path, line: index + 1, advice });
    });
  }
  return findings;
}

export const platformWords: Rule = {
  name: "platform-words",
  says: "No word of trade or teaching appears in server/platform.",
  check,
};
