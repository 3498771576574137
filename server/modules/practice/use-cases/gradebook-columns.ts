import type { WrittenCell, WrittenColumn } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { Scoring } from "@echelon/contract/practice/scoring.ts";
import { unitOf } from "@echelon/kernel/market/scoring/scorings.ts";
import { digitsOf } from "../engine/season-money.ts";
import type { Standing } from "./rank-stores.ts";

/** Of the team's work, basis points; factor and mean mark from the others, thousandths. */
export type TeamPart = {
  readonly shareBp: number | null;
  readonly factorMilli: number | null;
  readonly meanMarkMilli: number | null;
};

/** What the sheet says of one student of the class. */
export type GradedStudent = {
  readonly person: string;
  /** By which the season is ranked. */
  readonly scoring: Scoring;
  readonly number: string | null;
  readonly name: string;
  /** The student's store and its place among stores of people; null without a store. */
  readonly standing: (Omit<Standing, "actual"> & { readonly place: number }) | null;
  /** Decisions that count: those handed in by this student, and those of the whole store. */
  readonly decisions: number;
  readonly storeDecisions: number;
  readonly day: number;
  /** Closed days on which the student decided something. */
  readonly ownDays: number;
  /** Closed days on which a bot ran the store: score, rank and sums are of the days before. */
  readonly autopilotDays: number;
  /** The part in a team, and what the others say; null for who is alone. */
  readonly team: TeamPart | null;
};

/** A column with its heads: a file leaves the screens, so its words are written here. */
type Column = {
  readonly zh: string;
  readonly en: string;
  readonly kind?: "text" | "points" | "money" | "share" | "milli";
  readonly of: (student: GradedStudent) => number | string | null | undefined;
};

const processHead = "Process score";

const columns: readonly Column[] = [
  { zh: "学号", en: "Student number", kind: "text", of: ({ number }) => number },
  { zh: "姓名", en: "Name", kind: "text", of: ({ name }) => name },
  { zh: "店铺", en: "Store", kind: "text", of: ({ standing }) => standing?.name },
  { zh: "名次", en: "Rank", of: ({ standing }) => standing?.place },
  { zh: "得分", en: "Score", kind: "points", of: ({ standing }) => standing?.scoreMilli },
  { zh: "利润分", en: "Profit score", kind: "points", of: ({ standing }) => standing?.profitMilli },
  {
    zh: "客户分",
    en: "Customer score",
    kind: "points",
    of: ({ standing }) => standing?.customerMilli,
  },
  {
    zh: "运营分",
    en: "Operations score",
    kind: "points",
    of: ({ standing }) => standing?.operationsMilli,
  },
  {
    zh: "过程分",
    en: processHead,
    kind: "points",
    of: ({ standing }) => standing?.processMilli,
  },
  { zh: "利润", en: "Profit", kind: "money", of: ({ standing }) => standing?.profitMinor },
  { zh: "销售额", en: "Revenue", kind: "money", of: ({ standing }) => standing?.revenueMinor },
  { zh: "订单数", en: "Orders", of: ({ standing }) => standing?.orders },
  { zh: "本人决策数", en: "Own decisions", of: ({ decisions }) => decisions },
  {
    zh: "全店决策数",
    en: "Decisions of the store",
    of: ({ standing, storeDecisions }) => (standing === null ? null : storeDecisions),
  },
  { zh: "交易日", en: "Day", of: ({ day }) => day },
];

/** Of seasons in which a bot ran stores of people: what it made counts for nobody. */
const autopilotColumns: readonly Column[] = [
  {
    zh: "托管天数",
    en: "Days on autopilot",
    of: ({ standing, autopilotDays }) => (standing === null ? null : autopilotDays),
  },
  {
    zh: "托管起始日",
    en: "On autopilot since day",
    of: ({ standing }) => (standing?.autopilot?.to === null ? standing.autopilot.from : null),
  },
];

