import { posix } from "node:path";
import type { SourceFile } from "./source-file.ts";

/** The kernel's rooms: each may import those before it. */
export const kernelRooms = [
  "number",
  "money",
  "calendar",
  "random",
  "ledger",
  "trade",
  "market",
  "assessment",
  "planning",
  "matching",
] as const;

export const workspaces = [
  "kernel",
  "atlas",
  "courses",
  "contract",
  "connectors",
  "server",
  "web",
  "cli",
] as const;

/** The folders of the atlas whose children are entries: one country, one carrier, … each. */
export const atlasShelves = [
  "countries",
  "carriers",
  "platforms",
  "scenarios",
  "catalogs",
  "regions",
];

/** Where an import leads: a file of this tree, a package, or a module of Node itself. */
export type Target =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "node"; readonly name: string };

/** Resolves what is written between the quotes of an import, without touching the disk. */
export function targetOf(from: string, request: string): Target {
  if (request.startsWith("node:")) return { kind: "node", name: request };
  if (request.startsWith("."))
    return { kind: "file", path: posix.join(posix.dirname(from), request.replace(/\?.*$/, "")) };
  const parts = request.split("/");
  if (parts[0] === "@echelon") return { kind: "file", path: parts.slice(1).join("/") };
  const name = request.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? request);
  return { kind: "package", name };
}

/** The files of this tree that a file imports. */
export function filesImported(source: SourceFile): { path: string; line: number }[] {
  const files: { path: string; line: number }[] = [];
  for (const { request, line } of source.imports) {
    const target = targetOf(source.path, request);
    if (target.kind === "file") files.push({ path: target.path, line });
  }
  return files;
}

/** The part of the house a file stands in, as the import table of house.md names them. */
export type Zone =
  | { readonly row: "kernel"; readonly room: string | undefined }
  | { readonly row: "contract" | "connectors" | "platform" | "server" | "web" | "cli" | "test" }
  | { readonly row: "world"; readonly workspace: string; readonly entry: string | undefined }
  | { readonly row: "module"; readonly module: string; readonly part: ModulePart }
  | { readonly row: "outside" };

/** A module's own layers, from the outside in. */
export type ModulePart = "index" | "routes" | "use-cases" | "store" | "testing" | "other";

export function zoneOf(path: string): Zone {
  const [top, second, third] = path.split("/");
  const isDeep = third !== undefined;
  switch (top) {
    case "kernel":
      return { row: "kernel", room: isDeep ? second : undefined };
    case "contract":
    case "connectors":
    case "web":
    case "cli":
      return { row: top };
    case "atlas":
      return { row: "world", workspace: top, entry: entryOf(path) };
    case "courses":
      return { row: "world", workspace: top, entry: isDeep ? `courses/${second}` : undefined };
    case "server":
      return serverZone(path);
    case "bench":
    case "tests":
    case "tools":
      return { row: "test" };
    default:
      return { row: "outside" };
  }
}

/** `atlas/countries/de` for any file below it; undefined for what the entries share. */
export function entryOf(path: string): string | undefined {
  const [top, shelf, name, file] = path.split("/");
  if (top !== "atlas" || file === undefined || !atlasShelves.includes(shelf ?? ""))
    return undefined;
  return `atlas/${shelf}/${name}`;
}

function serverZone(path: string): Zone {
  const [, second, module, ...rest] = path.split("/");
  if (second === "platform") return { row: "platform" };
  if (second !== "modules" || module === undefined || rest.length === 0) return { row: "server" };
  return { row: "module", module, part: partOf(rest) };
}

function partOf(rest: readonly string[]): ModulePart {
  const first = rest[0] ?? "";
  if (first === "use-cases" || first === "store" || first === "testing") return first;
  if (first === "index.ts") return "index";
  return /^routes(\.ts)?$/.test(first) ? "routes" : "other";
}
