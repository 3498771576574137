import { zoneOf } from "../house.ts";
import type { Finding, Rule } from "../rule.ts";
import { isTestCode, type Tree } from "../tree.ts";

/** What begins a query in Kysely. */
const builders = new Set(["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto"]);

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const source of tree.sources("server/modules")) {
    const zone = zoneOf(source.path);
    if (zone.row !== "module" || zone.part === "store" || isTestCode(source.path)) continue;
    const calls = source
      .nodes("MemberExpression")
      .filter(({ property }) => property.type === "Identifier" && builders.has(property.name));
    const tags = source
      .nodes("TaggedTemplateExpression")
      .filter(({ tag }) => tag.type === "Identifier" && tag.name === "sql");
    for (const { start } of [...calls, ...tags])
      findings.push({
        path: source.path,
        line: source.lineAt(start),
        advice: `Ask the store: SQL of ${zone.module} lives in its store/ only.`,
      });
  }
  return findings;
}

export const sqlInStore: Rule = {
  name: "sql-in-store",
  says: "Only a module's store knows its SQL.",
  check,
};
