import type { Sql } from "../../platform/database/database.ts";
import type { AppealTable } from "./store/appeal-schema.ts";
import { findingsOf, newerDecisions, secondSteps } from "./store/appeal-store.ts";
import { readDecisionsById } from "./store/decision-store.ts";
import { seatsOf } from "./store/panel-store.ts";
import type { AppealMatter } from "./use-cases/find-appeal.ts";

/** Some appeals with all that belongs to them, in five questions whatever their number. */
export async function mattersOf(sql: Sql, rows: readonly AppealTable[]): Promise<AppealMatter[]> {
  const ids = rows.map(({ id }) => id);
  const decisions = await readDecisionsById(sql, [...new Set(rows.flatMap(decisionsOf))]);
  const seats = Map.groupBy(await seatsOf(sql, ids), (seat) => seat.panel_id);
  const findings = Map.groupBy(await findingsOf(sql, ids), (one) => one.appeal_id);
  const seconds = await secondSteps(sql, ids);
  const older = await newerDecisions(sql, rows.map(standing));
  return rows.flatMap((row) => {
    const decision = decisions.get(row.decision_id);
    if (decision === undefined) return [];
    return [
      {
        row,
        decision,
        revised: row.revised_id === null ? undefined : decisions.get(row.revised_id),
        seats: seats.get(row.id) ?? [],
        findings: findings.get(row.id) ?? [],
        second: seconds.get(row.id),
        isSuperseded: older.has(standing(row)),
      },
    ];
  });
}

export async function matterOf(sql: Sql, row: AppealTable): Promise<AppealMatter> {
  const [matter] = await mattersOf(sql, [row]);
  if (matter === undefined) throw new Error(`appeal ${row.id} is about no decision`);
  return matter;
}

/** The decision that stands after an appeal as far as it went. */
export const standing = (row: AppealTable): string => row.revised_id ?? row.decision_id;

const decisionsOf = (row: AppealTable): string[] =>
  row.revised_id === null ? [row.decision_id] : [row.decision_id, row.revised_id];
