import type { Autopilot } from "@echelon/contract/practice/absence.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { writeXlsx } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import { studentsOf } from "../../teaching/index.ts";
import type { PracticeMeans } from "../means.ts";
import { countAuthoredDecisions, countDecisions } from "../store/log-store.ts";
import { readAutopilots } from "../store/autopilot-store.ts";
import { readMembers } from "../store/store-store.ts";
import { findSeason } from "./find-season.ts";
import { type GradedStudent, gradebookSheet } from "./gradebook-columns.ts";
import { readStandings } from "./rank-stores.ts";
import { contributionsOf } from "./view-contributions.ts";
import { recordExport } from "./record-export.ts";

/** Closed days of a bot's. */
const pilotedDays = (flights: readonly Autopilot[], lastDay: number): number =>
  flights.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? lastDay) - from + 1), 0);

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * One row a student of the class with the score of the last closed day and its parts; numbers of
 * students are text. Decisions are told by person too: a store's own number hides who worked.
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
  const day = row.day - 1;
  const { rows } = await readStandings(means, row, day);
  const places = new Map(
    rows
      .filter(({ isBot, isAgent }) => !isBot && !isAgent)
      .map((standing, index) => [standing.store, { ...standing, place: index + 1 }]),
  );
  const authored = await countAuthoredDecisions(sql, season, row.branch);
  const ofStores = await countDecisions(sql, season, row.branch);
  const stores = new Map((await readMembers(sql, season)).map((one) => [one.person_id, one.store]));
  const parts = new Map((await contributionsOf(means, row)).map((one) => [one.person, one]));
  const autopilots = await readAutopilots(sql, row);
  const { source } = await means.engine.worldOf(sql, row);
  const currency = source.scenario.booksCurrency;
  const students = (await studentsOf(sql, row.class_id)).map(
    ({ person, name, number }): GradedStudent => {
      const store = stores.get(person) ?? -1;
      return {
        number,
        name,
        scoring: row.scoring,
        standing: places.get(store) ?? null,
        decisions: authored.get(person) ?? 0,
        storeDecisions: ofStores.get(store) ?? 0,
        day,
        autopilotDays: pilotedDays(autopilots.get(store) ?? [], day),
        team: (parts.get(person)?.members ?? 1) > 1 ? parts.get(person)! : null,
      };
    },
  );
  await recordExport(means, caller, row, "gradebook-exported");
  const body = await writeXlsx([
    {
      name: row.name.slice(0, 30),
      ...gradebookSheet(students, language, currency),
    },
  ]);
  return ok({ body, mediaType, name: `gradebook-${row.season_id}.xlsx` });
}
