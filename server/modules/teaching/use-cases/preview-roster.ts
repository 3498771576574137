import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { type RosterPreview, rosterRowsMax } from "@echelon/contract/teaching/roster.ts";
import type { RosterReading } from "@echelon/connectors/spreadsheet/read-roster.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { UploadedFile } from "../../../platform/http/route.ts";
import { enterOrganisation } from "../../identity/index.ts";
import type { TeachingMeans } from "../means.ts";
import { insertRoster } from "../store/roster-store.ts";
import type { RosterFile } from "../threads/read-roster-file.ts";
import { findOpenClass } from "./find-class.ts";
import { countsOf, planRoster, type RosterPlan } from "./plan-roster.ts";

const thread = new URL("../threads/read-roster-file.ts", import.meta.url);
const problemsMax = 2_000;

/** What is kept between preview and commit: what the file said, and what it would have done. */
export interface KeptRoster {
  readonly rows: RosterReading["rows"];
  readonly changes: readonly string[];
}

/** Reads a class list and says what taking it in would do; nothing of the class changes. */
export async function previewRoster(
  means: TeachingMeans,
  caller: Caller,
  classId: string,
  file: UploadedFile,
): Promise<Outcome<RosterPreview>> {
  const { database, fileDesk, newId, clock } = means;
  const allowed = await findOpenClass(database, caller, classId);
  if (!allowed.ok) return allowed;
  const read = await fileDesk.hand<Uint8Array, RosterFile>(thread, file.bytes);
  if (!read.ok) return read;
  const { encoding, reading } = read.value;
  if (reading.rows.length > rosterRowsMax) {
    return refuse({ code: "teaching/roster-too-long", facts: { rowsMax: rosterRowsMax } });
  }
  return database.transaction(async (tx) => {
    const found = await findOpenClass(tx, caller, classId);
    if (!found.ok) return found;
    const school = found.value.row.organisation_id;
    await enterOrganisation(tx, school);
    const plan = await planRoster(tx, found.value.row, reading.rows);
    const id = newId();
    const fileName = file.name.slice(0, 200);
    const kept: KeptRoster = { rows: reading.rows, changes: changesOf(plan) };
    await insertRoster(tx, {
      organisation_id: school,
      id,
      class_id: classId,
      by_id: caller.person,
      file_name: fileName,
      made_at: clock.now(),
      reading: kept,
    });
    const problems = [...reading.problems, ...plan.problems].toSorted((a, b) => a.row - b.row);
    return ok({
      id,
      fileName,
      encoding,
      counts: countsOf(plan.rows),
      rows: plan.rows.map(({ person: _, ...row }) => row),
      problems: problems.slice(0, problemsMax),
      problemsLeftOut: Math.max(0, problems.length - problemsMax),
      ignoredColumns: reading.ignoredColumns.map((heading) => heading.slice(0, 100)),
      missing: plan.missing,
    });
  });
}

/** What a plan does, to tell later whether it would still do the same. */
export function changesOf({ rows }: RosterPlan): string[] {
  return rows.map(({ row, change, person }) => `${row} ${change} ${person ?? ""}`);
}
