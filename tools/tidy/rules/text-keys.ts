import type { ObjectExpression } from "oxc-parser";
import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { bare, keyOf, objectsExported } from "../syntax.ts";
import { isTestCode, type Tree } from "../tree.ts";

export const languages = ["zh", "en"] as const;

/** A plural form belongs to its word: English has two of them where Chinese has one. */
const plural = /_(zero|one|two|few|many|other)$/;

/** Every key of a text file, nested ones with dots, and the line it stands on. */
export function textKeys(source: SourceFile): { keys: Map<string, number>; faults: Finding[] } {
  const keys = new Map<string, number>();
  const faults: Finding[] = [];
  const enter = (object: ObjectExpression, prefix: string) => {
    for (const property of object.properties) {
      const line = source.lineAt(property.start);
      const key = property.type === "Property" ? keyOf(property) : undefined;
      if (property.type !== "Property" || key === undefined) {
        const advice = "Texts are written out: no spread, no computed key.";
        faults.push({ path: source.path, line, advice });
        continue;
      }
      const value = bare(property.value);
      if (value.type === "ObjectExpression") enter(value, `${prefix}${key}.`);
      else keys.set(`${prefix}${key}`.replace(plural, ""), line);
    }
  };
  for (const object of objectsExported(source)) enter(object, "");
  return { keys, faults };
}

function textPaths(tree: Tree, language: string): string[] {
  return tree.paths.filter(
    (path) => path.startsWith(`web/text/${language}/`) && path.endsWith(".ts") && !isTestCode(path),
  );
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const language of languages) {
    const other = language === "zh" ? "en" : "zh";
    for (const path of textPaths(tree, language)) {
      const twin = path.replace(`web/text/${language}/`, `web/text/${other}/`);
      if (!tree.has(twin)) {
        findings.push({ path, line: 1, advice: `Write its twin ${twin}.` });
        continue;
      }
      const { keys, faults } = textKeys(tree.source(path));
      findings.push(...faults);
      if (keys.size === 0)
        findings.push({ path, line: 1, advice: "Export one object literal of texts." });
      const known = textKeys(tree.source(twin)).keys;
      for (const [key, line] of keys)
        if (!known.has(key))
          findings.push({ path, line, advice: `"${key}" is missing in ${twin}; translate it.` });
    }
  }
  return findings;
}

export const textKeysEqual: Rule = {
  name: "text-keys",
  says: "Every text exists in Chinese and in English under the same key.",
  check,
};
