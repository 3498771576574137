import type {
  CaseProblem,
  ForeignFramework,
  ForeignItem,
} from "@echelon/connectors/case/read-package.ts";

/** A framework of others as it is shown and mapped to. */
export type ForeignPackage = Omit<ForeignFramework, "kept">;
export type ForeignReading =
  | { readonly ok: true; readonly framework: ForeignPackage }
  | { readonly ok: false; readonly problem: CaseProblem };

const wordsMax = 300;
const licenseMax = 1_000;
const statementMax = 2_000;
export const codeMax = 200;

/** What a framework of others says of itself. */
export interface ForeignHead {
  readonly title: string;
  readonly creator: string;
  readonly version: string | null;
  readonly language: string | null;
  readonly license: string | null;
  readonly items: number;
}

export function foreignHead({
  title,
  creator,
  version,
  language,
  license,
  items,
}: ForeignPackage): ForeignHead {
  return {
    title,
    creator,
    version: version?.slice(0, wordsMax) ?? null,
    language: language?.slice(0, wordsMax) ?? null,
    license: license?.slice(0, licenseMax) ?? null,
    items: items.length,
  };
}

/** Its items in the order of the tree: each below its parent, in the order of the file. */
export function foreignTree({ items }: Pick<ForeignPackage, "items">) {
  const below = Map.groupBy(items, ({ parent }) => parent);
  const rows: {
    id: string;
    depth: number;
    code: string | null;
    statement: string;
    type: string | null;
  }[] = [];
  const waiting = (below.get(null) ?? []).toReversed().map((one) => ({ one, depth: 0 }));
  let next: { one: ForeignItem; depth: number } | undefined;
  while ((next = waiting.pop()) !== undefined) {
    const { one, depth } = next;
    rows.push({
      id: one.identifier,
      depth,
      code: one.code?.slice(0, codeMax) ?? null,
      statement: one.statement.slice(0, statementMax),
      type: one.type?.slice(0, codeMax) ?? null,
    });
    for (const child of (below.get(one.identifier) ?? []).toReversed())
      waiting.push({ one: child, depth: depth + 1 });
  }
  return rows;
}
