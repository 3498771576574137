import { type Checklist, pointsOfUnit } from "@echelon/kernel/market/checklist/checklist.ts";
import type { PracticeMeans } from "../means.ts";
import { presetCards } from "../engine/world-sources.ts";
import { readSeason } from "../store/season-store.ts";
import { readMembers } from "../store/store-store.ts";
import { reachedByUnit } from "./view-tasks.ts";

/** What a class's season shows by its checklist, for those who make an exam of it. */
export interface ChecklistResults {
  readonly classId: string;
  readonly name: string;
  /** The preset of which the season was made; null without one. */
  readonly preset: string | null;
  /** What the preset takes of everybody's time. */
  readonly minutes: number;
  /** No later day will change anything. */
  readonly isFinished: boolean;
  /** The last closed day; 0 before there is one. */
  readonly day: number;
  readonly units: readonly (Pick<Checklist["units"][number], "id" | "name"> & {
    readonly points: number;
  })[];
  readonly people: readonly {
    readonly person: string;
    /** Of all points, deductions in it, basis points. */
    readonly reachedBp: number;
    /** By unit, hundredths of points. */
    readonly reachedCenti: readonly number[];
  }[];
}

/** The results of a season's checklist by person; null of a season without class or checklist. */
export async function readChecklist(
  means: PracticeMeans,
  season: string,
): Promise<ChecklistResults | null> {
  const sql = means.database;
  const row = await readSeason(sql, season);
  if (row === undefined || row.class_id === null || row.checklist === null) return null;
  const { checklist } = row;
  const day = row.day - 1;
  const marks = day < 1 ? new Map() : await means.engine.marksOf(sql, row, day);
  const members = await readMembers(sql, season);
  return {
    classId: row.class_id,
    name: row.name,
    preset: row.preset_id,
    minutes: presetCards().find(({ id }) => id === row.preset_id)?.minutes ?? 0,
    isFinished: row.state === "finished" || row.state === "archived",
    day,
    units: checklist.units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      points: pointsOfUnit(unit),
    })),
    people: members.flatMap(({ person_id: person, store }) => {
      const mark = marks.get(store);
      if (mark === undefined) return [];
      const reachedCenti = reachedByUnit(checklist, mark);
      return [{ person, reachedBp: mark.reachedBp, reachedCenti }];
    }),
  };
}
