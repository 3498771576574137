import { filesRecorded, filesSeen, seenPath } from "../ratchets.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

function check(tree: Tree): Finding[] {
  const recorded = filesRecorded(tree);
  const at = (advice: string): Finding => ({ path: seenPath, line: 1, advice });
  if (recorded === undefined) return [at("Record what tidy sees: run tidy with --accept.")];
  const seen = filesSeen(tree);
  return Object.entries(recorded)
    .filter(([folder, count]) => (seen[folder] ?? 0) < count)
    .map(([folder, count]) =>
      at(
        `tidy saw ${seen[folder] ?? 0} files in ${folder}, once ${count}: if they were removed ` +
          "on purpose, lower the number here by hand and say why in the commit.",
      ),
    );
}

export const seen: Rule = {
  name: "seen",
  says: "tidy sees at least as many files as last time: a check that looks at nothing passes.",
  check,
};
