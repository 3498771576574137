import { postingObjectReader } from "@echelon/connectors/postings/read-postings-lines.ts";
import type {
  ImportReport,
  ImportRow,
  VacancyRequest,
} from "@echelon/contract/planning/imports.ts";
import { problemsMax, streamedRowsMax } from "@echelon/contract/planning/posting-limits.ts";
import type { PostingRecord, RowProblem } from "@echelon/contract/planning/posting-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { isoOfMoment } from "../calendar-days.ts";
import { cityOf } from "../city-names.ts";
import { enterpriseHasher } from "../enterprise-hash.ts";
import { importRow } from "../import-report.ts";
import { emptyReport, type KeptReport } from "../kept-report.ts";
import { postingRow } from "../posting-row.ts";
import { changeImport, insertImport, lockImport, ownSource } from "../store/import-store.ts";
import { insertPostings } from "../store/posting-store.ts";
import type { ImportForm, ImportTable } from "../store/schema.ts";
import { takeImport } from "./commit-import.ts";
import { findDesk } from "./find-desk.ts";
import { addOddities, unknownImport, viewOf } from "./preview-import.ts";

/** Begins an import whose rows come in parts, each part a request. */
export async function openStream(
  means: Means,
  caller: Caller,
  organisation: string,
  source: string,
): Promise<Outcome<ImportReport>> {
  return means.database.transaction(async (tx) => {
    const found = await findDesk(tx, caller, organisation);
    if (!found.ok) return found;
    const row = await beginImport(means, tx, caller, organisation, source, "batches");
    return ok(await viewOf(tx, { ...row, source_name: source }));
  });
}

async function beginImport(
  { clock, newId }: Means,
  tx: Tx,
  caller: Caller,
  organisation_id: string,
  name: string,
  form: ImportForm,
): Promise<ImportTable> {
  const made_at = clock.now();
  const own = await ownSource(tx, { organisation_id, id: newId(), name, made_at });
  const row: ImportTable = {
    organisation_id,
    id: newId(),
    source_id: own.id,
    by_id: caller.person,
    form,
    file_name: "",
    hash: null,
    state: "open",
    report: emptyReport,
    done: 0,
    made_at,
    committed_at: null,
    settled_at: null,
  };
  await insertImport(tx, row);
  return row;
}

type Objects = readonly Readonly<Record<string, string | number | null>>[];

/** Adds rows to an open import; they are numbered in the order in which they come. */
export async function addPostings(
  means: Means,
  caller: Caller,
  { organisation, import: id }: { readonly organisation: string; readonly import: string },
  postings: Objects,
): Promise<Outcome<{ counts: KeptReport["counts"]; problems: RowProblem[] }>> {
  return means.database.transaction(async (tx) => {
    const found = await findDesk(tx, caller, organisation);
    if (!found.ok) return found;
    const row = await lockImport(tx, id);
    if (row?.organisation_id !== organisation) return unknownImport;
    if (row.state !== "open" || row.form !== "batches")
      return refuse({ code: "planning/import-committed" });
    if (row.report.counts.rows + postings.length > streamedRowsMax)
      return refuse({
        code: "planning/import-too-large",
        facts: { rowsMax: streamedRowsMax },
      });
    return ok(await addRows(means, tx, row, postings));
  });
}

async function addRows(
  { clock, newId, secrets }: Means,
  tx: Tx,
  { id, organisation_id, source_id, report }: ImportTable,
  postings: Objects,
) {
  const read = postingObjectReader({ today: isoOfMoment(clock.now()), cityOf });
  const records: PostingRecord[] = [];
  const problems: RowProblem[] = [];
  for (const [at, posting] of postings.entries()) {
    const reading = read(posting, report.counts.rows + at + 1);
    if (reading.ok) records.push(reading.record);
    else problems.push(...reading.problems);
  }
  const place = { import_id: id, organisation_id, source_id, hash: enterpriseHasher(secrets) };
  await insertPostings(
    tx,
    records.map((record) => postingRow(record, { ...place, id: newId() })),
  );
  const refused = postings.length - records.length;
  const counts = {
    rows: report.counts.rows + postings.length,
    taken: report.counts.taken + records.length,
    refused: report.counts.refused + refused,
    seen: 0,
  };
  const told = [...report.problems, ...problems].slice(0, problemsMax);
  const left = report.problems.length + problems.length - told.length;
  await changeImport(tx, id, {
    report: {
      ...report,
      counts,
      ...addOddities(report, records),
      problems: told,
      problemsLeftOut: report.problemsLeftOut + left,
    },
  });
  return { counts, problems };
}

/** Under this name stand the vacancies that an organization typed itself. */
const ownForm = "自填 · Own form";

/** Takes one vacancy of the caller's own organization, at once. */
export async function addVacancy(
  means: Means,
  caller: Caller,
  organisation: string,
  wish: VacancyRequest,
): Promise<Outcome<ImportRow>> {
  return means.database.transaction(async (tx) => {
    const found = await findDesk(tx, caller, organisation);
    if (!found.ok) return found;
    const made = await beginImport(means, tx, caller, organisation, ownForm, "form");
    const { kind, name } = found.value;
    const posting = {
      ...wish,
      // An association types those of its members, whose names it does not have to say.
      enterprise: kind === "enterprise" ? name.zh : null,
      postedOn: isoOfMoment(means.clock.now()),
    };
    const { counts } = await addRows(means, tx, made, [posting]);
    const report = { ...made.report, counts };
    return ok(importRow(await takeImport(means, tx, { ...made, report, source_name: ownForm })));
  });
}
