import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { columnsByAlias, findHeader } from "../header.ts";
import type { Row, TableFile } from "../table.ts";

/** One mark as a file says it; names are the file's own. */
export interface WrittenMark {
  readonly person: string;
  readonly criterion: string;
  readonly rater: string;
  readonly mark: number;
}

export const ratingProblems = ["name-missing", "mark-unreadable", "marked-twice"] as const;

/** What is wrong in a row, as the file numbers it. */
export interface RatingProblem {
  readonly row: number;
  readonly code: (typeof ratingProblems)[number];
}

export interface RatingsReading {
  readonly marks: readonly WrittenMark[];
  readonly problems: readonly RatingProblem[];
}

const aliases = {
  person: ["person", "student", "学员", "学生", "姓名", "学号"],
  criterion: ["criterion", "competency", "指标", "评分项", "能力点"],
  rater: ["rater", "评分人", "评委", "导师"],
  mark: ["mark", "score", "分数", "评分", "得分"],
} as const;
type Column = keyof typeof aliases;
const columns = Object.keys(aliases) as Column[];

/** Marks are whole, as five anchors are. */
const wholeMark = /^[0-4](\.0+)?$/;

/** Reads marks row by row; a row with a fault is left out and told. */
export function readRatings(file: TableFile): Outcome<RatingsReading> {
  const found = findHeader(file, (headings) => {
    const places = columnsByAlias<Column>(headings, aliases);
    return columns.every((column) => places.has(column)) ? places : null;
  });
  if (found === null) return refuse({ code: "exchange/file-no-header" });
  const marks: WrittenMark[] = [];
  const problems: RatingProblem[] = [];
  const seen = new Set<string>();
  for (const row of found.sheet.rows.slice(found.at + 1)) {
    const read = readRow(row, found.understood);
    const key = JSON.stringify([read.person, read.criterion, read.rater]);
    const code = problemOf(read, seen.has(key));
    if (code === null) {
      seen.add(key);
      marks.push({ ...read, mark: Number(read.mark) });
    } else problems.push({ row: row.number, code });
  }
  return ok({ marks, problems });
}

function readRow(row: Row, places: ReadonlyMap<Column, number>): Record<Column, string> {
  const cell = (column: Column) => row.cells[places.get(column) ?? -1] ?? "";
  const [person, criterion, rater] = [cell("person"), cell("criterion"), cell("rater")];
  return { person, criterion, rater, mark: cell("mark").normalize("NFKC") };
}

function problemOf(
  { person, criterion, rater, mark }: Record<Column, string>,
  isSeen: boolean,
): RatingProblem["code"] | null {
  if (person === "" || criterion === "" || rater === "") return "name-missing";
  if (!wholeMark.test(mark)) return "mark-unreadable";
  return isSeen ? "marked-twice" : null;
}
