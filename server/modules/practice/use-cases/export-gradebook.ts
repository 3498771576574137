import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { writeXlsx, type WrittenColumn } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import { studentsOf } from "../../teaching/index.ts";
import { digitsOf } from "../engine/season-money.ts";
import type { PracticeMeans } from "../means.ts";
import { countDecisions } from "../store/log-store.ts";
import { readMembers } from "../store/store-store.ts";
import { findSeason } from "./find-season.ts";
import { readStandings } from "./rank-stores.ts";
import { recordExport } from "./record-export.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The heads of the sheet: a file leaves the screens, so its words are written here. */
const heads = {
  zh: ["学号", "姓名", "店铺", "名次", "得分", "利润", "销售额", "订单数", "决策数", "交易日"],
  en: [
    "Student number",
    "Name",
    "Store",
    "Rank",
    "Score",
    "Profit",
    "Revenue",
    "Orders",
    "Decisions",
    "Day",
  ],
} as const;

/**
 * One row a student of the class with the score of the last closed day; numbers of students are
 * text.
 */
export async function exportGradebook(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  language: "zh" | "en",
): Promise<Outcome<FileAnswer>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySteer } = found.value;
  if (!maySteer || row.class_id === null) return refuse({ code: "platform/not-allowed" });
  if (row.day <= 1) return refuse({ code: "practice/nothing-closed" });
  const sql = means.database;
  const { rows } = await readStandings(means, row, row.day - 1);
  const people = rows.filter(({ isBot }) => !isBot);
  const decisions = await countDecisions(sql, season, row.branch);
  const members = new Map(
    (await readMembers(sql, season)).map((one) => [one.person_id, one.store]),
  );
  const { source } = await means.engine.worldOf(sql, row);
  const currency = source.scenario.booksCurrency;
  const major = (minor: number) => minor / 10 ** digitsOf(currency);
  const lines = (await studentsOf(means.database, row.class_id)).map(({ person, name, number }) => {
    const store = members.get(person);
    const place = people.findIndex((one) => one.store === store);
    const one = people[place];
    return [
      number ?? "",
      name,
      one?.name ?? "",
      one === undefined ? null : place + 1,
      one === undefined || one.scoreMilli < 0 ? null : one.scoreMilli / 1_000,
      one === undefined ? null : major(one.profitMinor),
      one === undefined ? null : major(one.revenueMinor),
      one?.orders ?? null,
      store === undefined ? null : (decisions.get(store) ?? 0),
      row.day - 1,
    ];
  });
  const isText = (index: number) => index < 3;
  const columns: WrittenColumn[] = heads[language].map((head, index) => ({
    heading: index === 5 || index === 6 ? `${head} (${currency})` : head,
    kind: isText(index) ? ("text" as const) : ("number" as const),
  }));
  await recordExport(means, caller, row, "gradebook-exported");
  const body = await writeXlsx([{ name: row.name.slice(0, 30), columns, rows: lines }]);
  return ok({ body, mediaType, name: `gradebook-${row.season_id}.xlsx` });
}
