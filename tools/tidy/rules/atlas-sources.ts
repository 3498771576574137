import { atlasShelves } from "../house.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

/** A source is worth something when it can be looked up and says when it was read. */
const dated = /\b(19|20)\d\d(-\d\d(-\d\d)?)?\b/;

function check(tree: Tree): Finding[] {
  const entries = atlasShelves.flatMap((shelf) =>
    tree.foldersIn(`atlas/${shelf}`).map((name) => `atlas/${shelf}/${name}`),
  );
  for (const name of tree.foldersIn("atlas"))
    if (!atlasShelves.includes(name)) entries.push(`atlas/${name}`);
  const findings: Finding[] = [];
  for (const entry of entries) {
    const path = `${entry}/sources.md`;
    if (!tree.has(path))
      findings.push({ path, line: 1, advice: "Say where each figure of this folder comes from." });
    else if (!dated.test(tree.text(path)))
      findings.push({ path, line: 1, advice: "Give each source the date it holds for." });
  }
  return findings;
}

export const atlasSources: Rule = {
  name: "atlas-sources",
  says: "Every entry of the atlas says, with dates, where its figures come from.",
  check,
};
