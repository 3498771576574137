import { writeXlsx } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { ResultsView } from "@echelon/contract/assessment/exams.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { Means } from "../../../platform/module.ts";
import { readResults } from "../exam-results.ts";
import { itemSheet, resultSheet } from "../result-sheets.ts";
import type { ExamTable } from "../store/schema.ts";
import { findLedExam } from "./find-exam.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What everybody reached and how the questions did, once nobody writes any more. */
export async function viewResults(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<ResultsView>> {
  const found = await closedExam(means, caller, id);
  return found.ok ? ok(await readResults(means, found.value)) : found;
}

export async function writeResults(
  means: Means,
  caller: Caller,
  id: string,
  language: Locale,
): Promise<Outcome<FileAnswer>> {
  const found = await closedExam(means, caller, id);
  if (!found.ok) return found;
  const results = await readResults(means, found.value);
  const items = results.items.length > 0 ? [itemSheet(results, language)] : [];
  const body = await writeXlsx([resultSheet(results, language), ...items]);
  return ok({ body, mediaType, name: `exam-${id}.xlsx` });
}

async function closedExam(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<ExamTable>> {
  const found = await findLedExam(database, caller, id);
  if (!found.ok) return found;
  const { row } = found.value;
  if (row.state === "draft" || row.state === "open")
    return refuse({ code: "assessment/exam-not-closed" });
  return ok(row);
}
