/** One row of a file as a posting, or what is wrong with it. */
import {
  descriptionCharsMax,
  type PostingFault,
  type PostingField,
  type PostingFlag,
  titleCharsMax,
} from "@echelon/contract/planning/posting-limits.ts";
import type { PostingRecord, RowProblem } from "@echelon/contract/planning/posting-record.ts";
import { readPay } from "@echelon/kernel/planning/demand/salary.ts";
import type { CellKind } from "../table.ts";
import {
  type CellReading,
  readDate,
  readEducation,
  readOpenings,
  readYears,
} from "./posting-cells.ts";

/** What a row is read against. */
export interface PostingReader {
  /** `YYYY-MM-DD`: what lies after it is in the future. */
  readonly today: string;
  /** Code of a city of the region by what somebody calls it; null for one elsewhere. */
  readonly cityOf: (said: string) => string | null;
}

/** A row with its cells by field. */
export interface PostingRow {
  readonly number: number;
  cell(field: PostingField): string;
  kind(field: PostingField): CellKind;
  /** As the file calls the column. */
  heading(field: PostingField): string;
}

export type RowReading =
  | { readonly ok: true; readonly record: PostingRecord }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

const han = /\p{Script=Han}/u;

/** All that is wrong with a row is told, not only the first of it. */
export function readPosting(row: PostingRow, reader: PostingReader): RowReading {
  const problems: RowProblem[] = [];
  const flags = new Set<PostingFlag>();
  const refuse = (field: PostingField, code: PostingFault) => {
    const [column, value] = [row.heading(field).slice(0, 100), row.cell(field).slice(0, 60)];
    problems.push({ row: row.number, column, code, value });
  };
  const take = <Value>(field: PostingField, reading: CellReading<Value>): Value | null => {
    if (!reading.ok) {
      refuse(field, reading.fault);
      return null;
    }
    if (reading.flag !== undefined) flags.add(reading.flag);
    return reading.value;
  };
  const title = row.cell("title").normalize("NFKC").replace(/\s+/g, " ").trim();
  if (title === "") refuse("title", "title-missing");
  else if (title.length > titleCharsMax) refuse("title", "title-too-long");
  else if (/[ex]/.test(row.kind("title"))) refuse("title", "cell-formula");
  const openings = take("openings", readOpenings(row.cell("openings")));
  const dates = datesOf(row, take, reader.today, flags);
  if (problems.length > 0) return { ok: false, problems };
  const text = row.cell("description");
  if (text.length > descriptionCharsMax) flags.add("text-cut");
  const record: PostingRecord = {
    row: row.number,
    sourceKey: row.cell("sourceKey").slice(0, 100) || null,
    ...dates,
    title,
    enterprise: row.cell("enterprise").trim().slice(0, 120),
    enterpriseSize: row.cell("enterpriseSize").slice(0, 60),
    ...cityOf(row, reader, flags),
    ...payOf(row, flags),
    yearsMin: readYears(row.cell("experience")),
    education: readEducation(row.cell("education")),
    openings: openings ?? 1,
    language: han.test(`${title}${text}`) ? "zh" : "en",
    description: text.slice(0, descriptionCharsMax),
    flags: [],
  };
  return { ok: true, record: { ...record, flags: [...flags] } };
}

type Take = <Value>(field: PostingField, reading: CellReading<Value>) => Value | null;

function datesOf(
  row: PostingRow,
  take: Take,
  today: string,
  flags: Set<PostingFlag>,
): Pick<PostingRecord, "postedOn" | "closedOn"> {
  const postedOn = take("postedOn", readDate(row.cell("postedOn")));
  const closedOn = take("closedOn", readDate(row.cell("closedOn")));
  if (postedOn === null) flags.add("date-missing");
  else if (postedOn > today) flags.add("date-future");
  if (postedOn !== null && closedOn !== null && closedOn < postedOn)
    flags.add("closed-before-posted");
  return { postedOn, closedOn };
}

function cityOf(
  row: PostingRow,
  reader: PostingReader,
  flags: Set<PostingFlag>,
): Pick<PostingRecord, "city" | "citySaid"> {
  const citySaid = row.cell("city").normalize("NFKC").trim().slice(0, 60);
  const city = reader.cityOf(citySaid);
  if (citySaid === "") flags.add("city-missing");
  else if (city === null) flags.add("city-outside");
  return { citySaid, city };
}

function payOf(
  row: PostingRow,
  flags: Set<PostingFlag>,
): Pick<
  PostingRecord,
  "salarySaid" | "salaryMinMinor" | "salaryMaxMinor" | "salaryPer" | "payMonths"
> {
  const said = row.cell("salary").trim();
  const reading = readPay(said);
  const salarySaid = said.slice(0, 60);
  if (reading.kind !== "pay") {
    flags.add(reading.kind === "none" ? "pay-none" : "pay-unread");
    const none = { salaryMinMinor: null, salaryMaxMinor: null, salaryPer: null, payMonths: null };
    return { salarySaid, ...none };
  }
  const { minMinor, maxMinor, per, payMonths } = reading.pay;
  return {
    salarySaid,
    salaryMinMinor: minMinor,
    salaryMaxMinor: maxMinor,
    salaryPer: per,
    payMonths,
  };
}
