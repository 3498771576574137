import type { Node } from "oxc-parser";
import { lineOf, packagesOf } from "../packages.ts";
import type { Finding, Rule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { isTestCode, type Tree } from "../tree.ts";

/** The functions and constants of Math whose results the language defines to the last bit. */
const exactMath = new Set([
  "floor",
  "ceil",
  "trunc",
  "abs",
  "min",
  "max",
  "sqrt",
  "sign",
  "imul",
  "clz32",
  "fround",
]);

const mathInstead = new Map([
  ["random", "draw from the keyed streams of kernel/random"],
  ["round", "rounding is named where it happens: Math.floor(x + 0.5)"],
]);

/** Names a pure function cannot use, each with the way out. */
const bannedGlobals = new Map([
  ["Date", "days are integers that are handed in (kernel/calendar)"],
  ["process", "hand the value in"],
  ["fetch", "the kernel reads nothing; hand the data in"],
  ["console", "return what is worth saying"],
  ["performance", "the kernel knows no clock"],
  ["crypto", "draw from the keyed streams of kernel/random"],
  ["setTimeout", "the kernel knows no clock"],
  ["setInterval", "the kernel knows no clock"],
  ["queueMicrotask", "the kernel runs in one go"],
  ["Promise", "the kernel runs in one go"],
  ["Intl", "what depends on a locale belongs to the reader's side"],
  ["globalThis", "hand the value in"],
  ["WeakRef", "results must not depend on garbage collection"],
]);

const bannedMembers = new Map([
  ["localeCompare", "compare code units; a locale is not part of the season"],
  ["toLocaleString", "what depends on a locale belongs to the reader's side"],
]);

function faultsIn(source: SourceFile): { node: Node; advice: string }[] {
  return [
    ...namesIn(source),
    ...mathIn(source),
    ...asyncIn(source),
    ...source
      .nodes("ForInStatement")
      .map((node) => ({ node, advice: "for…in runs in hash order; go over a sorted list" })),
    ...source
      .nodes("BinaryExpression")
      .filter((node) => node.operator === "**" && !isExactPower(node.left, node.right))
      .map((node) => ({
        node,
        advice: "** is approximate by definition; multiply, or shift (1 << n)",
      })),
    ...source
      .nodes("NewExpression")
      .filter(({ callee }) => callee.type === "Identifier" && callee.name === "SharedArrayBuffer")
      .map((node) => ({ node, advice: "the caller hands in an allocator of shared memory" })),
  ];
}

function namesIn(source: SourceFile): { node: Node; advice: string }[] {
  const faults: { node: Node; advice: string }[] = [];
  for (const node of source.nodes("Identifier")) {
    const parent = source.parent(node);
    if (parent?.type === "MemberExpression" && parent.property === node && !parent.computed) {
      const advice = bannedMembers.get(node.name);
      if (advice !== undefined) faults.push({ node, advice: `${node.name}: ${advice}` });
      continue;
    }
    const isKey = parent?.type === "Property" && parent.key === node && !parent.computed;
    const isField = parent?.type === "TSPropertySignature" || parent?.type === "MethodDefinition";
    const advice = bannedGlobals.get(node.name);
    if (advice === undefined || isKey || isField) continue;
    faults.push({ node, advice: `${node.name}: ${advice}` });
  }
  return faults;
}

function mathIn(source: SourceFile): { node: Node; advice: string }[] {
  const faults: { node: Node; advice: string }[] = [];
  for (const node of source.nodes("MemberExpression")) {
    const { object, property } = node;
    if (object.type !== "Identifier" || object.name !== "Math") continue;
    if (property.type === "Identifier" && !node.computed && exactMath.has(property.name)) continue;
    const name = property.type === "Identifier" ? property.name : "…";
    const advice = mathInstead.get(name) ?? "differs between machines; use kernel/number";
    faults.push({ node, advice: `Math.${name}: ${advice}` });
  }
  return faults;
}

function asyncIn(source: SourceFile): { node: Node; advice: string }[] {
  const functions = [
    ...source.nodes("FunctionDeclaration"),
    ...source.nodes("FunctionExpression"),
    ...source.nodes("ArrowFunctionExpression"),
  ].filter((node) => node.async);
  return [...functions, ...source.nodes("AwaitExpression")].map((node) => ({
    node,
    advice: "the kernel never waits; read before, write after, ask the kernel between",
  }));
}

/** A power of two whole literals, or of a bigint literal, is the same everywhere. */
function isExactPower(left: Node, right: Node): boolean {
  if (left.type !== "Literal") return false;
  if (typeof left.value === "bigint") return true;
  return right.type === "Literal" && Number.isInteger(left.value) && Number.isInteger(right.value);
}

/** No dependency at all: the purity promise in one line of kernel/package.json. */
function dependenciesOf(tree: Tree): Finding[] {
  return packagesOf(tree)
    .filter(({ folder }) => folder === "kernel")
    .flatMap(({ path, dependencies }) => [...dependencies.keys()].map((name) => ({ path, name })))
    .map(({ path, name }) => ({
      path,
      line: lineOf(tree, path, name),
      advice: `The kernel depends on nothing; do without ${name}.`,
    }));
}

function check(tree: Tree): Finding[] {
  const findings = dependenciesOf(tree);
  for (const source of tree.sources("kernel")) {
    if (isTestCode(source.path)) continue;
    for (const { node, advice } of faultsIn(source))
      findings.push({
        path: source.path,
        line: source.lineAt(node.start),
        advice: `${advice}.`,
      });
  }
  return findings;
}

export const kernelPurity: Rule = {
  name: "kernel-purity",
  says: "The kernel is pure: no clock, no chance, no waiting, no sum that differs by machine.",
  check,
};
