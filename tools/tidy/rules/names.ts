import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { isTestCode, type Tree } from "../tree.ts";
import { wordsOf } from "../words.ts";

const namedFiles = /\.(ts|tsx|mts|mjs|js|css)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const byIdea = "the idea inside (money.ts, draw-poisson.ts)";

/** Words that no file or folder is named with, and what to write instead. */
const bannedInPaths = new Map([
  ["util", byIdea],
  ["utils", byIdea],
  ["utility", byIdea],
  ["helper", byIdea],
  ["helpers", byIdea],
  ["common", "the folder of who owns it"],
  ["misc", byIdea],
  ["manager", "the verb it does (close-day.ts)"],
  ["managers", "the verbs they do"],
]);

/** Words of identifiers, and what the house says instead. */
const bannedInCode = new Map([
  ["util", byIdea],
  ["utils", byIdea],
  ["helper", byIdea],
  ["helpers", byIdea],
  ["misc", byIdea],
  ["manager", "the verb it does"],
  ["instructor", "mentor"],
  ["qty", "units"],
  ["amt", "amount"],
  ["acct", "account"],
  ["cfg", "config"],
  ["mgr", "the verb it does"],
  ["btn", "button"],
  ["idx", "index"],
  ["cnt", "count"],
  ["tmp", "what it holds"],
  ["usr", "person"],
  ["colour", "color"],
  ["colours", "colors"],
  ["centre", "center"],
  ["behaviour", "behavior"],
  ["catalogue", "catalog"],
  ["catalogues", "catalogs"],
  ["licence", "license"],
  ["licences", "licenses"],
  ["favour", "favor"],
  ["grey", "gray"],
  ["normalise", "normalize"],
  ["serialise", "serialize"],
  ["initialise", "initialize"],
  ["optimise", "optimize"],
  ["recognise", "recognize"],
  ["authorise", "authorize"],
  ["fulfil", "fulfill"],
  ["fulfilment", "fulfillment"],
]);

function pathFaults(path: string): string[] {
  const faults: string[] = [];
  for (const part of path.split("/")) {
    for (const word of wordsOf(part)) {
      const better = bannedInPaths.get(word) ?? britishOnly(word);
      if (better !== undefined) faults.push(`${part}: instead of "${word}" write ${better}.`);
    }
  }
  const file = path.split("/").at(-1) ?? path;
  if (!kebab.test(file)) faults.push(`${file}: files are named in kebab-case.`);
  const useCase = /\/use-cases\/(?:.*\/)?([^/]+)\.ts$/.exec(path)?.[1];
  if (useCase !== undefined && !useCase.includes("-") && !isTestCode(path))
    faults.push(`${file}: a use case is a verb and a noun (close-day.ts).`);
  return faults;
}

/** In paths only the spelling counts: folder names may abbreviate as the field does. */
function britishOnly(word: string): string | undefined {
  return word.length > 3 ? bannedInCode.get(word) : undefined;
}

/** Names that this file itself gives; those of packages are taken as they are. */
function namesGiven(source: SourceFile): { name: string; start: number }[] {
  const given: { name: string; start: number }[] = [];
  const keep = (node: { type: string; name?: unknown; start: number } | null) => {
    if (node?.type === "Identifier" && typeof node.name === "string")
      given.push({ name: node.name, start: node.start });
  };
  for (const { id } of source.nodes("VariableDeclarator")) keep(id);
  for (const { id, params } of source.nodes("FunctionDeclaration")) {
    keep(id);
    params.forEach(keep);
  }
  for (const { params } of source.nodes("ArrowFunctionExpression")) params.forEach(keep);
  for (const { params } of source.nodes("FunctionExpression")) params.forEach(keep);
  for (const { id } of source.nodes("TSInterfaceDeclaration")) keep(id);
  for (const { id } of source.nodes("TSTypeAliasDeclaration")) keep(id);
  for (const { id } of source.nodes("ClassDeclaration")) keep(id);
  for (const { key, computed } of source.nodes("TSPropertySignature")) if (!computed) keep(key);
  return given;
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.paths.filter((one) => namedFiles.test(one))) {
    for (const advice of pathFaults(path)) findings.push({ path, line: 1, advice });
    if (path.endsWith(".css")) continue;
    const source = tree.source(path);
    for (const { name, start } of namesGiven(source))
      for (const word of wordsOf(name)) {
        const better = bannedInCode.get(word);
        if (better === undefined) continue;
        const advice = `${name}: instead of "${word}" write ${better}.`;
        findings.push({ path, line: source.lineAt(start), advice });
      }
  }
  return findings;
}

export const names: Rule = {
  name: "names",
  says: "Names say the idea: kebab-case files, the words of GLOSSARY.md, American spelling.",
  check,
};
