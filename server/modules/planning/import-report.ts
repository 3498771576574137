import type { ImportRow } from "@echelon/contract/planning/imports.ts";
import type { ImportTable } from "./store/schema.ts";

export type NamedImport = ImportTable & { readonly source_name: string };

export function importRow(row: NamedImport): ImportRow {
  return {
    id: row.id,
    source: row.source_name,
    form: row.form,
    fileName: row.file_name,
    state: row.state,
    madeAt: row.made_at,
    counts: row.report.counts,
    done: row.state === "settled" ? row.report.counts.taken : row.done,
  };
}
