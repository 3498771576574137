import { z } from "zod";

/** Rises when an older program could not read what a newer one writes. */
export const backupFormat = 1;

const tablesMax = 2_000;
const Name = z.string().max(200);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says about itself: its first file. */
export const Manifest = z.strictObject({
  format: z.int().min(1),
  version: z.string().max(40),
  madeAt: z.iso.datetime(),
  isLean: z.boolean(),
  migrations: z
    .array(z.strictObject({ module: Name, number: z.int().min(1), name: Name, sha256: Hash }))
    .max(10_000),
  /** In the order in which they can be filled. */
  tables: z
    .array(
      z.strictObject({
        name: Name,
        columns: z.array(Name).min(1).max(500),
        rows: z.int().min(0),
        /** Of the uncompressed COPY text. */
        sha256: Hash,
      }),
    )
    .max(tablesMax),
  files: z.int().min(0),
  hasKeys: z.boolean(),
});
export type Manifest = z.output<typeof Manifest>;

export const manifestName = "manifest.json";

export function tableEntry(table: string): string {
  return `tables/${table}.copy.gz`;
}
