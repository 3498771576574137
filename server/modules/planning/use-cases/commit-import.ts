import type { ImportRow } from "@echelon/contract/planning/imports.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { Means } from "../../../platform/module.ts";
import { writeAudit } from "../../identity/index.ts";
import { isoOfMoment } from "../calendar-days.ts";
import { importRow, type NamedImport } from "../import-report.ts";
import { settleImportKind } from "../jobs.ts";
import {
  changeImport,
  importOfFile,
  lockImport,
  readImport,
  rememberMapping,
} from "../store/import-store.ts";
import { latestVersion } from "../store/label-store.ts";
import { dateUndated, dropSeen } from "../store/posting-store.ts";
import { findDesk } from "./find-desk.ts";
import { seen, unknownImport } from "./preview-import.ts";

/**
 * Takes an import's sound rows, all of them or none, and asks for the job that sorts them. How its
 * columns were read is remembered with the source.
 */
export async function commitImport(
  means: Means,
  caller: Caller,
  { organisation, import: id }: { readonly organisation: string; readonly import: string },
  { leavesOutFaulty }: { readonly leavesOutFaulty: boolean },
): Promise<Outcome<ImportRow>> {
  const { database } = means;
  return database.transaction(async (tx) => {
    const found = await findDesk(tx, caller, organisation);
    if (!found.ok) return found;
    await lockImport(tx, id);
    const row = await readImport(tx, organisation, id);
    if (row === undefined) return unknownImport;
    if (row.state !== "open") return refuse({ code: "planning/import-committed" });
    const before = row.hash === null ? undefined : await importOfFile(tx, organisation, row.hash);
    if (before !== undefined) return seen(before);
    const { mapping, counts } = row.report;
    if (row.form === "table" && mapping.title === undefined)
      return refuse({ code: "planning/import-columns", facts: { missing: "title" } });
    if (counts.taken === 0) return refuse({ code: "planning/import-empty" });
    if (counts.refused > 0 && !leavesOutFaulty)
      return refuse({ code: "planning/import-rows", facts: { rows: counts.refused } });
    if (row.form === "table") await rememberMapping(tx, row, mapping);
    const taken = await takeImport(means, tx, row);
    const facts = { import: id, ...taken.report.counts };
    await writeAudit(means, tx, organisation, {
      deed: "postings-imported",
      by: caller.person,
      facts,
    });
    return ok(importRow(taken));
  });
}

/** Lets an import's rows count as soon as they are sorted. */
export async function takeImport({ clock }: Means, tx: Tx, row: NamedImport): Promise<NamedImport> {
  const now = clock.now();
  const dropped = await dropSeen(tx, row.id);
  await dateUndated(tx, row.id, isoOfMoment(now));
  const { counts } = row.report;
  const report = {
    ...row.report,
    counts: { ...counts, taken: counts.taken - dropped, seen: dropped },
  };
  await changeImport(tx, row.id, { state: "committed", report, committed_at: now });
  const model = await latestVersion(tx);
  await enqueue(tx, settleImportKind, { import: row.id, model, step: "classify", from: "0" });
  return { ...row, state: "committed", report };
}
