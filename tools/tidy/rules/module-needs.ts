import type { ObjectExpression, ObjectProperty } from "oxc-parser";
import { filesImported, zoneOf } from "../house.ts";
import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { keyOf, propertyOf, stringOf } from "../syntax.ts";
import { isTestCode, type Tree } from "../tree.ts";

const listPath = "server/modules.ts";

/** A module as `server/modules.ts` declares it: `{ name: "practice", needs: ["teaching"], … }`. */
interface Declared {
  readonly name: string;
  readonly needs: readonly string[];
  readonly line: number;
}

function declaredIn(source: SourceFile): Declared[] {
  const found: Declared[] = [];
  for (const object of source.nodes("ObjectExpression")) {
    const needs = propertyOf(object, "needs");
    if (needs?.value.type !== "ArrayExpression") continue;
    const name = nameOf(source, object);
    if (name === undefined) continue;
    const names = needs.value.elements.flatMap((element) =>
      element === null ? [] : (stringOf(element) ?? []),
    );
    found.push({ name, needs: names, line: source.lineAt(object.start) });
  }
  return found;
}

/** Its `name`, or the key under which the object stands. */
function nameOf(source: SourceFile, object: ObjectExpression): string | undefined {
  const name = propertyOf(object, "name");
  if (name !== undefined) return stringOf(name.value);
  const parent = source.parent(object);
  return parent?.type === "Property" ? keyOf(parent as ObjectProperty) : undefined;
}

/** For each module, the modules it imports and the first place where it does. */
function importedBy(tree: Tree, module: string): Map<string, { path: string; line: number }> {
  const found = new Map<string, { path: string; line: number }>();
  for (const source of tree.sources(`server/modules/${module}`)) {
    if (isTestCode(source.path)) continue;
    for (const { path, line } of filesImported(source)) {
      const zone = zoneOf(path);
      if (zone.row === "module" && zone.module !== module && !found.has(zone.module))
        found.set(zone.module, { path: source.path, line });
    }
  }
  return found;
}

/** The first way from a module back to itself through `needs`, or undefined. */
function loopFrom(start: string, needsOf: ReadonlyMap<string, readonly string[]>) {
  const seen = new Set<string>();
  const step = (name: string, way: readonly string[]): string[] | undefined => {
    for (const next of needsOf.get(name) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const loop = step(next, [...way, next]);
      if (loop !== undefined) return loop;
    }
    return undefined;
  };
  return step(start, [start]);
}

function check(tree: Tree): Finding[] {
  const folders = tree.foldersIn("server/modules");
  if (folders.length === 0) return [];
  if (!tree.has(listPath))
    return [{ path: listPath, line: 1, advice: "List every module and its needs in this file." }];
  const declared = declaredIn(tree.source(listPath));
  const at = (line: number, advice: string): Finding => ({ path: listPath, line, advice });
  const findings: Finding[] = [];
  const names = declared.map(({ name }) => name);
  for (const folder of folders)
    if (!names.includes(folder))
      findings.push(at(1, `The module ${folder} is missing here; list it with its needs.`));
  const needsOf = new Map(declared.map(({ name, needs }) => [name, needs]));
  for (const { name, needs, line } of declared) {
    if (!folders.includes(name)) findings.push(at(line, `There is no folder of module ${name}.`));
    const imported = importedBy(tree, name);
    for (const [other, place] of imported)
      if (!needs.includes(other))
        findings.push({
          ...place,
          advice: `${name} imports ${other}; name it in its needs, or do without.`,
        });
    for (const need of needs)
      if (!imported.has(need))
        findings.push(at(line, `${name} needs ${need} but imports nothing of it; drop the need.`));
    const loop = loopFrom(name, needsOf);
    if (loop !== undefined)
      findings.push(at(line, `${loop.join(" → ")}: needs must not run in a circle.`));
  }
  return findings;
}

export const moduleNeeds: Rule = {
  name: "module-needs",
  says: "What server/modules.ts says a module needs is what its files import, without a circle.",
  check,
};
