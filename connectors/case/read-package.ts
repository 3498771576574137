/**
 * Reads a CFPackage of CASE 1.1 that somebody else wrote. Liberal: what is odd is told and kept;
 * only what is no package at all, too large, or a circle of parents is refused.
 */
import {
  associationTypes,
  isKnownField,
  type Odd,
  oddThings,
  type OddThings,
  type PartName,
  partShapes,
} from "./odd-things.ts";

/** What one package may hold. */
export const caseLimits = {
  bytesMax: 4 * 2 ** 20,
  itemsMax: 5_000,
  associationsMax: 20_000,
  depthMax: 40,
  statementMax: 2_000,
  titleMax: 300,
} as const;

type Json = Readonly<Record<string, unknown>>;

export interface ForeignItem {
  readonly identifier: string;
  readonly uri: string | null;
  readonly code: string | null;
  readonly statement: string;
  readonly type: string | null;
  /** The item above it; null below the document. */
  readonly parent: string | null;
}

export interface ForeignAssociation {
  readonly type: string;
  readonly origin: string;
  readonly destination: string;
}

/** A framework of others: read, browsed and mapped to, never edited. */
export interface ForeignFramework {
  readonly identifier: string;
  readonly title: string;
  readonly creator: string;
  readonly version: string | null;
  readonly language: string | null;
  /** Address and name of its license, as far as it says one. */
  readonly license: string | null;
  readonly items: readonly ForeignItem[];
  /** All but those of parents. */
  readonly associations: readonly ForeignAssociation[];
  readonly rubrics: number;
  readonly odd: readonly Odd[];
  /** As it came: nothing of it is lost. */
  readonly kept: Json;
}

export type CaseProblem =
  | { readonly code: "unreadable" }
  | { readonly code: "too-large"; readonly max: number }
  | { readonly code: "cycle"; readonly item: string };

export type CaseReading =
  | { readonly ok: true; readonly framework: ForeignFramework }
  | { readonly ok: false; readonly problem: CaseProblem };

const refused = (problem: CaseProblem): CaseReading => ({ ok: false, problem });
const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;

export function readCasePackage(bytes: Uint8Array): CaseReading {
  if (bytes.byteLength > caseLimits.bytesMax)
    return refused({ code: "too-large", max: caseLimits.bytesMax });
  const kept = parsed(bytes);
  if (kept === null || !isRecord(kept["CFDocument"])) return refused({ code: "unreadable" });
  const odd = oddThings();
  const document = kept["CFDocument"];
  askFields(odd, "CFDocument", document, "CFDocument");
  const items = partsOf(odd, kept, "CFItems");
  const associations = partsOf(odd, kept, "CFAssociations");
  if (items.length > caseLimits.itemsMax)
    return refused({ code: "too-large", max: caseLimits.itemsMax });
  if (associations.length > caseLimits.associationsMax)
    return refused({ code: "too-large", max: caseLimits.associationsMax });
  const root = textOf(document["identifier"]) ?? "";
  const things = itemsOf(odd, items);
  const links = linksOf(odd, associations, new Set([root, ...things.keys()]));
  const parents = parentsOf(odd, links, things, root);
  const circle = circleIn(parents);
  if (circle !== null) return refused({ code: "cycle", item: circle });
  return {
    ok: true,
    framework: {
      identifier: root,
      title: (textOf(document["title"]) ?? root).slice(0, caseLimits.titleMax),
      creator: (textOf(document["creator"]) ?? "").slice(0, caseLimits.titleMax),
      version: textOf(document["version"]),
      language: textOf(document["language"]),
      license: licenseOf(kept, document),
      items: [...things.values()].map((one) => ({
        ...one,
        parent: parents.get(one.identifier) ?? null,
      })),
      associations: links.filter(({ type }) => type !== "isChildOf"),
      rubrics: listOf(kept["CFRubrics"]).length,
      odd: odd.all(),
      kept,
    },
  };
}

function parsed(bytes: Uint8Array): Json | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isRecord(value) && isShallow(value, caseLimits.depthMax) ? value : null;
  } catch {
    return null;
  }
}

