import { masteryOn } from "@echelon/kernel/assessment/mastery/mastery.ts";
import type { Sql } from "../../platform/database/database.ts";
import { coreFramework } from "./applied-framework.ts";
import { calendarDay } from "./calendar-day.ts";
import { bandRuleOf } from "./standings.ts";
import { readMastery } from "./store/piece-store.ts";

/** Estimated mastery of one competency, 0 to 1. */
export type MasteryOf = (person: string, competency: string) => number;

/** What people master on a day; 0 where nothing was seen yet. */
export async function masteriesOf(
  sql: Sql,
  people: readonly string[],
  now: Date,
): Promise<MasteryOf> {
  const today = calendarDay(now);
  const known = new Map<string, number>();
  for (const row of await readMastery(sql, people)) {
    const { theta, variance, day, pieces } = row;
    known.set(
      `${row.person_id} ${row.competency}`,
      masteryOn({ theta, variance, day, pieces }, today),
    );
  }
  return (person, competency) => known.get(`${person} ${competency}`) ?? 0;
}

/** Mastery from which a competency of the core counts; undefined of an unknown one. */
export function masteryCut(competency: string): number | undefined {
  return bandRuleOf(coreFramework(), competency)?.cut;
}
