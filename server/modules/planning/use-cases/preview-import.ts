import { createHash } from "node:crypto";
import type { ImportReport, PreviewImportRequest } from "@echelon/contract/planning/imports.ts";
import { sampleMax } from "@echelon/contract/planning/imports.ts";
import { problemsMax } from "@echelon/contract/planning/posting-limits.ts";
import type { PostingRecord } from "@echelon/contract/planning/posting-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { UploadedFile } from "../../../platform/http/route.ts";
import type { Means } from "../../../platform/module.ts";
import { isoOfMoment } from "../calendar-days.ts";
import { enterpriseHasher } from "../enterprise-hash.ts";
import { importRow, type NamedImport } from "../import-report.ts";
import type { KeptReport } from "../kept-report.ts";
import type { PlanningMeans } from "../means.ts";
import { postingRow, recordOf } from "../posting-row.ts";
import {
  importOfFile,
  insertImport,
  ownSource,
  readImport,
  sourcesOf,
} from "../store/import-store.ts";
import { insertPostings, samplePostings } from "../store/posting-store.ts";
import type { PostingsFile, PostingsFileInput } from "../threads/read-postings.ts";
import { findDesk } from "./find-desk.ts";

const thread = new URL("../threads/read-postings.ts", import.meta.url);
const rankedMax = 20;
const headingsMax = 300;

export const unknownImport = refuse({ code: "planning/no-such-import" });

/**
 * Reads a file and says by row and column what a commit would do; nothing counts before that. A
 * file that was taken is refused with the import it came by.
 */
export async function previewImport(
  means: PlanningMeans,
  caller: Caller,
  organisation: string,
  file: UploadedFile,
  { source, mapping }: PreviewImportRequest,
): Promise<Outcome<ImportReport>> {
  const { database, fileDesk, clock, newId, secrets } = means;
  const found = await findDesk(database, caller, organisation);
  if (!found.ok) return found;
  const hash = createHash("sha256").update(file.bytes).digest("hex");
  const before = await importOfFile(database, organisation, hash);
  if (before !== undefined) return seen(before);
  const remembered = (await sourcesOf(database, organisation)).find(({ name }) => name === source);
  const now = clock.now();
  const read = await fileDesk.hand<PostingsFileInput, PostingsFile>(thread, {
    bytes: file.bytes,
    mapping: mapping ?? remembered?.mapping ?? {},
    today: isoOfMoment(now),
  });
  if (!read.ok) return read;
  return database.transaction(async (tx) => {
    const facts = { organisation_id: organisation, id: newId(), name: source, made_at: now };
    const own = await ownSource(tx, facts);
    const row = {
      organisation_id: organisation,
      id: newId(),
      source_id: own.id,
      by_id: caller.person,
      form: read.value.form,
      file_name: file.name.slice(0, 200),
      hash,
      state: "open" as const,
      report: reportOf(read.value),
      done: 0,
      made_at: now,
      committed_at: null,
      settled_at: null,
    };
    await insertImport(tx, row);
    const place = { import_id: row.id, organisation_id: organisation, source_id: own.id };
    const hashed = enterpriseHasher(secrets);
    const rows = read.value.records.map((record) =>
      postingRow(record, { ...place, id: newId(), hash: hashed }),
    );
    await insertPostings(tx, rows);
    return ok(await viewOf(tx, { ...row, source_name: own.name }));
  });
}

export const seen = (id: string) => refuse({ code: "planning/import-seen", facts: { import: id } });

/** The report as it stands. */
export async function viewImport(
  { database }: Means,
  caller: Caller,
  { organisation, import: id }: { readonly organisation: string; readonly import: string },
): Promise<Outcome<ImportReport>> {
  const found = await findDesk(database, caller, organisation);
  if (!found.ok) return found;
  const row = await readImport(database, organisation, id);
  return row === undefined ? unknownImport : ok(await viewOf(database, row));
}

export async function viewOf(sql: Sql, row: NamedImport): Promise<ImportReport> {
  const { headings, mapping, flags, outside, problems, problemsLeftOut } = row.report;
  const sample = await samplePostings(sql, row.id, sampleMax);
  return {
    ...importRow(row),
    headings: [...headings],
    mapping,
    flags,
    outside,
    problems,
    problemsLeftOut,
    sample: sample.map(recordOf),
  };
}

/** Each row is taken or refused; what the source numbered before shows at the commit. */
function reportOf({ headings, mapping, rows, records, problems }: PostingsFile): KeptReport {
  const counts = { rows, taken: records.length, refused: rows - records.length, seen: 0 };
  const told = problems.slice(0, problemsMax);
  return {
    counts,
    headings: headings.slice(0, headingsMax).map((heading) => heading.slice(0, 100)),
    mapping,
    ...oddities(records),
    problems: told,
    problemsLeftOut: problems.length - told.length,
  };
}

/** How many rows are odd in which way, and which cities are none of the region's. */
export function oddities(records: readonly PostingRecord[]): Pick<KeptReport, "flags" | "outside"> {
  const flags = ranked(records.flatMap((record) => record.flags));
  const cities = ranked(
    records
      .filter(({ city, citySaid }) => city === null && citySaid !== "")
      .map(({ citySaid }) => citySaid),
  );
  return {
    flags: flags.map(([flag, rows]) => ({ flag, rows })),
    outside: cities.map(([city, rows]) => ({ city, rows })),
  };
}

function ranked<Name extends string>(names: readonly Name[]): [Name, number][] {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, rankedMax);
}

/** Adds the oddities of a batch to those of the batches before. */
export function addOddities(
  before: Pick<KeptReport, "flags" | "outside">,
  records: readonly PostingRecord[],
): Pick<KeptReport, "flags" | "outside"> {
  const { flags, outside } = oddities(records);
  const flagRows = new Map(before.flags.map(({ flag, rows }) => [flag, rows]));
  for (const { flag, rows } of flags) flagRows.set(flag, (flagRows.get(flag) ?? 0) + rows);
  const cityRows = new Map(before.outside.map(({ city, rows }) => [city, rows]));
  for (const { city, rows } of outside) cityRows.set(city, (cityRows.get(city) ?? 0) + rows);
  return {
    flags: [...flagRows].map(([flag, rows]) => ({ flag, rows })),
    outside: [...cityRows]
      .map(([city, rows]) => ({ city, rows }))
      .toSorted((a, b) => b.rows - a.rows)
      .slice(0, rankedMax),
  };
}
