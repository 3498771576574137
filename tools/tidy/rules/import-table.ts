import {
  kernelRooms,
  type ModulePart,
  type Target,
  targetOf,
  type Zone,
  zoneOf,
} from "../house.ts";
import type { Finding, Rule } from "../rule.ts";
import { isTestCode, type Tree } from "../tree.ts";

/** One import as the table sees it. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
  readonly isTest: boolean;
}

/** For each row of the table, why an import of a file is not allowed; undefined when it is. */
const rows: {
  [Row in Zone["row"]]: (from: Zone & { row: Row }, edge: Edge) => string | undefined;
} = {
  kernel: (from, edge) => {
    const to = zoneOf(edge.to);
    if (to.row !== "kernel") return "the kernel imports the kernel only; hand the value in";
    return roomOrder(from.room, to.room);
  },
  contract: (_from, edge) => {
    const to = zoneOf(edge.to);
    if (to.row === "contract") return undefined;
    if (to.row === "kernel") return typesOnly(edge, "contract takes types from the kernel");
    return "contract imports itself and types of the kernel only";
  },
  world: (from, edge) => {
    const to = zoneOf(edge.to);
    if (to.row === "kernel") return typesOnly(edge, `${from.workspace} takes types only`);
    // A course sends its students into the world: its tasks are played in scenarios of the atlas.
    if (from.workspace === "courses" && /^atlas\/[^/]+$/.test(edge.to)) return undefined;
    if (to.row !== "world" || to.workspace !== from.workspace)
      return `${from.workspace} is data: it imports its own folder and types of the kernel only`;
    if (from.entry === undefined || to.entry === undefined || from.entry === to.entry)
      return undefined;
    return `an entry imports its own folder only; move what both need above ${from.entry}`;
  },
  connectors: (_from, edge) => {
    const to = zoneOf(edge.to);
    if (to.row === "kernel" || to.row === "contract") return undefined;
    if (to.row !== "connectors") return "a connector imports kernel, contract and itself only";
    return otherFolder(edge, "one connector never imports another; share it above both");
  },
  platform: (_from, edge) => {
    const to = zoneOf(edge.to);
    if (["platform", "contract", "kernel"].includes(to.row)) return undefined;
    if (edge.to === "server/config.ts" && edge.isType) return undefined;
    if (edge.isTest && to.row === "server") return undefined;
    return "the platform knows nothing of what stands on it; hand it in as a parameter";
  },
  module: (from, edge) => moduleRow(from, edge),
  server: (_from, edge) => {
    const to = zoneOf(edge.to);
    if (to.row === "module" && to.part !== "index")
      return `enter a module by its door, server/modules/${to.module}/index.ts`;
    if (to.row === "web" || to.row === "cli" || to.row === "test" || to.row === "outside")
      return "the server imports nothing that stands before it";
    return undefined;
  },
  web: (_from, edge) => clientRow("web", edge),
  cli: (_from, edge) => (edge.to === "server/main.ts" ? undefined : clientRow("cli", edge)),
  test: (_from, edge) => {
    const to = zoneOf(edge.to);
    if (["kernel", "contract", "platform", "world"].includes(to.row)) return undefined;
    if (edge.to === "server/main.ts" || topOf(edge.to) === topOf(edge.from)) return undefined;
    return "bench, tests and tools enter the server by server/main.ts only";
  },
  outside: () => undefined,
};

function moduleRow(from: Zone & { row: "module" }, edge: Edge): string | undefined {
  const to = zoneOf(edge.to);
  switch (to.row) {
    case "kernel":
    case "contract":
    case "platform":
    case "connectors":
      return undefined;
    case "world":
      return edge.isType || /^[a-z]+\/[^/]+$/.test(edge.to)
        ? undefined
        : `read ${to.workspace} by a file directly in it, which knows its folders`;
    case "module":
      if (to.module === from.module) return layerOrder(from.part, to.part, edge);
      return to.part === "index" || (edge.isTest && to.part === "testing")
        ? undefined
        : `enter the module ${to.module} by its index.ts and name it in needs`;
    default:
      if (edge.to === "server/config.ts" && edge.isType) return undefined;
      return "a server module imports kernel, contract, platform, connectors and itself only";
  }
}

/** Inside a module: routes → use-cases → store, and only `index.ts` knows the routes. */
function layerOrder(from: ModulePart, to: ModulePart, edge: Edge): string | undefined {
  if (edge.isTest) return undefined;
  if (to === "routes" && from !== "index" && from !== "routes")
    return "only the module's index.ts imports its routes";
  if (from === "store" && to === "use-cases") return "a store never imports a use case";
  if (from === "routes" && to === "store" && !edge.isType)
    return "a route calls a use case; the use case asks the store";
  if (to === "index") return "inside its own module a file imports the file itself, not the door";
  return undefined;
}

function clientRow(own: string, edge: Edge): string | undefined {
  const to = zoneOf(edge.to);
  if (to.row === "kernel" || to.row === "contract" || to.row === own) return undefined;
  return `${own} imports kernel, contract and itself only`;
}

function roomOrder(from: string | undefined, to: string | undefined): string | undefined {
  if (from === to || to === undefined) return undefined;
  if (from === undefined) return "a file directly in kernel/ imports no room";
  const names: readonly string[] = kernelRooms;
  if (!names.includes(from))
    return `kernel/${from} is not a room; the rooms are ${names.join(", ")}`;
  if (!names.includes(to)) return `kernel/${to} is not a room; the rooms are ${names.join(", ")}`;
  if (names.indexOf(to) < names.indexOf(from)) return undefined;
  const earlier = names.slice(0, names.indexOf(from)).join(", ") || "none";
  return `kernel/${from} may import the rooms before it only: ${earlier}`;
}

function typesOnly(edge: Edge, why: string): string | undefined {
  return edge.isType || edge.isTest ? undefined : `${why}; write import type`;
}

function otherFolder(edge: Edge, why: string): string | undefined {
  const [, own, ownFile] = edge.from.split("/");
  const [, other, otherFile] = edge.to.split("/");
  const isShared = otherFile === undefined || ownFile === undefined;
  return isShared || own === other ? undefined : why;
}

function topOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** Why a module of Node is not allowed here; packages are the matter of listed-imports. */
function beyondTheTree(target: Target, zone: Zone, isTest: boolean): string | undefined {
  if (isTest || target.kind !== "node") return undefined;
  if (zone.row === "kernel") return `the kernel is pure: ${target.name} cannot be imported here`;
  if (zone.row === "contract" || zone.row === "web")
    return `${target.name} does not exist in a browser, where this file also runs`;
  return undefined;
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const { path, imports } of tree.sources()) {
    const zone = zoneOf(path);
    const isTest = isTestCode(path) || /^web\/[a-z-]+\.config\.ts$/.test(path);
    for (const { request, isType, line } of imports) {
      const target = targetOf(path, request);
      const reason =
        target.kind === "file"
          ? reasonAgainst(zone, { from: path, to: target.path, isType, isTest })
          : beyondTheTree(target, zone, isTest);
      if (reason !== undefined) findings.push({ path, line, advice: `${request}: ${reason}.` });
    }
  }
  return findings;
}

function reasonAgainst(zone: Zone, edge: Edge): string | undefined {
  const row = rows[zone.row] as (from: Zone, edge: Edge) => string | undefined;
  return row(zone, edge);
}

export const importTable: Rule = {
  name: "import-table",
  says: "Imports go one way, as the table in STYLE.md says.",
  check,
};
