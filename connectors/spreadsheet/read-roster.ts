import type {
  RosterColumn,
  RosterProblem,
  RosterProblemCode,
} from "@echelon/contract/teaching/roster.ts";
import { rosterWarnings } from "@echelon/contract/teaching/roster.ts";
import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import { columnsByAlias, findHeader, type FoundHeader } from "../header.ts";
import { kindAt, type Row, type TableFile } from "../table.ts";
import { rosterAliases, roleWords, statusWords } from "./roster-words.ts";

/** One row that could be read, whether or not it has faults. */
export interface ReadRosterRow {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  /** As written; empty when the file does not say. */
  readonly className: string;
  readonly role: ClassRole;
  readonly isActive: boolean;
  readonly isFaulty: boolean;
}

export interface RosterReading {
  readonly rows: readonly ReadRosterRow[];
  readonly problems: readonly RosterProblem[];
  readonly ignoredColumns: readonly string[];
}

type Columns = ReadonlyMap<RosterColumn, number>;

/** The first row with a heading for numbers and one for names. */
export function findRosterHeader(file: TableFile): FoundHeader<Columns> | null {
  return findHeader(file, (headings) => {
    const columns = columnsByAlias(headings, rosterAliases);
    return columns.has("number") && columns.has("name") ? columns : null;
  });
}

/** Reads a class list row by row; what is wrong is told by cell and keeps its row out. */
export function readRoster(found: FoundHeader<Columns>): RosterReading {
  const { sheet, at, headings, understood } = found;
  const problems: RosterProblem[] = [];
  const numbers = new Map<string, number>();
  const data = sheet.rows.slice(at + 1);
  const rows = data.map((row) => readRow(row, headings, understood, numbers, problems));
  warnOfNumbers(data, headings, understood, problems);
  const taken = new Set(understood.values());
  return {
    rows,
    problems: problems.toSorted((a, b) => a.row - b.row),
    ignoredColumns: headings.filter((heading, place) => heading !== "" && !taken.has(place)),
  };
}

const warnings: ReadonlySet<string> = new Set(rosterWarnings);
const nameCharsMax = 60;
const shownCharsMax = 100;

function problemAt(
  row: Row,
  headings: readonly string[],
  columns: Columns,
  column: RosterColumn,
  code: RosterProblemCode,
  facts: RosterProblem["facts"] = {},
): RosterProblem {
  const place = columns.get(column) ?? -1;
  return {
    code,
    isBlocking: !warnings.has(code),
    row: row.number,
    column,
    heading: (headings[place] ?? "").slice(0, shownCharsMax),
    value: (row.cells[place] ?? "").slice(0, shownCharsMax),
    facts,
  };
}

function readRow(
  row: Row,
  headings: readonly string[],
  columns: Columns,
  numbers: Map<string, number>,
  problems: RosterProblem[],
): ReadRosterRow {
  const before = problems.length;
  const report = (column: RosterColumn, code: RosterProblemCode, facts = {}) =>
    problems.push(problemAt(row, headings, columns, column, code, facts));
  const cell = (column: RosterColumn): string => {
    const place = columns.get(column) ?? -1;
    const kind = place < 0 ? "t" : kindAt(row, place);
    if (kind === "x" || kind === "e") report(column, "teaching/roster-cell-formula");
    return (row.cells[place] ?? "").normalize("NFKC").trim();
  };
  const number = cell("number").replace(/\s/g, "");
  const other = numbers.get(number);
  if (number === "") report("number", "teaching/roster-number-missing");
  else if (!/^[A-Za-z0-9._-]{1,32}$/.test(number))
    report("number", "teaching/roster-number-malformed");
  else if (other !== undefined) report("number", "teaching/roster-number-twice", { other });
  else numbers.set(number, row.number);
  const name = cell("name").replace(/\s+/g, " ");
  if (name === "") report("name", "teaching/roster-name-missing");
  else if (name.length > nameCharsMax)
    report("name", "teaching/roster-name-long", { charsMax: nameCharsMax });
  const role = readWord(cell("role"), roleWords, "student");
  if (role === null) report("role", "teaching/roster-role-unknown");
  if (role === "mentor") report("role", "teaching/roster-role-not-here");
  const isActive = readWord(cell("status"), statusWords, true);
  if (isActive === null) report("status", "teaching/roster-status-unknown");
  return {
    row: row.number,
    number: number.slice(0, 32),
    name: name.slice(0, nameCharsMax),
    className: cell("class"),
    role: role ?? "student",
    isActive: isActive ?? true,
    isFaulty: problems.slice(before).some(({ isBlocking }) => isBlocking),
  };
}

function readWord<Value>(
  text: string,
  words: ReadonlyMap<string, Value>,
  usual: Value,
): Value | null {
  return text === "" ? usual : (words.get(text.toLowerCase()) ?? null);
}

/** A column of numbers has lost the zeros in front, if there were any: said once, at the first. */
function warnOfNumbers(
  data: readonly Row[],
  headings: readonly string[],
  columns: Columns,
  problems: RosterProblem[],
): void {
  const place = columns.get("number") ?? -1;
  const numeric = data.filter(
    (row) => kindAt(row, place) === "n" && !row.cells[place]?.startsWith("0"),
  );
  const [first] = numeric;
  if (first === undefined) return;
  const facts = { cells: numeric.length };
  const code = "teaching/roster-number-was-a-number";
  problems.push(problemAt(first, headings, columns, "number", code, facts));
}
