import type { RosterColumn } from "@echelon/contract/teaching/roster.ts";
import { rosterAliases, roleNames, statusNames } from "./roster-words.ts";
import type { WrittenSheet } from "./write-xlsx.ts";

export interface RosterLine {
  readonly number: string;
  readonly name: string;
  readonly role: keyof typeof roleNames;
}

const columns: readonly RosterColumn[] = ["number", "name", "class", "role", "status"];
const widths: Readonly<Record<RosterColumn, number>> = {
  number: 16,
  name: 18,
  class: 18,
  role: 10,
  status: 10,
};
/** Rows below the last that carry formats and lists: a class and some more. */
const emptyRows = 100;

/** A class list to fill in, or to correct: who is in the class already stands in it. */
export function rosterSheet(
  lines: readonly RosterLine[],
  className: string,
  language: "zh" | "en",
): WrittenSheet {
  const at = language === "zh" ? 0 : 1;
  return {
    name: language === "zh" ? "名单" : "Roster",
    emptyRows,
    columns: columns.map((column) => ({
      heading: rosterAliases[column][at],
      kind: "text",
      width: widths[column],
      ...(column === "role" ? { choices: Object.values(roleNames).map((words) => words[at]) } : {}),
      ...(column === "status" ? { choices: statusNames.map((words) => words[at]) } : {}),
      ...(column === "class" && !className.includes(",") ? { choices: [className] } : {}),
    })),
    rows: lines.map(({ number, name, role }) => [
      number,
      name,
      className,
      roleNames[role][at],
      statusNames[0]?.[at] ?? null,
    ]),
  };
}
