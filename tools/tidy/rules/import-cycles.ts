import { filesImported } from "../house.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

/** Tarjan's strongly connected components, without recursion over the whole graph's depth. */
function componentsOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const indexOf = new Map<string, number>();
  const lowest = new Map<string, number>();
  const waiting: string[] = [];
  const isWaiting = new Set<string>();
  const components: string[][] = [];

  const enter = (node: string): void => {
    indexOf.set(node, indexOf.size);
    lowest.set(node, indexOf.get(node) ?? 0);
    waiting.push(node);
    isWaiting.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!indexOf.has(next)) {
        enter(next);
        lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0));
      } else if (isWaiting.has(next))
        lowest.set(node, Math.min(lowest.get(node) ?? 0, indexOf.get(next) ?? 0));
    }
    if (lowest.get(node) !== indexOf.get(node)) return;
    const component = waiting.splice(waiting.indexOf(node));
    for (const member of component) isWaiting.delete(member);
    components.push(component);
  };
  for (const node of graph.keys()) if (!indexOf.has(node)) enter(node);
  return components;
}

/** The shortest way from a file back to itself, as the list of files on it. */
function shortestLoop(graph: ReadonlyMap<string, readonly string[]>, start: string): string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue)
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [node];
        while (way[0] !== start) way.unshift(cameFrom.get(way[0] ?? start) ?? start);
        return way;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  return [start];
}

function check(tree: Tree): Finding[] {
  const graph = new Map<string, string[]>();
  for (const source of tree.sources())
    graph.set(
      source.path,
      filesImported(source)
        .map(({ path }) => path)
        .filter((path) => tree.has(path) && /\.(tsx?|mjs|js)$/.test(path)),
    );
  const findings: Finding[] = [];
  for (const component of componentsOf(graph)) {
    const start = component.toSorted()[0] ?? "";
    const isLoop = component.length > 1 || (graph.get(start) ?? []).includes(start);
    if (!isLoop) continue;
    const way = shortestLoop(graph, start);
    const first = filesImported(tree.source(start)).find(({ path }) => path === (way[1] ?? start));
    const advice =
      `${[...way, start].join(" → ")} is a cycle: ` +
      "move what both ends need into a file that imports neither.";
    findings.push({ path: start, line: first?.line ?? 1, advice });
  }
  return findings;
}

export const importCycles: Rule = {
  name: "import-cycles",
  says: "No file reaches itself through its imports; imports of types count.",
  check,
};
