import type { Sheet, TableFile } from "./table.ts";

/** How far down a heading is looked for: titles and merged cells may stand above it. */
const headerRowsMax = 10;

/**
 * A heading as it is compared: width, case, spaces, stars and "(required)" do not matter.
 *
 * @example plainHeading(" 学 号*（必填）") // "学号"
 */
export function plainHeading(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\((必填|选填|required|optional)\)/g, "")
    .replace(/[\s*:_-]+/g, "");
}

export interface FoundHeader<Understood> {
  readonly sheet: Sheet;
  /** Place of the heading row in `sheet.rows`. */
  readonly at: number;
  readonly headings: readonly string[];
  readonly understood: Understood;
}

/** The first row, over all sheets, that is understood as a heading. */
export function findHeader<Understood>(
  file: TableFile,
  understand: (headings: readonly string[]) => Understood | null,
): FoundHeader<Understood> | null {
  for (const sheet of file.sheets) {
    for (const [at, row] of sheet.rows.slice(0, headerRowsMax).entries()) {
      const understood = understand(row.cells);
      if (understood !== null) return { sheet, at, headings: row.cells, understood };
    }
  }
  return null;
}

/** Which column each key stands in, by its aliases; of two equal headings the first counts. */
export function columnsByAlias<Key extends string>(
  headings: readonly string[],
  aliases: Readonly<Record<Key, readonly string[]>>,
): ReadonlyMap<Key, number> {
  const keys = new Map<string, Key>();
  for (const key of Object.keys(aliases) as Key[]) {
    for (const alias of aliases[key]) keys.set(plainHeading(alias), key);
  }
  const columns = new Map<Key, number>();
  for (const [at, heading] of headings.entries()) {
    const key = keys.get(plainHeading(heading));
    if (key !== undefined && !columns.has(key)) columns.set(key, at);
  }
  return columns;
}
