/** A gradebook as a sheet that can be filled in, and what a filled one says. */
import { columnsByAlias, findHeader, plainHeading } from "@echelon/connectors/header.ts";
import type { WrittenCell, WrittenSheet } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { TableFile } from "@echelon/connectors/table.ts";
import {
  type GradeSheetReading,
  type SetGradeRequest,
} from "@echelon/contract/assessment/gradebook.ts";
import { gradeLimits, gradeParts } from "@echelon/contract/assessment/gradebook-limits.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import { gradeTenthsMax } from "@echelon/kernel/assessment/grade/class-grade.ts";
import type { ComposedGradebook, ComposedRow } from "./compose-gradebook.ts";
import { partWords, sheetWords } from "./grade-words.ts";

const tenthsPerPoint = 10;
const shownCharsMax = 100;

const pointsOf = (tenths: number | null): number | null =>
  tenths === null ? null : tenths / tenthsPerPoint;

/** A name of an own column that a sheet would read as another of its headings. */
export function takenHeading(names: readonly string[]): string | undefined {
  const house = [...Object.values(partWords), ...Object.values(sheetWords)];
  const seen = new Set(house.flatMap(({ zh, en }) => [plainHeading(zh), plainHeading(en)]));
  return names.find((name) => {
    const plain = plainHeading(name);
    if (seen.has(plain)) return true;
    seen.add(plain);
    return false;
  });
}

/** One row a student; what the house has worked out stands before what a teacher enters. */
export function gradeSheet(
  { rules, rows }: ComposedGradebook,
  name: string,
  language: Locale,
): WrittenSheet {
  const points = (heading: string) => ({ heading, kind: "number", digits: 1 }) as const;
  const said = (key: keyof typeof sheetWords) => sheetWords[key][language];
  return {
    name: name.slice(0, 30),
    columns: [
      { heading: said("account"), kind: "text", width: 16 },
      { heading: said("number"), kind: "text", width: 16 },
      { heading: said("name"), kind: "text", width: 16 },
      ...gradeParts.map((part) => points(partWords[part][language])),
      { heading: said("factor"), kind: "number", digits: 2 },
      points(said("worked")),
      ...rules.columns.map((column) => points(column.name)),
      points(said("final")),
      { heading: said("comment"), kind: "text", width: 40 },
    ],
    rows: rows.map((row): WrittenCell[] => [
      row.username,
      row.number,
      row.name,
      ...row.cells.slice(0, gradeParts.length).map(({ tenths }) => pointsOf(tenths)),
      row.factorMilli === null ? null : row.factorMilli / 1_000,
      pointsOf(row.worked),
      ...row.cells.slice(gradeParts.length).map(({ tenths }) => pointsOf(tenths)),
      pointsOf(row.final),
      row.comment === "" ? null : row.comment,
    ]),
  };
}

type Problem = GradeSheetReading["problems"][number];
type Change = GradeSheetReading["changes"][number];

export interface ReadSheet {
  readonly rows: number;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** What to enter, by person. */
  readonly wishes: ReadonlyMap<string, SetGradeRequest>;
}

interface Heads {
  readonly account: number | undefined;
  readonly number: number | undefined;
  readonly final: number | undefined;
  readonly comment: number | undefined;
  /** Columns of the own marks by their ids. */
  readonly own: ReadonlyMap<string, number>;
  readonly worked: number | undefined;
}

/**
 * Reads what a teacher has filled in. A cell that is empty takes a mark away; what the house works
 * out is never read, and told where it was changed.
 *
 * @returns  the heading of an own column that the sheet lacks, or what the sheet says; null of a
 *           file without a heading
 */
