import type { Locale } from "@echelon/contract/platform/shapes.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { type RosterLine, rosterSheet } from "@echelon/connectors/spreadsheet/write-roster.ts";
import type { WrittenSheet } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { TeachingMeans } from "../means.ts";
import { findTaughtClass } from "./find-class.ts";
import { listMembers } from "./list-members.ts";

const thread = new URL(import.meta.resolve("@echelon/connectors/spreadsheet/xlsx-thread.ts"));

/** The class list as a workbook: who has a number stands in it, and there is room for more. */
export async function writeRosterTemplate(
  means: TeachingMeans,
  caller: Caller,
  classId: string,
  language: Locale,
): Promise<Outcome<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const found = await findTaughtClass(means.database, caller, classId);
  if (!found.ok) return found;
  const members = await listMembers(means, caller, classId);
  if (!members.ok) return members;
  const lines = members.value.flatMap(({ number, name, role }): RosterLine[] =>
    number === null || role === "mentor" ? [] : [{ number, name, role }],
  );
  const { name } = found.value.row;
  const sheets = [rosterSheet(lines, name, language)];
  const written = await means.fileDesk.hand<readonly WrittenSheet[], Uint8Array>(thread, sheets);
  if (!written.ok) return written;
  const title = language === "zh" ? `${name} 名单` : `${name} roster`;
  return ok({ name: `${title}.xlsx`, bytes: written.value });
}