function isShallow(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return left > 0 && Object.values(value).every((part) => isShallow(part, left - 1));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The things of a part; what is no thing is told and passed over. */
function partsOf(odd: OddThings, kept: Json, part: "CFItems" | "CFAssociations"): readonly Json[] {
  const list = kept[part];
  if (!Array.isArray(list)) {
    if (list !== undefined) odd.note("no-object", part, part);
    else odd.note("missing", part, part);
    return [];
  }
  return list.flatMap((one: unknown, at) => {
    const path = `${part}/${at}`;
    if (isRecord(one)) {
      askFields(odd, part, one, path);
      return [one];
    }
    odd.note("no-object", part, path);
    return [];
  });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** What the standard would refuse in a thing's own fields. */
function askFields(odd: OddThings, part: PartName, one: Json, path: string): void {
  for (const field of partShapes[part].needs)
    if (one[field] === undefined) odd.note("missing", `${part}/${field}`, path);
  for (const [field, value] of Object.entries(one)) {
    const where = `${part}/${field}`;
    if (!isKnownField(part, field)) odd.note("unknown-field", where, path);
    else if (value === null) odd.note("null", where, path);
  }
  const id = one["identifier"];
  if (typeof id === "string" && !uuid.test(id)) odd.note("identifier", `${part}/identifier`, path);
}

type Bare = Omit<ForeignItem, "parent">;

function itemsOf(odd: OddThings, items: readonly Json[]): ReadonlyMap<string, Bare> {
  const found = new Map<string, Bare>();
  items.forEach((one, at) => {
    const path = `CFItems/${at}`;
    const identifier = textOf(one["identifier"]);
    if (identifier === null) return odd.note("not-text", "CFItems/identifier", path);
    if (found.has(identifier)) return odd.note("repeated", "CFItems/identifier", path);
    const statement = textOf(one["fullStatement"]);
    if (statement === null && one["fullStatement"] !== undefined)
      odd.note("not-text", "CFItems/fullStatement", path);
    found.set(identifier, {
      identifier,
      uri: textOf(one["uri"]),
      code: textOf(one["humanCodingScheme"]),
      statement: statement ?? textOf(one["abbreviatedStatement"]) ?? identifier,
      type: textOf(one["CFItemType"]),
    });
  });
  return found;
}

const nodeOf = (value: unknown): string | null =>
  isRecord(value) ? textOf(value["identifier"]) : null;

/** All associations that name two ends; those whose end is not here are kept, and told. */
function linksOf(
  odd: OddThings,
  associations: readonly Json[],
  here: ReadonlySet<string>,
): readonly ForeignAssociation[] {
  return associations.flatMap((one, at) => {
    const path = `CFAssociations/${at}`;
    const type = textOf(one["associationType"]) ?? "";
    const origin = nodeOf(one["originNodeURI"]);
    const destination = nodeOf(one["destinationNodeURI"]);
    if (!associationTypes.includes(type) && !type.startsWith("ext:"))
      odd.note("association-type", `CFAssociations/${type || "associationType"}`, path);
    if (origin === null || destination === null) {
      odd.note("not-text", "CFAssociations/nodes", path);
      return [];
    }
    // Others may lead to other frameworks; a part without its whole belongs nowhere.
    const isInner = type === "isChildOf" || type === "isPartOf";
    const isLost = isInner && !here.has(destination);
    if (isLost || !here.has(origin)) odd.note("dangling", `CFAssociations/${type}`, path);
    return [{ type, origin, destination }];
  });
}

/** Each item's parent: the first that is here. */
function parentsOf(
  odd: OddThings,
  links: readonly ForeignAssociation[],
  things: ReadonlyMap<string, Bare>,
  root: string,
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const placed = new Set<string>();
  for (const { type, origin, destination } of links) {
    if (type !== "isChildOf" || !things.has(origin)) continue;
    if (destination !== root && !things.has(destination)) continue;
    if (placed.has(origin)) {
      odd.note("repeated", "CFAssociations/isChildOf", origin);
      continue;
    }
    placed.add(origin);
    if (destination !== root) parents.set(origin, destination);
  }
  return parents;
}

/** An item that is above itself; null where there is none. */
function circleIn(parents: ReadonlyMap<string, string>): string | null {
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const way = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      if (way.has(at)) return at;
      way.add(at);
      at = parents.get(at);
    }
    for (const one of way) done.add(one);
  }
  return null;
}

/** The license's address and title: a document names it, and a package may hold it. */
function licenseOf(kept: Json, document: Json): string | null {
  const link = document["licenseURI"];
  const definitions = kept["CFDefinitions"];
  const held = isRecord(definitions) ? listOf(definitions["CFLicenses"])[0] : undefined;
  const said = [
    ...(isRecord(link) ? [link["title"], link["uri"]] : []),
    ...(isRecord(held) ? [held["title"], held["licenseText"]] : []),
  ];
  const words = said.flatMap((one) => textOf(one) ?? []).map((one) => one.slice(0, 200));
  return words.length === 0 ? null : [...new Set(words)].join(" · ");
}

const open = [
  /creativecommons\.org\/(licenses\/by(-sa)?\/|publicdomain)/i,
  /\bCC0\b|\bCC[- ]BY(?![- ]N)/i,
  /\bApache\b|\bMIT\b/,
];

/** Whether others may be told how the parts of a framework lie to ours. */
export const isOpenLicense = (license: string | null): boolean =>
  license !== null && open.some((one) => one.test(license));