/** Of seasons with teams alone. */
const teamColumns: readonly Column[] = [
  {
    zh: "贡献占比 (%)",
    en: "Contribution share (%)",
    kind: "share",
    of: ({ team }) => team?.shareBp,
  },
  { zh: "互评系数", en: "Peer factor", kind: "milli", of: ({ team }) => team?.factorMilli },
  { zh: "互评均分", en: "Mean peer mark", kind: "milli", of: ({ team }) => team?.meanMarkMilli },
];

/** What the value is called that ranks a season which is not ranked by the score. */
const valueHeads: Readonly<Record<Exclude<Scoring, "balanced">, { zh: string; en: string }>> = {
  roi: { zh: "投资回报率 (%)", en: "Return on investment (%)" },
  "equity-points": { zh: "加分权益", en: "Equity with points" },
  targets: { zh: "五项目标分", en: "Five targets" },
  shareholder: { zh: "股东回报 (%)", en: "Shareholder return (%)" },
  "last-rounds": { zh: "最后四轮均分", en: "Mean of the last four rounds" },
  marketing: { zh: "营销分", en: "Marketing score" },
  checklist: { zh: "任务清单得分 (%)", en: "Checklist (%)" },
};

function valueColumn(scoring: Scoring): Column | null {
  if (scoring === "balanced") return null;
  const of = ({ standing }: GradedStudent) => standing?.value;
  return { ...valueHeads[scoring], kind: unitOf[scoring], of };
}

/**
 * The columns of a class: all but those of the score's parts that say nothing of anybody. Process
 * is marked only in seasons with documents and filings; elsewhere its column would stay empty.
 */
function columnsFor(students: readonly GradedStudent[]): readonly Column[] {
  const says = ({ of }: Column) => students.some((student) => Number(of(student) ?? -1) >= 0);
  const isTeam = students.some(({ team }) => team !== null);
  const shown = [
    ...columns.filter((column) => column.en !== processHead || says(column)),
    ...(students.some(({ autopilotDays }) => autopilotDays > 0) ? autopilotColumns : []),
    ...(isTeam ? teamColumns : []),
  ];
  const value = valueColumn(students[0]?.scoring ?? "balanced");
  const rank = shown.findIndex(({ en }) => en === "Rank");
  return value === null ? shown : shown.toSpliced(rank + 1, 0, value);
}

/** A sheet of one class: points of a hundred with one digit, money with its own. */
export function gradebookSheet(
  students: readonly GradedStudent[],
  language: "zh" | "en",
  currency: string,
): { columns: WrittenColumn[]; rows: WrittenCell[][] } {
  const shown = columnsFor(students);
  return {
    columns: writtenColumns(shown, language, currency),
    rows: students.map((student) => writtenRow(shown, student, currency)),
  };
}

function writtenColumns(
  shown: readonly Column[],
  language: "zh" | "en",
  currency: string,
): WrittenColumn[] {
  return shown.map((column) => {
    const heading = column[language];
    if (column.kind === "text") return { heading, kind: "text", width: 18 };
    if (column.kind === "points") return { heading, kind: "number", digits: 1 };
    if (column.kind === "share" || column.kind === "milli")
      return { heading, kind: "number", digits: 2 };
    if (column.kind !== "money") return { heading, kind: "number" };
    return { heading: `${heading} (${currency})`, kind: "number", digits: digitsOf(currency) };
  });
}

function writtenRow(
  shown: readonly Column[],
  student: GradedStudent,
  currency: string,
): WrittenCell[] {
  return shown.map(({ kind, of }) => {
    const value = of(student) ?? null;
    if (typeof value !== "number") return value;
    // A score that says nothing yet is below zero, and its cell stays empty.
    if (kind === "points") return value < 0 ? null : value / 10;
    if (kind === "share") return value / 100;
    if (kind === "milli") return value / 1000;
    return kind === "money" ? value / 10 ** digitsOf(currency) : value;
  });
}
