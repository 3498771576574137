import type { GradeSheetReading } from "@echelon/contract/assessment/gradebook.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { WrittenSheet } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { TableFile } from "@echelon/connectors/table.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer, UploadedFile } from "../../../platform/http/route.ts";
import { classNames } from "../../teaching/index.ts";
import { composeGradebook } from "../compose-gradebook.ts";
import { gradeSheet, readGradeSheet } from "../grade-sheet.ts";
import type { AssessmentMeans } from "../means.ts";
import { findLedClass } from "./find-learner.ts";
import { enterGrades, findGradedClass } from "./set-grades.ts";

const writing = new URL(import.meta.resolve("@echelon/connectors/spreadsheet/xlsx-thread.ts"));
const reading = new URL("../threads/read-sheet.ts", import.meta.url);
const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const problemsMax = 2_000;

/** The gradebook as a workbook that can be filled in and sent back. */
export async function writeGradeSheet(
  means: AssessmentMeans,
  caller: Caller,
  classId: string,
  language: Locale,
): Promise<Outcome<FileAnswer>> {
  const found = await findLedClass(means.database, caller, classId);
  if (!found.ok) return found;
  const book = await composeGradebook(means, classId);
  const name = (await classNames(means.database, [classId])).get(classId) ?? "";
  const sheets = [gradeSheet(book, name, language)];
  const made = await means.fileDesk.hand<readonly WrittenSheet[], Uint8Array>(writing, sheets);
  if (!made.ok) return made;
  const title = language === "zh" ? `${name} 成绩册` : `${name} gradebook`;
  return ok({ body: made.value, mediaType, name: `${title}.xlsx` });
}

/**
 * Reads a filled workbook and says what it would change. Taken in, it changes that; rows with
 * problems change nothing of what is wrong with them, and the same file twice changes nothing.
 */
export async function takeGradeSheet(
  means: AssessmentMeans,
  caller: Caller,
  classId: string,
  file: UploadedFile,
  isTaken: boolean,
): Promise<Outcome<GradeSheetReading>> {
  const found = await findGradedClass(means.database, caller, classId);
  if (!found.ok) return found;
  const table = await means.fileDesk.hand<Uint8Array, TableFile>(reading, file.bytes);
  if (!table.ok) return table;
  const book = await composeGradebook(means, classId);
  const read = readGradeSheet(table.value, book);
  if (read === null) {
    const facts = { wanted: "账号 Account, 学号 Student number" };
    return refuse({ code: "exchange/file-no-header", facts });
  }
  if ("lacks" in read)
    return refuse({ code: "assessment/sheet-changed", facts: { column: read.lacks } });
  if (isTaken) {
    await means.database.transaction(async (tx) => {
      const entry = { classId, by: caller.person, at: means.clock.now() };
      await enterGrades(tx, entry, read.wishes);
    });
  }
  const { rows, changes, problems } = read;
  return ok({ isTaken, rows, changes: [...changes], problems: problems.slice(0, problemsMax) });
}
