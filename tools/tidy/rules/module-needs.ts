import type { ObjectExpression, ObjectProperty } from "oxc-parser";
import { filesImported, zoneOf } from "../house.ts";
import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { keyOf, propertyOf, stringOf } from "../syntax.ts";
import { isTestCode, type Tree } from "../tree.ts";

const listPath = "server/modules.ts";

/** What a module says of itself, in the list or at its door: `{ name: "practice", needs: […] }`. */
interface Declared {
  readonly name: string;
  readonly needs: readonly string[];
  readonly path: string;
  readonly line: number;
}

/** The list comes first: what it says of a module holds before what stands at the door. */
function declaredBy(tree: Tree, folders: readonly string[]): Declared[] {
  const doors = folders.map((folder) => `server/modules/${folder}/index.ts`);
  const declared = [listPath, ...doors]
    .filter((path) => tree.has(path))
    .flatMap((path) => declaredIn(tree.source(path)));
  return declared.filter(
    ({ name }, index) => declared.findIndex((one) => one.name === name) === index,
  );
}

function declaredIn(source: SourceFile): Declared[] {
  const found: Declared[] = [];
  for (const object of source.nodes("ObjectExpression")) {
    const needs = propertyOf(object, "needs");
    const name = nameOf(source, object);
    if (needs?.value.type !== "ArrayExpression" || name === undefined) continue;
    const names = needs.value.elements.flatMap((element) =>
      element === null ? [] : (stringOf(element) ?? []),
    );
    const { path } = source;
    found.push({ name, needs: names, path, line: source.lineAt(object.start) });
  }
  return found;
}

/** The folders of modules that the list names itself or imports. */
function listedIn(source: SourceFile): Set<string> {
  const listed = new Set(declaredIn(source).map(({ name }) => name));
  for (const { path } of filesImported(source)) {
    const zone = zoneOf(path);
    if (zone.row === "module") listed.add(zone.module);
  }
  return listed;
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
  const declared = declaredBy(tree, folders);
  const listed = listedIn(tree.source(listPath));
  const findings: Finding[] = folders
    .filter((folder) => !listed.has(folder))
    .map((folder) => ({ path: listPath, line: 1, advice: `List the module ${folder} here.` }));
  for (const folder of folders)
    if (!declared.some(({ name }) => name === folder))
      findings.push({ path: listPath, line: 1, advice: `Say what the module ${folder} needs.` });
  const needsOf = new Map(declared.map(({ name, needs }) => [name, needs]));
  for (const one of declared) {
    if (!folders.includes(one.name))
      findings.push({ ...one, advice: `There is no folder of a module ${one.name}.` });
    findings.push(...needsHeld(one, importedBy(tree, one.name)));
    const loop = loopFrom(one.name, needsOf);
    if (loop !== undefined)
      findings.push({ ...one, advice: `${loop.join(" → ")}: needs must not run in a circle.` });
  }
  return findings.map(({ path, line, advice }) => ({ path, line, advice }));
}

/** Needs without an import, and imports without a need. */
function needsHeld(
  { name, needs, path, line }: Declared,
  imported: ReadonlyMap<string, { path: string; line: number }>,
): Finding[] {
  const findings: Finding[] = [];
  for (const [other, place] of imported)
    if (!needs.includes(other))
      findings.push({
        ...place,
        advice: `${name} imports ${other}; name it in its needs, or do without.`,
      });
  for (const need of needs)
    if (!imported.has(need))
      findings.push({
        path,
        line,
        advice: `${name} needs ${need} but imports nothing of it; drop the need.`,
      });
  return findings;
}

export const moduleNeeds: Rule = {
  name: "module-needs",
  says: "What server/modules.ts says a module needs is what its files import, without a circle.",
  check,
};
