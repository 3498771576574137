import type { WrittenSheet } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { ItemView, PersonResult, ResultsView } from "@echelon/contract/assessment/exams.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";

/** A file leaves the screens, so its words are written here. */
const words = {
  results: { zh: "成绩", en: "Results" },
  items: { zh: "题目分析", en: "Questions" },
  number: { zh: "学号", en: "Student number" },
  name: { zh: "姓名", en: "Name" },
  state: { zh: "状态", en: "State" },
  reached: { zh: "得分", en: "Points" },
  of: { zh: "满分", en: "Of" },
  percent: { zh: "得分率（%）", en: "Percent" },
  passed: { zh: "是否通过", en: "Passed" },
  yes: { zh: "通过", en: "yes" },
  no: { zh: "未通过", en: "no" },
  absent: { zh: "缺考", en: "absent" },
  writing: { zh: "作答中", en: "writing" },
  "handed-in": { zh: "已交卷", en: "handed in" },
  "time-up": { zh: "时间到", en: "time up" },
  asks: { zh: "题目", en: "Question" },
  type: { zh: "题型", en: "Type" },
  topics: { zh: "能力点", en: "Competencies" },
  people: { zh: "作答人数", en: "People" },
  facility: { zh: "难度（得分率）", en: "Facility" },
  discrimination: { zh: "区分度", en: "Discrimination" },
  flags: { zh: "提示", en: "Flags" },
} as const;

interface Column<Of> {
  readonly head: string;
  readonly digits?: number;
  /** A number of one column stays a number; what is null stays empty. */
  readonly of: (one: Of) => string | number | null;
}

function sheetOf<Of>(
  name: string,
  columns: readonly (Column<Of> & { readonly isNumber?: true })[],
  rows: readonly Of[],
): WrittenSheet {
  return {
    name,
    columns: columns.map(({ head, digits = 0, isNumber }) => ({
      heading: head,
      kind: isNumber === true ? "number" : "text",
      digits,
    })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

/** One row a person, with the units of a practical exam. */
export function resultSheet({ people, units }: ResultsView, language: Locale): WrittenSheet {
  const say = (word: keyof typeof words) => words[word][language];
  const points = ({ reachedCenti }: PersonResult) =>
    reachedCenti === null ? null : reachedCenti / 100;
  return sheetOf<PersonResult>(
    say("results"),
    [
      { head: say("number"), of: ({ number }) => number },
      { head: say("name"), of: ({ name }) => name },
      { head: say("state"), of: ({ state }) => say(state) },
      { head: say("reached"), isNumber: true, digits: 2, of: points },
      {
        head: say("of"),
        isNumber: true,
        of: ({ reachedCenti, ofCenti }) => (reachedCenti === null ? null : ofCenti / 100),
      },
      {
        head: say("percent"),
        isNumber: true,
        digits: 1,
        of: ({ reachedCenti, ofCenti }) =>
          reachedCenti === null ? null : (100 * reachedCenti) / ofCenti,
      },
      {
        head: say("passed"),
        of: ({ reachedCenti, isPassed }) =>
          reachedCenti === null ? null : say(isPassed ? "yes" : "no"),
      },
      ...units.map(({ name, points: most }, at) => ({
        head: `${name[language]} (${most})`,
        isNumber: true as const,
        digits: 2,
        of: ({ units: reached }: PersonResult) => {
          const centi = reached[at];
          return centi === undefined ? null : centi / 100;
        },
      })),
    ],
    people,
  );
}

/** One row a question: how hard it was, and what it tells. */
export function itemSheet({ items }: ResultsView, language: Locale): WrittenSheet {
  const say = (word: keyof typeof words) => words[word][language];
  return sheetOf<ItemView>(
    say("items"),
    [
      { head: say("asks"), of: ({ asks }) => asks },
      { head: say("type"), of: ({ type }) => type },
      { head: say("topics"), of: ({ topics }) => topics.join(" ") },
      { head: say("people"), isNumber: true, of: ({ people }) => people },
      { head: say("facility"), isNumber: true, digits: 2, of: ({ facility }) => facility },
      {
        head: say("discrimination"),
        isNumber: true,
        digits: 2,
        of: ({ discrimination }) => discrimination,
      },
      { head: say("flags"), of: ({ flags }) => flags.join(" ") },
    ],
    items,
  );
}