export function readGradeSheet(
  file: TableFile,
  book: ComposedGradebook,
): { readonly lacks: string } | ReadSheet | null {
  const found = findHeader(file, (headings) => headsOf(headings, book));
  if (found === null) return null;
  const heads = found.understood;
  const missing = book.rules.columns.find(({ id }) => !heads.own.has(id));
  if (missing !== undefined) return { lacks: missing.name };
  const problems: Problem[] = [];
  const changes: Change[] = [];
  const wishes = new Map<string, SetGradeRequest>();
  const lines = found.sheet.rows.slice(found.at + 1).filter(({ cells }) => cells.some(Boolean));
  for (const { number: line, cells } of lines) {
    const at = (column: number | undefined) => (column === undefined ? "" : (cells[column] ?? ""));
    const key = at(heads.account) || at(heads.number);
    const row = book.rows.find(
      (one) =>
        (at(heads.account) !== "" && one.username === at(heads.account)) ||
        (at(heads.account) === "" && one.number !== null && one.number === at(heads.number)),
    );
    const problem = problemAt(problems, line, shown);
    if (row === undefined) problem("no-such-number", sheetWords.account.zh, key);
    else if (wishes.has(row.person)) problem("number-twice", sheetWords.account.zh, key);
    else wishes.set(row.person, wishOf({ row, at, heads, book, problem, changes }));
  }
  return { rows: lines.length, changes, problems, wishes };
}

const shown = (text: string) => text.slice(0, shownCharsMax);

type Problems = (code: Problem["code"], column: string, value: string) => void;

const problemAt =
  (problems: Problem[], row: number, cut: (text: string) => string): Problems =>
  (code, column, value) =>
    void problems.push({ code, row, column: cut(column), value: cut(value) });

function headsOf(headings: readonly string[], { rules }: ComposedGradebook): Heads | null {
  const both = (key: keyof typeof sheetWords) => Object.values(sheetWords[key]);
  const places = columnsByAlias(headings, {
    account: both("account"),
    number: both("number"),
    worked: both("worked"),
    final: both("final"),
    comment: both("comment"),
  });
  const [account, number] = [places.get("account"), places.get("number")];
  if (account === undefined && number === undefined) return null;
  const plain = headings.map(plainHeading);
  const own = new Map(
    rules.columns.flatMap(({ id, name }) => {
      const at = plain.indexOf(plainHeading(name));
      return at < 0 ? [] : [[id, at] as const];
    }),
  );
  const [worked, final, comment] = [
    places.get("worked"),
    places.get("final"),
    places.get("comment"),
  ];
  return { account, number, own, worked, final, comment };
}

interface Line {
  readonly row: ComposedRow;
  readonly at: (column: number | undefined) => string;
  readonly heads: Heads;
  readonly book: ComposedGradebook;
  readonly problem: Problems;
  readonly changes: Change[];
}

function wishOf({ row, at, heads, book, problem, changes }: Line): SetGradeRequest {
  const cells: Record<string, number | null> = {};
  const wish: SetGradeRequest = { cells };
  const change = (column: string, before: string, after: string) =>
    changes.push({ person: row.person, name: row.name, column, before, after });
  const mark = (column: number, name: string, label: string, before: number | null) => {
    const tenths = tenthsOf(at(column));
    if (tenths === undefined) problem("not-a-mark", name, at(column));
    else if (tenths !== before) {
      change(label, said(before), said(tenths));
      return { tenths };
    }
    return null;
  };
  for (const { id, name } of book.rules.columns) {
    const before = row.cells.find(({ part }) => part === id)?.tenths ?? null;
    const read = mark(heads.own.get(id)!, name, name, before);
    if (read !== null) cells[id] = read.tenths;
  }
  if (heads.final !== undefined) {
    const read = mark(heads.final, sheetWords.final.zh, "final", row.final);
    if (read !== null) wish.final = read.tenths;
  }
  if (heads.worked !== undefined && at(heads.worked) !== "") {
    const worked = tenthsOf(at(heads.worked));
    if (worked !== row.worked) problem("worked-changed", sheetWords.worked.zh, at(heads.worked));
  }
  const comment = at(heads.comment);
  if (comment.length > gradeLimits.commentCharsMax)
    problem("comment-too-long", sheetWords.comment.zh, comment);
  else if (heads.comment !== undefined && comment !== row.comment) {
    change("comment", row.comment, comment);
    wish.comment = comment;
  }
  return wish;
}

/** A mark of 0 to 100 with one digit; null of an empty cell, undefined of anything else. */
function tenthsOf(cell: string): number | null | undefined {
  const text = cell.normalize("NFKC").trim();
  if (text === "") return null;
  if (!/^\d{1,3}([.]\d{1,6})?$/.test(text)) return undefined;
  const tenths = Math.floor(Number(text) * tenthsPerPoint + 0.5);
  return tenths > gradeTenthsMax ? undefined : tenths;
}

const said = (tenths: number | null): string =>
  tenths === null ? "" : (tenths / tenthsPerPoint).toFixed(1);
