import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { writeXlsx } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { PracticeMeans } from "../means.ts";
import { findSeason } from "./find-season.ts";
import { gradeStudents } from "./grade-students.ts";
import { gradebookSheet } from "./gradebook-columns.ts";
import { recordExport } from "./record-export.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * One row a student of the class with the score of the last closed day and its parts; numbers of
 * students are text. Decisions are told by person too: a store's own number hides who worked.
 */
export async function exportGradebook(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  language: "zh" | "en",
): Promise<Outcome<FileAnswer>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySteer } = found.value;
  if (!maySteer || row.class_id === null) return refuse({ code: "platform/not-allowed" });
  if (row.day <= 1) return refuse({ code: "practice/nothing-closed" });
  const { source } = await means.engine.worldOf(means.database, row);
  const currency = source.scenario.booksCurrency;
  const students = await gradeStudents(means, row);
  await recordExport(means, caller, row, "gradebook-exported");
  const body = await writeXlsx([
    {
      name: row.name.slice(0, 30),
      ...gradebookSheet(students, language, currency),
    },
  ]);
  return ok({ body, mediaType, name: `gradebook-${row.season_id}.xlsx` });
}
