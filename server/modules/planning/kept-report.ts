import type { ImportCounts, ImportReport } from "@echelon/contract/planning/imports.ts";

/** What an import keeps of itself beside its rows. */
export interface KeptReport {
  readonly counts: ImportCounts;
  readonly headings: readonly string[];
  readonly mapping: ImportReport["mapping"];
  readonly flags: ImportReport["flags"];
  readonly outside: ImportReport["outside"];
  readonly problems: ImportReport["problems"];
  readonly problemsLeftOut: number;
}

export const emptyReport: KeptReport = {
  counts: { rows: 0, taken: 0, refused: 0, seen: 0 },
  headings: [],
  mapping: {},
  flags: [],
  outside: [],
  problems: [],
  problemsLeftOut: 0,
};
