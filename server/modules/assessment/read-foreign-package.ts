import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { ForeignPackage, ForeignReading } from "./foreign-head.ts";
import type { AssessmentMeans } from "./means.ts";
import { type ForeignRow, readForeignContent } from "./store/foreign-store.ts";

const thread = new URL("threads/read-package.ts", import.meta.url);

/** Packages whose reading is kept in memory: those looked at last, of at most so many items. */
const keptItemsMax = 60_000;

/** By the hash of the file: the same file reads the same. */
const known = new WeakMap<AssessmentMeans["fileDesk"], Map<string, ForeignPackage>>();

/** Reads a file in a thread. */
export const readPackage = (
  { fileDesk }: Pick<AssessmentMeans, "fileDesk">,
  bytes: Uint8Array,
): Promise<Outcome<ForeignReading>> => fileDesk.hand(thread, bytes);

/** What a framework that is kept says: read once, and again only when many others came between. */
export async function packageOf(
  { fileDesk }: Pick<AssessmentMeans, "fileDesk">,
  sql: Sql,
  { id, hash }: Pick<ForeignRow, "id" | "hash">,
): Promise<Outcome<ForeignPackage>> {
  const kept = known.get(fileDesk) ?? new Map<string, ForeignPackage>();
  known.set(fileDesk, kept);
  const before = kept.get(hash);
  if (before !== undefined) {
    keep(kept, hash, before);
    return ok(before);
  }
  const reading = await readPackage({ fileDesk }, await readForeignContent(sql, id));
  if (!reading.ok) return reading;
  // What was kept was read before, so it can be read again.
  if (!reading.value.ok) throw new Error(`a kept framework is ${reading.value.problem.code}`);
  keep(kept, hash, reading.value.framework);
  return ok(reading.value.framework);
}

function keep(kept: Map<string, ForeignPackage>, hash: string, one: ForeignPackage): void {
  kept.delete(hash);
  kept.set(hash, one);
  let items = [...kept.values()].reduce((sum, { items: of }) => sum + of.length, 0);
  for (const [oldest, { items: of }] of kept) {
    if (items <= keptItemsMax || oldest === hash) return;
    kept.delete(oldest);
    items -= of.length;
  }
}
