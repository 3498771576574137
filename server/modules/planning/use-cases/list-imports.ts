import type { ImportRow, SourceView } from "@echelon/contract/planning/imports.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { importRow } from "../import-report.ts";
import { importsOf, sourcesOf } from "../store/import-store.ts";
import { findDesk } from "./find-desk.ts";

/** An organization's sources and what came from them, the latest first. */
export async function listImports(
  { database }: Means,
  caller: Caller,
  organisation: string,
): Promise<Outcome<{ sources: SourceView[]; imports: ImportRow[] }>> {
  const found = await findDesk(database, caller, organisation);
  if (!found.ok) return found;
  const sources = await sourcesOf(database, organisation);
  const imports = await importsOf(database, organisation);
  return ok({
    sources: sources.map(({ id, name, mapping }) => ({ id, name, mapping })),
    imports: imports.map(importRow),
  });
}
